import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { texts } from './texts';
import { View } from './view';

/** One step back from the list leaves the page: asks before that. Says `leave`, or `stay`. */
@customElement('leave-dialog')
export class LeaveDialog extends View {
  @state() private asking = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  async ask(): Promise<void> {
    this.asking = true;
    this.dialog.showModal();
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-testid=stay]')?.focus();
  }

  protected override render(): TemplateResult {
    return html`<dialog
      class="kern-dialog"
      aria-labelledby="leave-heading"
      aria-describedby="leave-words"
      @close=${this.closed}
    >
      ${this.asking ? this.content() : nothing}
    </dialog>`;
  }

  private content(): TemplateResult {
    const { leave } = texts();
    return html`<header class="kern-dialog__header">
        <h2 class="kern-title kern-title--large" id="leave-heading">${leave.heading}</h2>
      </header>
      <section class="kern-dialog__body">
        <p class="kern-body" id="leave-words">${leave.words}</p>
      </section>
      <footer class="kern-dialog__footer">
        <button
          type="button"
          class="kern-btn kern-btn--secondary"
          data-testid="stay"
          @click=${() => this.dialog.close()}
        >
          <span class="kern-label">${leave.stay}</span>
        </button>
        <button
          type="button"
          class="kern-btn kern-btn--primary"
          data-testid="leave"
          @click=${this.leave}
        >
          <span class="kern-label">${leave.go}</span>
        </button>
      </footer>`;
  }

  private readonly closed = () => {
    this.asking = false;
    if (this.dialog.returnValue !== 'leave') this.tell('stay');
  };

  private readonly leave = () => {
    this.dialog.close('leave');
    this.tell('leave');
  };
}
