import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { StoredMedia } from '../generated/api';
import { AT_A_DESK, save } from '../leaving/save';
import { texts } from '../texts';
import { View } from '../view';
import { readFile, type Unopened } from './file';

/** Saves at a desk what the page cannot show, after a word of warning: from then on it is the office's to delete. */
@customElement('file-download')
export class FileDownload extends View {
  @property({ attribute: false }) media!: StoredMedia;
  /** Loads the enquiry again, for a URL that has not expired. */
  @property({ attribute: false }) renew!: () => Promise<void>;
  @state() private asked = false;
  @state() private busy = false;
  @state() private problem: Unopened['state'] | undefined;
  private closing = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closing.abort();
    this.closing = new AbortController();
  }

  protected override render(): TemplateResult {
    const { files } = texts();
    if (!matchMedia(AT_A_DESK).matches) return html`<p class="file-note">${files.atADesk}</p>`;
    if (this.busy) return html`<p class="file-note" role="status">${files.decrypting}</p>`;
    if (!this.asked) return this.button(files.save, () => (this.asked = true));
    return html`<div class="file-save" role="group" aria-label=${files.save}>
      <p class="file-note">${files.saveWarning}</p>
      ${this.problem ? html`<p class="file-note file-lost" role="alert">${this.said(this.problem)}</p>` : ''}
      <p class="file-save__ways">
        ${this.button(files.saveAnyway, () => void this.save())}
        ${this.button(files.saveNot, () => (this.asked = false))}
      </p>
    </div>`;
  }

  private said(problem: Unopened['state']): string {
    const { files } = texts();
    return problem === 'unreadable' ? files.unreadable : files.failed;
  }

  private async save(): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    const { signal } = this.closing;
    let content = await readFile(this.media, signal);
    if (!(content instanceof ArrayBuffer) && content.state === 'expired') {
      await this.renew();
      content = await readFile(this.media, signal);
    }
    this.busy = false;
    if (signal.aborted) return;
    if (content instanceof ArrayBuffer) {
      // Of no type, so that no browser opens it by itself.
      save(content, this.media.fileName, 'application/octet-stream');
      this.asked = false;
    } else {
      this.problem = content.state;
    }
  }

  private button(label: string, action: () => void): TemplateResult {
    return html`<button type="button" class="kern-btn kern-btn--secondary" @click=${action}>
      <span class="kern-label">${label}</span>
    </button>`;
  }
}
