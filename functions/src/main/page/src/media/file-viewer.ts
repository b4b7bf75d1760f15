import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { closeButton } from '../parts';
import { View } from '../view';
import type { Opened } from './file';
import './drawn-picture';
import './pdf-pages';

/** A picture or a PDF over the whole page. */
@customElement('file-viewer')
export class FileViewer extends View {
  @property({ attribute: false }) file!: Extract<Opened, { state: 'open' }>;
  @property({ attribute: false }) label = '';
  @state() private shown = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  show(): void {
    this.shown = true;
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog
      class="kern-dialog viewer"
      aria-label=${this.label}
      @close=${() => (this.shown = false)}
    >
      <header class="kern-dialog__header">
        <h2 class="kern-title"><bdi>${this.label}</bdi></h2>
        ${closeButton(() => this.dialog.close())}
      </header>
      ${this.shown ? this.content() : nothing}
    </dialog>`;
  }

  private content(): TemplateResult {
    const { show, type, content } = this.file;
    return show === 'pdf'
      ? html`<pdf-pages .content=${content}></pdf-pages>`
      : html`<drawn-picture
          .content=${content}
          .type=${type}
          .label=${this.label}
        ></drawn-picture>`;
  }
}
