import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FileMessage, StoredMedia } from '../generated/api';
import { plainName } from '../names';
import { size } from '../sizes';
import { texts } from '../texts';
import { View } from '../view';
import { openFile, type Opened } from './file';
import { kept, lost, name, waiting } from './file-notes';
import { fileType } from './filetype';
import { player } from './player';
import './file-viewer';
import type { FileViewer } from './file-viewer';

const ONLY_ON_TAP = 20_000_000;

/** The file of one message: fetched once, decrypted in memory, revoked when the view closes. */
@customElement('message-file')
export class MessageFile extends View {
  @property({ attribute: false }) message!: FileMessage;
  /** Loads the enquiry again, for a URL that has not expired. */
  @property({ attribute: false }) renew!: () => Promise<void>;
  @state() private opened: Opened | undefined;
  @state() private busy = false;
  /** The browser has tried to show it and could not. */
  @state() private unplayable = false;
  private closing = new AbortController();
  private seen: IntersectionObserver | undefined;

  override updated(): void {
    this.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.seen?.disconnect();
    this.seen = undefined;
    this.closing.abort();
    this.closing = new AbortController();
    if (this.opened?.state === 'open') URL.revokeObjectURL(this.opened.url);
    this.opened = undefined;
  }

  protected override render(): TemplateResult {
    const { at, kind, media } = this.message;
    if (media.state === 'waiting') return html`<p class="file-note">${waiting(at)}</p>`;
    if (media.state === 'lost') return lost(media);
    return html`
      ${this.closed(media) || kind === 'document' ? name(media) : nothing}
      ${this.opened ? this.result(this.opened) : this.offer(media)}
    `;
  }

  /** Kept, named, and not opened here. */
  private closed(media: StoredMedia): boolean {
    return this.unplayable || !fileType(media, this.message.kind);
  }

  /** Documents and large files wait for a tap, everything else until it comes into view. */
  private onTap(media: StoredMedia): boolean {
    return this.closed(media) || this.message.kind === 'document' || media.bytes > ONLY_ON_TAP;
  }

  private watch(): void {
    const { media } = this.message;
    if (this.seen || media.state !== 'stored' || this.onTap(media)) return;
    this.seen = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        this.seen?.disconnect();
        void this.load();
      },
      { root: this.closest('.messages'), rootMargin: '600px' },
    );
    this.seen.observe(this);
  }

  private async load(): Promise<void> {
    if (this.busy || this.opened?.state === 'open') return;
    this.busy = true;
    let result = await this.attempt();
    if (result.state === 'expired') {
      await this.renew();
      result = await this.attempt();
    }
    this.busy = false;
    if (this.isConnected) this.opened = result;
  }

  private async attempt(): Promise<Opened> {
    const { kind, media } = this.message;
    if (media.state !== 'stored') return { state: 'expired' };
    const result = await openFile(media, kind, this.closing.signal);
    if (result.state === 'open' && !this.isConnected) URL.revokeObjectURL(result.url);
    return result;
  }

  private async open(): Promise<void> {
    await this.load();
    if (this.opened?.state === 'open' && this.opened.show === 'pdf') await this.view();
  }

  private async view(): Promise<void> {
    await this.updateComplete;
    this.querySelector<FileViewer>('file-viewer')?.show();
  }

  private offer(media: StoredMedia): TemplateResult {
    const { files } = texts();
    if (this.busy) return html`<p class="file-note" role="status">${files.decrypting}</p>`;
    if (this.closed(media)) return kept(this.unplayable);
    if (!this.onTap(media)) return html`<div class="file-room"></div>`;
    const large = this.message.kind !== 'document' && media.bytes;
    return this.button(large ? files.load(size(large)) : files.open, () => this.open());
  }

  private result(opened: Opened): TemplateResult {
    const { files } = texts();
    switch (opened.state) {
      case 'open':
        if (this.unplayable) return kept(this.unplayable);
        return html`${player(opened, this.message, {
            enlarge: () => this.view(),
            unplayable: () => (this.unplayable = true),
          })}
          <file-viewer
            .file=${opened}
            .label=${plainName(this.message.media.fileName) || texts().kind(this.message.kind)}
          ></file-viewer>`;
      case 'other':
        return kept(this.unplayable);
      case 'unreadable':
        return html`<p class="file-note file-lost">${files.unreadable}</p>`;
      default:
        return html`<p class="file-note file-lost">${files.failed}</p>
          ${this.button(texts().retry, () => this.open())}`;
    }
  }

  private button(label: string, action: () => Promise<void>): TemplateResult {
    return html`<button type="button" class="kern-btn kern-btn--secondary" @click=${action}>
      <span class="kern-label">${label}</span>
    </button>`;
  }
}
