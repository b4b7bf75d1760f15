import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { StoredMedia } from '../generated/api';
import { plainName } from '../names';
import { texts } from '../texts';
import { View } from '../view';
import { readFile, type Unopened } from './file';

/** A phone or tablet is what no citizen's data may lie on; a desk has a mouse or its like. */
const AT_A_DESK = '(hover: hover) and (pointer: fine)';

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
      this.handOver(content);
      this.asked = false;
    } else {
      this.problem = content.state;
    }
  }

  /** Of no type, so that no browser opens it by itself. */
  private handOver(content: ArrayBuffer): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
    const name = plainName(this.media.fileName).replace(/[/\\]/g, '_');
    link.download = name || texts().files.unnamed;
    link.click();
    // The browser has taken its bytes by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  private button(label: string, action: () => void): TemplateResult {
    return html`<button type="button" class="kern-btn kern-btn--secondary" @click=${action}>
      <span class="kern-label">${label}</span>
    </button>`;
  }
}
