import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Api } from '../api';
import type { Enquiry } from '../generated/api';
import { alert } from '../parts';
import { Problem, sentence } from '../problem';
import { texts } from '../texts';
import { near } from '../time';
import { View } from '../view';
import { nameOfPerson } from './colleagues';

const LONGEST = 2000;

/** What colleagues note for each other on an enquiry; says `noted` once it is stored, or when it must be read again. */
@customElement('enquiry-note')
export class EnquiryNote extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) enquiry!: Enquiry;
  /** What is being written, in memory only. */
  @state() private draft: string | undefined;
  /** Of the note that was read when the writing began. */
  private version = 0;
  /** Somebody else has written it since. */
  private behind = false;
  @state() private busy = false;
  @state() private error: unknown;
  @query('textarea') private area!: HTMLTextAreaElement | null;

  override willUpdate(): void {
    const version = this.enquiry.note?.version ?? 0;
    if (!this.behind || version === this.version) return;
    this.behind = false;
    this.version = version;
  }

  protected override render(): TemplateResult {
    const { colleagues } = texts();
    return html`<section class="note" aria-label=${colleagues.note} data-testid="note">
      ${this.words()} ${this.draft === undefined ? this.begin() : this.form(this.draft)}
    </section>`;
  }

  private words(): TemplateResult | typeof nothing {
    const { note } = this.enquiry;
    if (!note?.text) return nothing;
    return html`<p class="note__text" dir="auto">${note.text}</p>
      <p class="muted">${texts().colleagues.noted(nameOfPerson(note.by), near(note.at))}</p>`;
  }

  private begin(): TemplateResult {
    const { colleagues } = texts();
    const words = this.enquiry.note?.text ? colleagues.changeNote : colleagues.writeNote;
    return html`<button
      type="button"
      class="leaving__word"
      data-testid="write-note"
      @click=${this.write}
    >
      ${words}
    </button>`;
  }

  private form(draft: string): TemplateResult {
    const { colleagues } = texts();
    return html`<form
      class="note__form"
      autocomplete="off"
      @submit=${this.submit}
      @keydown=${this.keyed}
    >
      ${this.error ? alert('danger', sentence(this.error)) : nothing}
      <label class="kern-label" for="note">${colleagues.note}</label>
      <textarea
        class="kern-form-input__input note__area"
        id="note"
        rows="3"
        maxlength=${LONGEST}
        spellcheck="false"
        writingsuggestions="false"
        aria-describedby="note-why"
        .value=${draft}
        @input=${(event: Event) => (this.draft = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="muted" id="note-why">${colleagues.noteWhy}</p>
      <button type="submit" class="kern-btn kern-btn--secondary" ?disabled=${this.busy}>
        <span class="kern-label">${colleagues.keepNote}</span>
      </button>
      <button type="button" class="kern-btn kern-btn--tertiary" @click=${this.cancel}>
        <span class="kern-label">${colleagues.cancel}</span>
      </button>
    </form>`;
  }

  private readonly write = async () => {
    this.draft = this.enquiry.note?.text ?? '';
    this.version = this.enquiry.note?.version ?? 0;
    await this.updateComplete;
    this.area?.focus();
  };

  private readonly keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    void this.cancel();
  };

  private readonly cancel = () => this.close();

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    this.busy = true;
    this.error = undefined;
    try {
      await this.api.note(this.enquiry.id, this.draft ?? '', this.version);
      this.tell('noted');
      await this.close();
    } catch (error) {
      await this.failed(error);
    } finally {
      this.busy = false;
    }
  };

  /** What somebody else has written meanwhile is shown above; the next try takes its place knowingly. */
  private async failed(error: unknown): Promise<void> {
    this.error = error;
    if (!(error instanceof Problem) || error.name !== 'note-changed') return;
    this.behind = true;
    this.tell('noted');
    await this.updateComplete;
    this.area?.focus();
  }

  private async close(): Promise<void> {
    this.draft = undefined;
    this.error = undefined;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-testid=write-note]')?.focus();
  }
}
