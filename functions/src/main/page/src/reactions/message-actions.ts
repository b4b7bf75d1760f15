import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Message } from '../generated/api';
import { alert } from '../parts';
import { sentence } from '../problem';
import { texts } from '../texts';
import { View } from '../view';

/** A handful: what one says with them cannot be misunderstood. */
const EMOJI = ['👍', '❤️', '🙏', '😊', '😢', '🎉'];

/** What the mayor can do with a message: of the citizen, or, for the last, of their own. */
export interface Actions {
  quote: (message: Message) => void;
  /** An empty emoji takes the reaction back. */
  react: (message: Message, emoji: string) => Promise<void>;
  /** Sends once more what nobody knows to have gone out, or what was refused; the same key never sends it twice. */
  sendAgain: (message: Message, key: string) => Promise<void>;
  /** Whether a refused answer can be sent anew from where it stands. */
  isRepeatable: (message: Message) => boolean;
}

/** Beside a citizen's message: answer it, or react to it. */
@customElement('message-actions')
export class MessageActions extends View {
  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) actions!: Actions;
  @state() private open = false;
  @state() private busy = false;
  @state() private error: unknown;

  protected override render(): TemplateResult {
    const { reactions } = texts();
    const { open, message } = this;
    return html`<div class="acts">
        <button
          type="button"
          class="kern-btn kern-btn--tertiary tool"
          data-testid="quote"
          title=${reactions.quote}
          @click=${() => this.actions.quote(message)}
        >
          <span class="kern-icon icon--answer" aria-hidden="true"></span>
          <span class="kern-sr-only">${reactions.quote}</span>
        </button>
        <button
          type="button"
          class="kern-btn kern-btn--tertiary tool"
          data-testid="react"
          title=${reactions.react}
          aria-expanded=${open ? 'true' : 'false'}
          @click=${this.toggle}
        >
          <span class="kern-icon icon--smile" aria-hidden="true"></span>
          <span class="kern-sr-only">${reactions.react}</span>
        </button>
      </div>
      ${open ? this.picker() : nothing}`;
  }

  private picker(): TemplateResult {
    const { reactions } = texts();
    const own = this.message.townReaction;
    // One that is no longer among the handful can still be seen and taken back.
    const offered = own && !EMOJI.includes(own) ? [...EMOJI, own] : EMOJI;
    return html`<div
      class="picker"
      role="group"
      aria-label=${reactions.react}
      aria-busy=${this.busy ? 'true' : 'false'}
      @keydown=${this.keyed}
    >
      ${offered.map((emoji) => this.choice(emoji, own))}
      ${
        own
          ? html`<button type="button" class="picker__none" @click=${() => this.set('')}>
              ${reactions.remove}
            </button>`
          : nothing
      }
      ${this.error ? alert('danger', sentence(this.error)) : nothing}
    </div>`;
  }

  private choice(emoji: string, own: string | undefined): TemplateResult {
    const chosen = emoji === own;
    return html`<button
      type="button"
      class="picker__emoji"
      aria-pressed=${chosen ? 'true' : 'false'}
      @click=${() => this.set(chosen ? '' : emoji)}
    >
      ${emoji}
    </button>`;
  }

  private readonly toggle = async () => {
    this.open = !this.open;
    this.error = undefined;
    await this.updateComplete;
    if (this.open) this.querySelector<HTMLElement>('.picker button')?.focus();
  };

  private readonly keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.close();
  };

  private async set(emoji: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = undefined;
    try {
      await this.actions.react(this.message, emoji);
      this.close();
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  private close(): void {
    this.open = false;
    this.refocus('[data-testid=react]');
  }
}
