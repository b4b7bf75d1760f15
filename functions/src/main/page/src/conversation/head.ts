import { html, nothing, type TemplateResult } from 'lit';
import type { Enquiry, Summary } from '../generated/api';
import { nameOf } from '../names';
import { texts } from '../texts';
import { date } from '../time';

interface Actions {
  leave: () => void;
  resolve?: () => void;
  /** The way to put it off. */
  postpone?: TemplateResult;
}

/** The line above a conversation: back, whose it is, and the way to resolve it. */
export function head(summary: Summary, enquiry: Enquiry | undefined, actions: Actions) {
  return frame(
    html`<bdi>${nameOf(summary)}</bdi>`,
    enquiry ? facts(enquiry) : nothing,
    enquiry && actions.resolve
      ? html`<div class="conversation__acts">
          ${actions.postpone ?? nothing} ${resolveButton(actions.resolve)}
        </div>`
      : nothing,
    actions.leave,
  );
}

/** The same line above an enquiry that is no more; it names nobody. */
export function plainHead(words: string, leave: () => void): TemplateResult {
  return frame(words, nothing, nothing, leave);
}

function frame(title: unknown, below: unknown, action: unknown, leave: () => void): TemplateResult {
  return html`<header class="conversation__head">
    <button type="button" class="kern-btn kern-btn--tertiary back" @click=${leave}>
      <span class="kern-icon kern-icon--arrow-back" aria-hidden="true"></span>
      <span class="kern-sr-only">${texts().conversation.back}</span>
    </button>
    <div class="conversation__who">
      <h2 class="kern-heading-small" id="conversation-heading" tabindex="-1">${title}</h2>
      ${below}
    </div>
    ${action}
  </header>`;
}

function facts(enquiry: Enquiry): TemplateResult {
  const { phone, username } = enquiry.citizen;
  const ways = [phone, username && `@${username.replace(/^@/, '')}`].filter(Boolean);
  return html`<p class="muted conversation__facts">
    ${ways.map((way) => html`<bdi>${way}</bdi>`)}
    <span>${texts().conversation.deletion(date(enquiry.expiresAt))}</span>
  </p>`;
}

function resolveButton(resolve: () => void): TemplateResult {
  return html`<button
    type="button"
    class="kern-btn kern-btn--secondary"
    data-testid="resolve"
    @click=${resolve}
  >
    <span class="kern-icon kern-icon--check" aria-hidden="true"></span>
    <span class="kern-label">${texts().resolve.button}</span>
  </button>`;
}
