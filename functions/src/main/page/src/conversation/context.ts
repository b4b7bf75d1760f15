import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../model';
import { texts } from '../texts';

/** Finds a message of the same enquiry. */
export type Find = (id: string) => Message | undefined;

/** What surrounds a message: that it was passed on, where it comes from, what it answers. */
export function context(message: Message, find: Find): TemplateResult {
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
  ${message.quote ? quote(message.quote.message, find) : nothing}`;
}

/** What is answered, in a line; it may have been taken back since, or stand in what was deleted. */
function quote(id: string | undefined, find: Find): TemplateResult {
  const { conversation } = texts();
  const quoted = id ? find(id) : undefined;
  if (!quoted)
    return html`<div class="quote"><p class="muted">${conversation.quotedGone}</p></div>`;
  const who = quoted.direction === 'out' ? conversation.fromYou : conversation.fromCitizen;
  return html`<div class="quote">
    <span class="kern-sr-only">${conversation.answers}</span>
    <p class="quote__who">${who}</p>
    <p class="quote__words" dir="auto">${quoted.text ?? texts().kind(quoted.kind)}</p>
  </div>`;
}

/** The citizen's sign on a message. */
export function reaction(emoji: string): TemplateResult {
  return html`<span class="reaction" role="img" aria-label=${texts().conversation.reaction(emoji)}
    >${emoji}</span
  >`;
}
