import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import { alert, loader } from '../parts';
import { texts } from '../texts';
import { View } from '../view';

const ERRORS_ONLY = 0;
const WHEEL = 0.002;
/** Across a page, for the memory of a phone. */
const MOST_DOTS = 3_000;

/**
 * A PDF as drawn pages: no browser's own viewer, which no sandbox can hold and which offers to save
 * the file. Nothing in the document can act, because only its looks are used.
 */
@customElement('pdf-pages')
export class PdfPages extends View {
  @property({ attribute: false }) content!: ArrayBuffer;
  /** 1 is the width of the view. */
  @property({ attribute: false }) zoom = 1;
  /** In quarters of a turn. */
  @property({ attribute: false }) turn = 0;
  @state() private pages: PDFPageProxy[] = [];
  @state() private failed = false;
  private document: PDFDocumentProxy | undefined;
  /** How each page was drawn last, or is being drawn. */
  private readonly drawn = new WeakMap<Element, string>();
  private readonly drawing = new WeakMap<Element, RenderTask>();
  private readonly seen = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) void this.draw(entry.target);
  });

  override firstUpdated(): void {
    void this.read();
    this.addEventListener('wheel', this.onWheel, { passive: false });
  }

  override updated(): void {
    const pages = this.querySelectorAll<HTMLElement>('.pdf-page');
    for (const page of pages) {
      page.style.width = `${this.zoom * 100}%`;
      // A canvas of another size is empty, and black until it is drawn. Observed anew, those in view are drawn anew.
      if (this.drawn.get(page) !== this.wanted(page)) {
        delete page.dataset['drawn'];
        this.seen.unobserve(page);
      }
      this.seen.observe(page);
    }
  }

  private wanted(page: Element): string {
    const { width, height } = page.querySelector('canvas')!;
    return `${width} ${height} ${this.turn}`;
  }

  /** As in other programs, the wheel magnifies with the control key and scrolls without. */
  private readonly onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.tell('zoom', this.zoom * Math.exp(-event.deltaY * WHEEL));
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.seen.disconnect();
    void this.document?.loadingTask.destroy();
    this.pages = [];
  }

  protected override render(): TemplateResult {
    if (this.failed) return alert('danger', texts().files.unreadable);
    if (!this.pages.length) return loader();
    return html`${this.pages.map((page, position) => this.page(page, position))}`;
  }

  private page(page: PDFPageProxy, position: number): TemplateResult {
    const { width, height } = this.viewport(page);
    return html`<div class="pdf-page" data-page=${position}>
      <canvas width=${Math.floor(width)} height=${Math.floor(height)} aria-hidden="true"></canvas>
      <p class="kern-sr-only" dir="auto"></p>
    </div>`;
  }

  private async read(): Promise<void> {
    try {
      this.document = await openPdf(this.content.slice(0));
      const pages: PDFPageProxy[] = [];
      for (let page = 1; page <= this.document.numPages; page++) {
        pages.push(await this.document.getPage(page));
      }
      if (this.isConnected) this.pages = pages;
      else await this.document.loadingTask.destroy();
    } catch {
      this.failed = true;
    }
  }

  private async draw(target: Element): Promise<void> {
    const page = this.pages[Number((target as HTMLElement).dataset['page'])];
    const wanted = this.wanted(target);
    if (!page || this.drawn.get(target) === wanted) return;
    this.drawn.set(target, wanted);
    this.drawing.get(target)?.cancel();
    const canvas = target.querySelector('canvas')!;
    const task = page.render({ canvas, viewport: this.viewport(page) });
    this.drawing.set(target, task);
    await task.promise.catch(() => undefined);
    if (this.drawn.get(target) === wanted) (target as HTMLElement).dataset['drawn'] = '';
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : ''));
    target.querySelector('p')!.textContent = words.join(' ');
  }

  /** Sharp enough to read; long documents get by with fewer dots, for the memory of a phone. */
  private viewport(page: PDFPageProxy) {
    const dots = Math.min(devicePixelRatio, this.pages.length > 10 ? 1 : 2) * this.zoom;
    const rotation = page.rotate + this.turn * 90;
    const { width } = page.getViewport({ scale: 1, rotation });
    const wanted = Math.min(MOST_DOTS, Math.min(this.clientWidth || 900, 900) * dots);
    return page.getViewport({ scale: wanted / width, rotation });
  }
}

/** Loads pdf.js when the first PDF is opened. Without a worker, which trusted types would refuse. */
async function openPdf(content: ArrayBuffer): Promise<PDFDocumentProxy> {
  const [{ getDocument }, worker] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.mjs'),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return getDocument({
    data: content,
    verbosity: ERRORS_ONLY,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
  }).promise;
}
