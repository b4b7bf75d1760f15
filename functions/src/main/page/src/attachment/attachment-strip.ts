import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { removeButton } from '../parts';
import { size } from '../sizes';
import { texts } from '../texts';
import { View } from '../view';
import type { Attachment } from './attachment';

/** Above the field: the file that will be sent, how far it is, and the way to leave it out; says `remove`. */
@customElement('attachment-strip')
export class AttachmentStrip extends View {
  @property({ attribute: false }) file!: Attachment;
  /** How much of it is on its way; undefined while it rests. */
  @property({ attribute: false }) share: number | undefined;
  /** It has gone to WhatsApp and cannot be left out any more. */
  @property({ attribute: false }) fixed = false;
  private shown: { file: Attachment; url: string } | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  protected override render(): TemplateResult {
    const { attachment } = texts();
    const { content, name } = this.file;
    return html`<div class="strip" data-testid="attachment">
      ${this.picture()}
      <div class="strip__words">
        <p class="strip__name"><bdi>${name || attachment.unnamed}</bdi></p>
        <p class="muted">${size(content.size)}</p>
        ${this.share === undefined ? nothing : this.progress(this.share)}
      </div>
      ${
        this.fixed
          ? nothing
          : removeButton(this.share === undefined ? attachment.remove : attachment.cancel, () =>
              this.tell('remove'),
            )
      }
    </div>`;
  }

  private picture(): TemplateResult {
    if (this.file.type === 'application/pdf') {
      return html`<span class="kern-icon kern-icon--draft" aria-hidden="true"></span>`;
    }
    return html`<img class="strip__picture" src=${this.url()} alt=${texts().attachment.preview} />`;
  }

  private progress(share: number): TemplateResult {
    return html`<progress
      max="1"
      .value=${share}
      aria-label=${texts().attachment.uploading}
    ></progress>`;
  }

  private url(): string {
    if (this.shown?.file !== this.file) {
      this.forget();
      this.shown = { file: this.file, url: URL.createObjectURL(this.file.content) };
    }
    return this.shown!.url;
  }

  private forget(): void {
    if (this.shown) URL.revokeObjectURL(this.shown.url);
    this.shown = undefined;
  }
}
