import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { View } from '../view';
import './drawn-picture';

/** How far an arrow moves a magnified picture, in pixels. */
const STEP = 60;
const WHEEL = 0.002;
const ARROWS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

interface Point {
  x: number;
  y: number;
}

/** A picture that can be magnified, moved and turned, by mouse, fingers or keys; says `zoom` with the wanted one. */
@customElement('picture-stage')
export class PictureStage extends View {
  @property({ attribute: false }) content!: ArrayBuffer;
  @property({ attribute: false }) type = '';
  @property({ attribute: false }) label = '';
  /** 1 is the whole picture. */
  @property({ attribute: false }) zoom = 1;
  /** In quarters of a turn. */
  @property({ attribute: false }) turn = 0;
  private offset: Point = { x: 0, y: 0 };
  private readonly fingers = new Map<number, Point>();
  private readonly resized = new ResizeObserver(() => this.place());

  override firstUpdated(): void {
    this.resized.observe(this);
    this.tabIndex = 0;
    this.setAttribute('role', 'group');
    this.addEventListener('wheel', this.onWheel, { passive: false });
    this.addEventListener('pointerdown', this.onDown);
    this.addEventListener('pointermove', this.onMove);
    this.addEventListener('pointerup', this.onUp);
    this.addEventListener('pointercancel', this.onUp);
    this.addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  protected override render(): TemplateResult {
    this.setAttribute('aria-label', this.label);
    return html`<drawn-picture
      .content=${this.content}
      .type=${this.type}
      .label=${this.label}
      @drawn=${this.place}
    ></drawn-picture>`;
  }

  override updated(): void {
    if (this.zoom === 1) this.offset = { x: 0, y: 0 };
    this.place();
  }

  /** A turned picture has to fit, too. */
  private readonly place = () => {
    const canvas = this.querySelector('canvas');
    if (!canvas) return;
    const { clientWidth: width, clientHeight: height } = canvas;
    const lies = this.turn % 2 !== 0;
    const fit = lies && width ? Math.min(this.clientWidth / height, this.clientHeight / width) : 1;
    const { x, y } = this.offset;
    canvas.style.transform = `translate(${x}px, ${y}px) rotate(${this.turn * 90}deg) scale(${fit * this.zoom})`;
  };

  private move(x: number, y: number): void {
    if (this.zoom === 1) return;
    const wide = (this.clientWidth * this.zoom) / 2;
    const high = (this.clientHeight * this.zoom) / 2;
    this.offset = {
      x: Math.max(-wide, Math.min(wide, this.offset.x + x)),
      y: Math.max(-high, Math.min(high, this.offset.y + y)),
    };
    this.place();
  }

  private readonly onWheel = (event: WheelEvent) => {
    event.preventDefault();
    this.tell('zoom', this.zoom * Math.exp(-event.deltaY * WHEEL));
  };

  private readonly onDown = (event: PointerEvent) => {
    this.setPointerCapture(event.pointerId);
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };

  private readonly onMove = (event: PointerEvent) => {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const apart = this.spread();
    const now = { x: event.clientX, y: event.clientY };
    this.fingers.set(event.pointerId, now);
    if (this.fingers.size === 1) this.move(now.x - before.x, now.y - before.y);
    else if (apart) this.tell('zoom', (this.zoom * this.spread()) / apart);
  };

  private readonly onUp = (event: PointerEvent) => this.fingers.delete(event.pointerId);

  /** How far two fingers are apart. */
  private spread(): number {
    const [one, other] = [...this.fingers.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const way = ARROWS[event.key];
    if (!way || this.zoom === 1) return;
    event.preventDefault();
    this.move(...way);
  };
}
