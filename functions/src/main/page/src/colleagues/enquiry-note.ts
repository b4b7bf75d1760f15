import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Api } from '../api';
import type { Enquiry } from '../generated/api';
import { alert } from '../parts';
import { Problem, sentence } from '../problem';
import { texts } from '../texts';
import { near } from '../time';
import { View } from '../view';
import { begunNote, forgetNote, isNoteUnsaved, keepNote, type BegunNote } from './begun-notes';
import { me, nameOfPerson } from './colleagues';

const LONGEST = 2000;

/** What colleagues note for each other on an enquiry; says `noted` once it is stored, or when it must be read again. */
@customElement('enquiry-note')
export class EnquiryNote extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) enquiry!: Enquiry;
  /** Somebody else has written it since. */
  private behind = false;
  /** What was stored from here, until the enquiry says so too. */
  private stored: Enquiry['note'];
  @state() private busy = false;
  @state() private error: unknown;
  @query('textarea') private area!: HTMLTextAreaElement | null;

  override willUpdate(): void {
    const begun = begunNote(this.enquiry.id);
    const version = this.note?.version ?? 0;
    if (!this.behind || !begun || version === begun.version) return;
    this.behind = false;
    keepNote(this.enquiry.id, { ...begun, version });
  }

  private get note(): Enquiry['note'] {
    const { stored } = this;
    const { note } = this.enquiry;
    return stored && stored.version > (note?.version ?? 0) ? stored : note;
  }

  protected override render(): TemplateResult {
    const { colleagues } = texts();
    const begun = begunNote(this.enquiry.id);
    return html`<section class="note" aria-label=${colleagues.note} data-testid="note">
      ${this.words()} ${begun ? this.form(begun.text) : this.begin()}
    </section>`;
  }

  private words(): TemplateResult | typeof nothing {
    const { note } = this;
    if (!note?.text) return nothing;
    return html`<p class="note__text" dir="auto">${note.text}</p>
      <p class="muted">${texts().colleagues.noted(nameOfPerson(note.by), near(note.at))}</p>`;
  }

  private begin(): TemplateResult {
    const { colleagues } = texts();
    const words = this.note?.text ? colleagues.changeNote : colleagues.writeNote;
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
        @input=${(event: Event) => this.keep((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="muted" id="note-why">${colleagues.noteWhy}</p>
      <button type="submit" class="kern-btn kern-btn--secondary" ?disabled=${this.busy}>
        <span class="kern-label">${colleagues.keepNote}</span>
      </button>
      <button
        type="button"
        class="kern-btn kern-btn--tertiary"
        data-testid="drop-note"
        @click=${this.close}
      >
        <span class="kern-label">${colleagues.cancel}</span>
      </button>
    </form>`;
  }

  private readonly write = async () => {
    this.keep(this.note?.text ?? '');
    await this.updateComplete;
    this.area?.focus();
  };

  private keep(text: string): void {
    const { id } = this.enquiry;
    keepNote(id, { text, version: begunNote(id)?.version ?? this.note?.version ?? 0 });
    this.requestUpdate();
  }

  /** A single key throws nothing away: it leads to the button that does. */
  private readonly keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (isNoteUnsaved({ id: this.enquiry.id, note: this.note })) {
      this.querySelector<HTMLElement>('[data-testid=drop-note]')?.focus();
    } else void this.close();
  };

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const { id } = this.enquiry;
    const begun = begunNote(id);
    if (!begun || this.busy) return;
    this.busy = true;
    this.error = undefined;
    try {
      await this.api.note(id, begun.text, begun.version);
      this.busy = false;
      this.tell('noted');
      await this.saved(begun);
    } catch (error) {
      this.busy = false;
      await this.failed(error);
    }
  };

  /** The server counts its versions; what was typed while it wrote stays, and takes the place of this one. */
  private async saved({ text, version }: BegunNote): Promise<void> {
    const { id } = this.enquiry;
    this.stored = {
      text: text.trim(),
      version: version + 1,
      by: me(),
      at: new Date().toISOString(),
    };
    const now = begunNote(id);
    if (now && now.text !== text) keepNote(id, { ...now, version: version + 1 });
    else await this.close();
  }

  /** What somebody else has written meanwhile is shown above; the next try takes its place knowingly. */
  private async failed(error: unknown): Promise<void> {
    this.error = error;
    this.behind = error instanceof Problem && error.name === 'note-changed';
    if (this.behind) this.tell('noted');
    await this.updateComplete;
    this.refocus('textarea');
  }

  private readonly close = async () => {
    forgetNote(this.enquiry.id);
    this.error = undefined;
    this.requestUpdate();
    await this.updateComplete;
    this.refocus('[data-testid=write-note]');
  };
}
