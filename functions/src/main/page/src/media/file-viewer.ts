import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { closeButton } from '../parts';
import { texts } from '../texts';
import { View } from '../view';
import type { Opened } from './file';
import './pdf-pages';
import './picture-stage';

const LARGEST = 8;
const STEP = 1.25;
/** Nearer to the whole than that is the whole. */
const NEARLY = 1.02;

/** A picture or a PDF over the whole page; says `step` with -1 or 1 to see the picture before or after it. */
@customElement('file-viewer')
export class FileViewer extends View {
  @property({ attribute: false }) file!: Extract<Opened, { state: 'open' }>;
  @property({ attribute: false }) label = '';
  @state() private shown = false;
  @state() private zoom = 1;
  @state() private turn = 0;
  @query('dialog') private dialog!: HTMLDialogElement;

  async show(): Promise<void> {
    this.zoom = 1;
    this.turn = 0;
    this.shown = true;
    this.dialog.showModal();
    await this.updateComplete;
    this.querySelector<HTMLElement>('picture-stage, pdf-pages')?.focus();
  }

  close(): void {
    this.dialog.close();
  }

  protected override render(): TemplateResult {
    return html`<dialog
      class="kern-dialog viewer"
      aria-label=${this.label}
      @keydown=${this.keyed}
      @close=${() => (this.shown = false)}
    >
      <header class="kern-dialog__header">
        <h2 class="kern-title"><bdi>${this.label}</bdi></h2>
        ${closeButton(() => this.close())}
      </header>
      ${this.shown ? [this.tools(), this.content()] : nothing}
    </dialog>`;
  }

  private tools(): TemplateResult {
    const { viewer } = texts();
    const percent = `${Math.round(this.zoom * 100)} %`;
    return html`<div class="viewer__tools" role="toolbar" aria-label=${viewer.tools}>
      ${this.tool('kern-icon--add', viewer.larger, () => this.magnify(this.zoom * STEP))}
      ${this.tool('icon--minus', viewer.smaller, () => this.magnify(this.zoom / STEP))}
      ${this.tool('kern-icon--autorenew', viewer.turn, () => this.turn++)}
      ${
        this.file.show === 'picture'
          ? [
              this.tool('kern-icon--chevron-left', viewer.before, () => this.tell('step', -1)),
              this.tool('kern-icon--chevron-right', viewer.after, () => this.tell('step', 1)),
            ]
          : nothing
      }
      <span class="muted" role="status">${percent}</span>
    </div>`;
  }

  private tool(icon: string, label: string, run: () => void): TemplateResult {
    return html`<button
      type="button"
      class="kern-btn kern-btn--tertiary tool"
      title=${label}
      @click=${run}
    >
      <span class="kern-icon ${icon}" aria-hidden="true"></span>
      <span class="kern-sr-only">${label}</span>
    </button>`;
  }

  private content(): TemplateResult {
    const { show, type, content } = this.file;
    const zoomed = (event: CustomEvent<number>) => this.magnify(event.detail);
    return show === 'pdf'
      ? html`<pdf-pages
          tabindex="0"
          role="region"
          aria-label=${this.label}
          .content=${content}
          .zoom=${this.zoom}
          .turn=${this.turn}
          @zoom=${zoomed}
        ></pdf-pages>`
      : html`<picture-stage
          .content=${content}
          .type=${type}
          .label=${this.label}
          .zoom=${this.zoom}
          .turn=${this.turn}
          @zoom=${zoomed}
        ></picture-stage>`;
  }

  private magnify(zoom: number): void {
    const wanted = Math.min(LARGEST, Math.max(1, zoom));
    this.zoom = wanted < NEARLY ? 1 : wanted;
  }

  /** Arrows move what is magnified, and lead to other pictures where nothing is. */
  private readonly keyed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const run = this.keys()[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };

  private keys(): Record<string, () => void> {
    const whole = this.zoom === 1 && this.file.show === 'picture';
    return {
      '+': () => this.magnify(this.zoom * STEP),
      '-': () => this.magnify(this.zoom / STEP),
      '0': () => this.magnify(1),
      r: () => this.turn++,
      ...(whole && {
        ArrowLeft: () => this.tell('step', -1),
        ArrowRight: () => this.tell('step', 1),
      }),
    };
  }
}
