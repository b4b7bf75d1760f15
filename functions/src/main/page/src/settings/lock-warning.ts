import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { texts } from '../texts';
import { View } from '../view';

const SECOND = 1_000;

/** A minute before the page locks itself, whoever still reads can say so (WCAG 2.2.1). Any sign of life will do. */
@customElement('lock-warning')
export class LockWarning extends View {
  @state() private end: number | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;
  private clock: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  /** `left` is in milliseconds. */
  show(left: number): void {
    this.end = Date.now() + left;
    if (!this.dialog.open) this.dialog.showModal();
    this.clock ??= setInterval(() => this.requestUpdate(), SECOND);
  }

  hide(): void {
    if (this.dialog.open) this.dialog.close();
  }

  protected override render(): TemplateResult {
    const { lock } = texts();
    return html`<dialog
      class="kern-dialog"
      role="alertdialog"
      aria-labelledby="lock-heading"
      aria-describedby="lock-words"
      @close=${this.closed}
    >
      <header class="kern-dialog__header">
        <h2 class="kern-title kern-title--large" id="lock-heading">${lock.heading}</h2>
      </header>
      <section class="kern-dialog__body">
        <p class="kern-body" id="lock-words">${lock.why}</p>
        <p class="kern-body" aria-hidden="true">${this.countdown()}</p>
      </section>
      <footer class="kern-dialog__footer">
        <button
          type="button"
          class="kern-btn kern-btn--primary"
          data-testid="keep-working"
          autofocus
          @click=${() => this.hide()}
        >
          <span class="kern-label">${lock.stay}</span>
        </button>
      </footer>
    </dialog>`;
  }

  private countdown(): string | typeof nothing {
    if (!this.end) return nothing;
    const seconds = Math.ceil((this.end - Date.now()) / SECOND);
    return texts().lock.left(Math.max(0, seconds));
  }

  private readonly closed = () => {
    clearInterval(this.clock);
    this.clock = this.end = undefined;
  };
}
