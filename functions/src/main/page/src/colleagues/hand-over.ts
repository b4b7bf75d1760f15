import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Api } from '../api';
import type { Enquiry } from '../generated/api';
import { Listening } from '../listening';
import { alert } from '../parts';
import { sentence } from '../problem';
import { texts } from '../texts';
import { View } from '../view';
import { colleagues, everybody, introduce, isMe, nameOfPerson } from './colleagues';

/** Whom an enquiry is for; says `assigned` once the server knows. */
@customElement('hand-over')
export class HandOver extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) enquiry!: Enquiry;
  /** Whom the reader has chosen, until the enquiry says so too. */
  @state() private chosen: string | undefined;
  @state() private busy = false;
  @state() private error: unknown;

  constructor() {
    super();
    new Listening(this, colleagues, () => this.requestUpdate());
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('enquiry') && !this.busy) this.chosen = undefined;
  }

  protected override render(): TemplateResult {
    const { colleagues: words } = texts();
    const { assigned } = this.enquiry;
    const shown = this.chosen ?? assigned?.id ?? '';
    const known = everybody();
    const isKnown = known.some((each) => each.id === assigned?.id);
    const all = assigned && !isKnown ? [...known, assigned] : known;
    return html`<div class="hand-over">
      <label class="kern-label" for="hand-over">${words.for}</label>
      <select
        id="hand-over"
        class="kern-form-input__select hand-over__select"
        data-testid="hand-over"
        ?disabled=${this.busy}
        @focus=${this.lookAround}
        @change=${this.change}
      >
        <option value="" .selected=${live(!shown)}>${words.everybody}</option>
        ${all.map(
          (each) =>
            html`<option value=${each.id} .selected=${live(each.id === shown)}>
              ${nameOfPerson(each)}${isMe(each) ? ` ${words.you}` : ''}
            </option>`,
        )}
      </select>
      ${this.error ? alert('danger', sentence(this.error)) : nothing}
    </div>`;
  }

  /** Who has logged in since. */
  private readonly lookAround = () => {
    introduce(this.api).catch(() => undefined);
  };

  private async change(event: Event): Promise<void> {
    const { value } = event.target as HTMLSelectElement;
    this.chosen = value;
    this.busy = true;
    this.error = undefined;
    try {
      await this.api.assign(this.enquiry.id, value || undefined);
      this.tell('assigned');
    } catch (error) {
      this.chosen = undefined;
      this.error = error;
    } finally {
      this.busy = false;
    }
    await this.updateComplete;
    this.refocus('select');
  }
}
