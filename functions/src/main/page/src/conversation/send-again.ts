import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Message } from '../generated/api';
import { alert } from '../parts';
import type { Actions } from '../reactions/message-actions';
import { Refused, isRefused, why } from '../reply/refused';
import { texts } from '../texts';
import { View } from '../view';

/** Below an answer of which nobody knows whether it went out: the mayor may send it once more. */
@customElement('send-again')
export class SendAgain extends View {
  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) actions!: Actions;
  @state() private busy = false;
  @state() private error: unknown;
  private key = crypto.randomUUID();

  protected override render(): TemplateResult {
    const { again } = texts();
    return html`${isRefused(this.message) ? nothing : html`<p class="muted">${again.why}</p>`}
      <button
        type="button"
        class="kern-btn kern-btn--secondary"
        data-testid="send-again"
        ?disabled=${this.busy}
        @click=${() => void this.send()}
      >
        <span class="kern-label">${again.send}</span>
      </button>
      ${this.error ? alert('danger', why(this.error)) : nothing}`;
  }

  private async send(): Promise<void> {
    this.busy = true;
    this.error = undefined;
    try {
      await this.actions.sendAgain(this.message, this.key);
      this.key = crypto.randomUUID();
    } catch (error) {
      this.error = error;
      // Refused is settled: another try is another answer.
      if (error instanceof Refused) this.key = crypto.randomUUID();
    } finally {
      this.busy = false;
    }
  }
}
