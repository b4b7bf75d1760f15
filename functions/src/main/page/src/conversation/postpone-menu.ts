import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../api';
import type { Enquiry } from '../generated/api';
import { alert } from '../parts';
import { sentence } from '../problem';
import { texts } from '../texts';
import { left, near, shortDate } from '../time';
import { View } from '../view';
import { choices, own } from './postponing';

/** Puts an enquiry off the desk until some time; says `postponed` with it, or with undefined when it is back, and `opened`. */
@customElement('postpone-menu')
export class PostponeMenu extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) enquiry!: Enquiry;
  @property({ attribute: false }) open = false;
  @state() private busy = false;
  @state() private chosen = '';
  @state() private error: unknown;

  /** Where a turned tablet has put it, the reader goes on. */
  override firstUpdated(): void {
    if (this.open) this.focusInside();
  }

  protected override render(): TemplateResult {
    const { postpone } = texts();
    const until = this.enquiry.postponedUntil;
    const postponed = until !== undefined && left(until) > 0;
    const label = postponed ? postpone.back : postpone.button;
    return html`<div class="postpone" @keydown=${this.keyed}>
      <button
        type="button"
        class="kern-btn kern-btn--tertiary"
        data-testid="postpone"
        title=${label}
        aria-expanded=${postponed ? nothing : this.open ? 'true' : 'false'}
        aria-controls=${postponed ? nothing : 'postpone-menu'}
        ?disabled=${this.busy}
        @click=${() => (postponed ? this.send(undefined) : this.toggle())}
      >
        <span class="kern-icon icon--later" aria-hidden="true"></span>
        <span class="kern-label postpone__label">${label}</span>
      </button>
      ${this.open ? this.menu() : nothing}
    </div>`;
  }

  private menu(): TemplateResult {
    const { postpone } = texts();
    return html`<div
      class="postpone__menu"
      id="postpone-menu"
      role="group"
      aria-label=${postpone.heading}
    >
      <p class="strong">${postpone.heading}</p>
      <p class="muted">${postpone.returns}</p>
      ${this.error ? alert('danger', sentence(this.error)) : nothing}
      <ul>
        ${choices().map(({ name, until }) => html`<li>${this.choice(postpone[name], until)}</li>`)}
      </ul>
      <form @submit=${this.submit}>
        <label class="kern-label" for="postpone-own">${postpone.own}</label>
        <input
          class="kern-form-input__input"
          id="postpone-own"
          type="datetime-local"
          .value=${this.chosen}
          @input=${(event: Event) => (this.chosen = (event.target as HTMLInputElement).value)}
        />
        ${this.warning(own(this.chosen))}
        <button
          type="submit"
          class="kern-btn kern-btn--secondary"
          ?disabled=${this.busy || !this.isPossible(own(this.chosen))}
        >
          <span class="kern-label">${postpone.button}</span>
        </button>
      </form>
    </div>`;
  }

  private choice(words: string, until: Date): TemplateResult {
    return html`<button
      type="button"
      class="postpone__choice"
      data-testid="postpone-choice"
      ?disabled=${this.busy || !this.isPossible(until)}
      @click=${() => this.send(until)}
    >
      <span>${words}</span>
      ${this.warning(until)}
    </button>`;
  }

  private isPossible(until: Date | undefined): until is Date {
    return (
      until !== undefined && +until > Date.now() && +until < Date.parse(this.enquiry.expiresAt)
    );
  }

  /** Nothing is put beyond what can still be done without saying so. */
  private warning(until: Date | undefined): TemplateResult | typeof nothing {
    const { postpone } = texts();
    const { expiresAt, replyUntil } = this.enquiry;
    if (!until) return nothing;
    if (+until >= Date.parse(expiresAt)) {
      return html`<span class="postpone__beyond"
        >${postpone.beyondDeletion(shortDate(expiresAt))}</span
      >`;
    }
    if (+until < Date.parse(replyUntil)) return nothing;
    const words = left(replyUntil)
      ? postpone.beyondWindow(near(replyUntil))
      : postpone.windowClosed;
    return html`<span class="postpone__beyond">${words}</span>`;
  }

  private readonly submit = (event: Event) => {
    event.preventDefault();
    const until = own(this.chosen);
    if (this.isPossible(until)) void this.send(until);
  };

  private readonly keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    void this.toggle();
  };

  private async toggle(): Promise<void> {
    this.show(!this.open);
    this.error = undefined;
    await this.updateComplete;
    this.focusInside();
  }

  private focusInside(): void {
    const next = this.open ? '.postpone__choice:not(:disabled)' : '[data-testid=postpone]';
    this.querySelector<HTMLElement>(next)?.focus();
  }

  private show(open: boolean): void {
    this.open = open;
    this.tell('opened', open);
  }

  private async send(until: Date | undefined): Promise<void> {
    const time = until?.toISOString().replace('.000', '');
    this.busy = true;
    this.error = undefined;
    try {
      await this.api.postpone(this.enquiry.id, time, this.enquiry.revision);
      this.show(false);
      this.tell('postponed', time);
    } catch (error) {
      this.error = error;
      this.show(true);
    } finally {
      this.busy = false;
    }
  }
}
