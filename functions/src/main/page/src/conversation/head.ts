import { html, nothing, type TemplateResult } from 'lit';
import type { Enquiry, Summary } from '../generated/api';
import { nameOf } from '../names';
import { texts } from '../texts';
import { date } from '../time';
import '../translate/translate-button';

interface Actions {
  leave: () => void;
  resolve?: (() => void) | undefined;
  /** The way to put it off. */
  postpone?: TemplateResult | undefined;
}

/** What is known of an enquiry, and the way to take it over for the file. */
interface Known {
  enquiry: Enquiry;
  record: () => void;
}

/** The line above a conversation: whose it is, and, unless they lie elsewhere, the ways out of it. */
export function head(
  summary: Summary,
  known: Known | undefined,
  actions: Actions | undefined,
): TemplateResult {
  const whose = known?.enquiry ?? summary;
  return frame(html`<bdi>${nameOf(whose)}</bdi>`, known ? facts(known) : nothing, actions);
}

/** The same line above an enquiry that is no more; it names nobody. */
export function plainHead(words: string, leave: () => void): TemplateResult {
  return frame(words, nothing, { leave });
}

/** The ways out at the lower edge of a tall and narrow screen, where a thumb is. */
export function thumbBar(actions: Actions): TemplateResult {
  return html`<div class="thumb-bar">${backButton(actions.leave)} ${acts(actions)}</div>`;
}

function acts({ resolve, postpone }: Actions): TemplateResult | typeof nothing {
  if (!resolve) return nothing;
  return html`<div class="conversation__acts">
    ${postpone ?? nothing} ${resolveButton(resolve)}
  </div>`;
}

function frame(title: unknown, below: unknown, actions: Actions | undefined): TemplateResult {
  return html`<header class="conversation__head ${actions ? '' : 'conversation__head--plain'}">
    ${actions ? backButton(actions.leave) : nothing}
    <div class="conversation__who">
      <h2 class="kern-heading-small" id="conversation-heading" tabindex="-1">${title}</h2>
      ${below}
    </div>
    ${actions ? acts(actions) : nothing}
  </header>`;
}

function facts({ enquiry, record }: Known): TemplateResult {
  const { phone, username } = enquiry.citizen;
  const ways = [phone, username && `@${username.replace(/^@/, '')}`].filter(Boolean);
  return html`<p class="muted conversation__facts">
    ${ways.map((way) => html`<bdi>${way}</bdi>`)}
    <button type="button" class="leaving__word" data-testid="record" @click=${record}>
      ${texts().record.button}
    </button>
    <translate-button .messages=${enquiry.messages}></translate-button>
    <span>${texts().conversation.deletion(date(enquiry.expiresAt))}</span>
  </p>`;
}

function backButton(leave: () => void): TemplateResult {
  return html`<button type="button" class="kern-btn kern-btn--tertiary back" @click=${leave}>
    <span class="kern-icon kern-icon--arrow-back" aria-hidden="true"></span>
    <span class="kern-sr-only">${texts().conversation.back}</span>
  </button>`;
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
