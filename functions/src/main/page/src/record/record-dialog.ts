import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Enquiry, FileMessage, Message } from '../generated/api';
import { AT_A_DESK, save } from '../leaving/save';
import '../media/file-download';
import { alert, closeButton, loader } from '../parts';
import { Problem, sentence } from '../problem';
import { texts } from '../texts';
import { View } from '../view';
import { printSheet } from './print-sheet';
import { file, record } from './record';

/** What the town's file is to have of an enquiry: copied, printed or saved piece by piece, each by a click of its own. */
@customElement('record-dialog')
export class RecordDialog extends View {
  @property({ attribute: false }) enquiry!: Enquiry;
  @property({ attribute: false }) town = '';
  /** Loads the enquiry again, for files whose addresses have expired. */
  @property({ attribute: false }) renew!: () => Promise<void>;
  /** Loads the messages before the first that is here. */
  @property({ attribute: false }) earlier!: () => Promise<void>;
  @state() private shown = false;
  @state() private named = false;
  @state() private said = '';
  @state() private error: unknown;
  @query('dialog') private dialog!: HTMLDialogElement;

  /** Nothing of it is shown before all of it is here: half a conversation must not pass for a whole one. */
  async show(): Promise<void> {
    this.named = false;
    this.said = '';
    this.error = undefined;
    this.shown = true;
    this.dialog.showModal();
    await this.loadAll();
  }

  private async loadAll(): Promise<void> {
    while (this.shown && this.enquiry.earlier) {
      const { earlier } = this.enquiry;
      await this.earlier();
      // Until the conversation has handed it on.
      await new Promise((later) => setTimeout(later));
      if (this.enquiry.earlier !== earlier) continue;
      this.error = new Problem('offline');
      return;
    }
  }

  protected override render(): TemplateResult {
    const { record: words } = texts();
    return html`<dialog
      class="kern-dialog record"
      aria-labelledby="record-heading"
      @close=${() => (this.shown = false)}
    >
      <header class="kern-dialog__header">
        <h2 class="kern-title kern-title--large" id="record-heading">${words.heading}</h2>
        ${closeButton(() => this.dialog.close())}
      </header>
      ${this.shown ? this.body() : nothing}
    </dialog>`;
  }

  private body(): TemplateResult {
    if (this.error) return alert('danger', sentence(this.error));
    if (this.enquiry.earlier) return loader();
    const { record: words } = texts();
    return html`<section class="kern-dialog__body">
      <p class="kern-body">${words.why}</p>
      <div class="kern-form-check">
        <input
          class="kern-form-check__checkbox"
          type="checkbox"
          id="record-named"
          .checked=${this.named}
          @change=${(event: Event) => (this.named = (event.target as HTMLInputElement).checked)}
        />
        <label class="kern-label" for="record-named">${words.named}</label>
      </div>
      <pre class="record__words" tabindex="0" aria-label=${words.words} dir="auto">
${this.words}</pre>
      <p class="record__ways">
        ${this.button('copy', words.copy, () => this.copy())}
        ${this.button('print', words.print, () => printSheet(this.words))}
        ${
          matchMedia(AT_A_DESK).matches
            ? this.button('save', words.save, () => this.save())
            : nothing
        }
      </p>
      <p class="muted" role="status">${this.said}</p>
      ${this.files()}
    </section>`;
  }

  private get words(): string {
    const at = new Date().toISOString();
    return record(this.enquiry, { town: this.town, named: this.named, at });
  }

  private files(): TemplateResult | typeof nothing {
    const { record: words } = texts();
    const files = this.enquiry.messages.filter(hasFile);
    if (!files.length) return nothing;
    return html`<h3 class="kern-title">${words.files}</h3>
      <ul class="record__files">
        ${files.map((message) => this.file(message))}
      </ul>`;
  }

  private file(message: FileMessage): TemplateResult {
    const { media } = message;
    return html`<li>
      <p><bdi>${file(message)}</bdi></p>
      ${
        media.state === 'stored'
          ? html`<file-download .media=${media} .renew=${this.renew}></file-download>`
          : nothing
      }
    </li>`;
  }

  private button(name: string, label: string, run: () => unknown): TemplateResult {
    return html`<button
      type="button"
      class="kern-btn kern-btn--secondary"
      data-testid="record-${name}"
      @click=${run}
    >
      <span class="kern-label">${label}</span>
    </button>`;
  }

  private async copy(): Promise<void> {
    this.said = '';
    try {
      await navigator.clipboard.writeText(this.words);
      this.said = texts().leaving.copied;
    } catch {
      this.said = texts().problems.general;
    }
  }

  private save(): void {
    save(this.words, texts().record.fileName, 'text/plain;charset=utf-8');
    this.said = texts().record.saved;
  }
}

function hasFile(message: Message): message is FileMessage {
  return 'media' in message;
}
