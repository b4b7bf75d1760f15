import { html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { View } from '../view';
import { decodePicture } from './picture-decoder';

/**
 * A picture drawn from memory. It has no address and is no blob, which browsers, that of Android above all, may put aside
 * on the device's disk.
 */
@customElement('drawn-picture')
export class DrawnPicture extends View {
  @property({ attribute: false }) content!: ArrayBuffer;
  @property({ attribute: false }) type = '';
  @property({ attribute: false }) label = '';
  /** The longer side is drawn with at most as many dots, for the memory of a phone. */
  @property({ attribute: false }) dots = Infinity;
  @query('canvas') private canvas!: HTMLCanvasElement;

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('content')) void this.draw();
  }

  /** What was drawn goes at once, not when the browser next tidies up. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.canvas.width = 0;
  }

  protected override render(): TemplateResult {
    return html`<canvas width="0" height="0" role="img" aria-label=${this.label}></canvas>`;
  }

  private async draw(): Promise<void> {
    try {
      const { source, width, height } = await decodePicture(this.content, this.type);
      if (this.isConnected) {
        const scale = Math.min(1, this.dots / Math.max(width, height));
        this.canvas.width = Math.round(width * scale);
        this.canvas.height = Math.round(height * scale);
        const { canvas } = this;
        canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
        this.tell('drawn');
      }
      source.close();
    } catch {
      this.tell('unplayable');
    }
  }
}
