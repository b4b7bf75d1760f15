import { html, nothing, type TemplateResult } from 'lit';
import type { Preview, Summary } from '../generated/api';
import { nameOf } from '../names';
import { texts } from '../texts';
import { countdown, hours, left, shortDate, since, stamp, URGENT } from '../time';

/** One enquiry in the list: who, what last, how long it waits, by when it will be gone. */
export function entry(summary: Summary, open: boolean, choose: () => void): TemplateResult {
  return html`<button
    type="button"
    class="entry"
    data-testid="enquiry"
    data-id=${summary.id}
    aria-current=${open ? 'true' : nothing}
    @click=${choose}
  >
    <span class="entry__line">
      <bdi class="entry__name">${nameOf(summary)}</bdi>
      <time class="muted" datetime=${summary.lastMessageAt}>${stamp(summary.lastMessageAt)}</time>
    </span>
    ${summary.urgent ? emergency() : nothing}
    <span class="entry__preview" dir="auto">${preview(summary.preview)}</span>
    <span class="entry__line entry__facts">${wait(summary)} ${deadlines(summary)}</span>
  </button>`;
}

/** The last message in a line; what is not text is named by its kind. */
export function preview(last: Preview | undefined): string {
  if (!last) return '';
  const kind = last.kind === 'text' ? '' : texts().kind(last.kind);
  const words = [kind, last.text].filter(Boolean).join(': ');
  return last.direction === 'out' ? `${texts().list.you}: ${words}` : words;
}

/** In words and with a sign: colour alone is not for everybody. */
function emergency(): TemplateResult {
  return html`<span class="entry__emergency">
    <span class="kern-icon kern-icon--small kern-icon--danger" aria-hidden="true"></span>
    ${texts().list.emergency}
  </span>`;
}

function wait(summary: Summary): TemplateResult {
  const { list } = texts();
  return summary.waitingSince
    ? badge('warning', list.waits(since(summary.waitingSince)))
    : badge('success', list.answered);
}

function deadlines(summary: Summary): TemplateResult {
  const { list } = texts();
  return html`<span class="muted entry__deadlines">
    ${answerTime(summary)} <span>${list.deletion(shortDate(summary.expiresAt))}</span>
  </span>`;
}

/** How long WhatsApp still takes an answer; only where one is due it can become urgent. */
function answerTime(summary: Summary): TemplateResult | typeof nothing {
  const { replyUntil, waitingSince } = summary;
  if (summary.senderUnknown) return nothing;
  const { list } = texts();
  const time = left(replyUntil);
  if (!time) return html`<span>${list.windowClosed}</span>`;
  if (!waitingSince || time >= URGENT) return html`<span>${list.answerIn(hours(time))}</span>`;
  return html`<span class="entry__urgent">
    <span class="kern-icon kern-icon--small kern-icon--warning" aria-hidden="true"></span>
    ${list.answerIn(countdown(time))}
  </span>`;
}

function badge(tone: 'warning' | 'success', words: string): TemplateResult {
  return html`<span class="kern-badge kern-badge--small kern-badge--${tone}">
    <span class="kern-label">${words}</span>
  </span>`;
}
