import { html, nothing, type TemplateResult } from 'lit';
import { whose } from '../colleagues/colleagues';
import type { Message } from '../generated/api';
import { texts } from '../texts';

/** Finds a message of the same enquiry. */
export type Find = (id: string) => Message | undefined;

/** Leads to a message of the same enquiry. */
export type Show = (id: string) => void;

interface Surroundings {
  find: Find;
  show: Show;
  more: boolean;
}

/** What surrounds a message: that it was passed on, where it comes from, what it answers. */
export function context(message: Message, around: Surroundings): TemplateResult {
  const { conversation } = texts();
  const { forwarded, referral } = message;
  return html`${
    forwarded
      ? html`<p class="context muted">
          <span aria-hidden="true">↪</span> ${conversation.forwarded[forwarded]}
        </p>`
      : nothing
  }
  ${
    referral
      ? html`<div class="context muted">
          <p>${conversation.referral}</p>
          ${referral.heading ? html`<p dir="auto">${referral.heading}</p>` : nothing}
          ${referral.address ? html`<p><bdi>${referral.address}</bdi></p>` : nothing}
        </div>`
      : nothing
  }
  ${message.quote ? quote(message.quote.message, around) : nothing}`;
}

/** What is answered, in a line that leads there; it may have been taken back since, or be deleted. */
function quote(id: string | undefined, { find, show, more }: Surroundings): TemplateResult {
  const { conversation } = texts();
  const quoted = id ? find(id) : undefined;
  if (!quoted) {
    const words = id && more ? conversation.quotedEarlier : conversation.quotedGone;
    return html`<div class="quote"><p class="muted">${words}</p></div>`;
  }
  return html`<button
    type="button"
    class="quote"
    data-testid="quoted"
    @click=${() => show(quoted.id)}
  >
    <span class="kern-sr-only">${conversation.answers}</span>
    <span class="quote__who">${whose(quoted)}</span>
    <span class="quote__words" dir="auto">${inALine(quoted)}</span>
  </button>`;
}

/** A message as it is named where there is no room for it. */
export function inALine(message: Message): string {
  return ('text' in message && message.text) || texts().kind(message.kind);
}
