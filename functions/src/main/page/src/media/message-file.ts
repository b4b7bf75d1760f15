import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FileMessage, StoredMedia } from '../generated/api';
import { plainName } from '../names';
import { size } from '../sizes';
import { texts } from '../texts';
import { View } from '../view';
import { fits, IN_MEMORY, shelve, unshelve } from './blob-shelf';
import { openFile, type Opened } from './file';
import { kept, lost, name, told, waiting } from './file-notes';
import { fileType } from './filetype';
import { player } from './player';
import './file-download';
import './file-viewer';
import type { FileViewer } from './file-viewer';

/** The file of one message: fetched once, decrypted in memory, gone from it when the view closes. */
@customElement('message-file')
export class MessageFile extends View {
  @property({ attribute: false }) message!: FileMessage;
  /** Loads the enquiry again, for a URL that has not expired. */
  @property({ attribute: false }) renew!: () => Promise<void>;
  @state() private opened: Opened | undefined;
  @state() private busy = false;
  /** The browser has tried to show it and could not. */
  @state() private unplayable = false;
  /** The address of the blob from which a film or a sound is played. */
  private url = '';
  /** There is no room in memory for it unless others go: that is for the mayor to say. */
  @state() private crowded = false;
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
    this.close();
  }

  private close(): void {
    if (this.url) unshelve(this.url);
    this.url = '';
    this.opened = undefined;
  }

  protected override render(): TemplateResult {
    const { at, kind, media } = this.message;
    if (media.state === 'waiting') return html`<p class="file-note">${waiting(at)}</p>`;
    if (media.state === 'lost') return lost(media);
    return html`
      ${this.closed(media) || kind === 'document' ? name(media) : nothing}
      ${this.opened ? this.result(this.opened) : this.offer(media)} ${told(media)}
    `;
  }

  /** Kept, named, and not opened here. */
  private closed(media: StoredMedia): boolean {
    return this.unplayable || !fileType(media, this.message.kind);
  }

  /** Documents and large files wait for a tap, everything else until it comes into view. */
  private onTap(media: StoredMedia): boolean {
    return (
      this.closed(media) ||
      this.message.kind === 'document' ||
      this.crowded ||
      media.bytes > IN_MEMORY
    );
  }

  private watch(): void {
    const { media } = this.message;
    if (this.seen || media.state !== 'stored' || this.onTap(media)) return;
    this.seen = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        this.seen?.disconnect();
        this.crowded = this.plays() && !fits(media.bytes);
        if (!this.crowded) void this.load();
      },
      { scrollMargin: '600px' },
    );
    // What lies in a message out of sight is not laid out, and would not be seen when it comes in.
    this.seen.observe(this.closest('li') ?? this);
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
    if (!this.isConnected) return;
    this.opened = result.state === 'open' && this.plays() ? this.shelved(result) : result;
  }

  /** Whether it needs a blob: browsers play films and sounds from nothing else that we could give them. */
  private plays(): boolean {
    const { kind, media } = this.message;
    const show = media.state === 'stored' && fileType(media, kind)?.show;
    return show === 'video' || show === 'audio';
  }

  /** Once it is in its blob, it need not be in memory a second time. */
  private shelved(file: Extract<Opened, { state: 'open' }>): Opened {
    this.url = shelve(file.content, file.type, () => {
      this.url = '';
      this.opened = undefined;
      this.crowded = true;
    });
    return { ...file, content: new ArrayBuffer() };
  }

  private async attempt(): Promise<Opened> {
    const { kind, media } = this.message;
    if (media.state !== 'stored') return { state: 'expired' };
    return openFile(media, kind, this.closing.signal);
  }

  private async open(): Promise<void> {
    await this.load();
    if (this.opened?.state === 'open' && this.opened.show === 'pdf') await this.view();
  }

  private async view(): Promise<void> {
    await this.updateComplete;
    await this.querySelector<FileViewer>('file-viewer')?.show();
  }

  /** From one picture of the conversation to another, loaded or not. */
  private async step(by: number): Promise<void> {
    const all = this.closest('.messages')?.querySelectorAll<MessageFile>('message-file') ?? [];
    const pictures = [...all].filter((each) => each.isPicture);
    const next = pictures[pictures.indexOf(this) + by];
    if (!next) return;
    this.querySelector<FileViewer>('file-viewer')?.close();
    next.scrollIntoView({ block: 'nearest' });
    await next.load();
    await next.view();
  }

  private get isPicture(): boolean {
    const { kind, media } = this.message;
    return media.state === 'stored' && fileType(media, kind)?.show === 'picture';
  }

  private offer(media: StoredMedia): TemplateResult {
    const { files } = texts();
    if (this.busy) return html`<p class="file-note" role="status">${files.decrypting}</p>`;
    if (this.closed(media)) return this.kept();
    if (!this.onTap(media)) return html`<div class="file-room"></div>`;
    const bytes = this.message.kind !== 'document' && media.bytes;
    return html`${
      this.plays() && media.bytes > IN_MEMORY
        ? html`<p class="file-note">${files.large}</p>`
        : nothing
    }
    ${this.button(bytes ? files.load(size(bytes)) : files.open, () => this.open())}`;
  }

  private result(opened: Opened): TemplateResult {
    const { files } = texts();
    switch (opened.state) {
      case 'open':
        if (this.unplayable) return this.kept();
        return html`${player(opened, this.message, this.url, {
            enlarge: () => this.view(),
            unplayable: () => (this.unplayable = true),
          })}
          <file-viewer
            .file=${opened}
            .label=${plainName(this.message.media.fileName) || texts().kind(this.message.kind)}
            @step=${(event: CustomEvent<number>) => this.step(event.detail)}
          ></file-viewer>`;
      case 'other':
        return this.kept();
      case 'unreadable':
        return html`<p class="file-note file-lost">${files.unreadable}</p>`;
      default:
        return html`<p class="file-note file-lost">${files.failed}</p>
          ${this.button(texts().retry, () => this.open())}`;
    }
  }

  /** What the page cannot show may be saved where that is allowed. */
  private kept(): TemplateResult {
    const { media } = this.message;
    return html`${kept(this.unplayable)}
      <file-download .media=${media} .renew=${this.renew}></file-download>`;
  }

  private button(label: string, action: () => Promise<void>): TemplateResult {
    return html`<button type="button" class="kern-btn kern-btn--secondary" @click=${action}>
      <span class="kern-label">${label}</span>
    </button>`;
  }
}
