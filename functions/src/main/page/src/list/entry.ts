import { html, nothing, type TemplateResult } from 'lit';
import type { Preview, Summary } from '../model';
import { plainName } from '../names';
import { texts } from '../texts';
import { left, near, shortDate, since, stamp } from '../time';

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
      <bdi class="entry__name">${plainName(summary.name) || texts().unnamed}</bdi>
      <time class="muted" datetime=${summary.lastMessageAt}>${stamp(summary.lastMessageAt)}</time>
    </span>
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

function wait(summary: Summary): TemplateResult {
  const { list } = texts();
  return summary.waitingSince
    ? badge('warning', list.waits(since(summary.waitingSince)))
    : badge('success', list.answered);
}

function deadlines(summary: Summary): TemplateResult {
  const { list } = texts();
  const answer = left(summary.replyUntil)
    ? list.answerUntil(near(summary.replyUntil))
    : list.windowClosed;
  return html`<span class="muted entry__deadlines">
    ${summary.waitingSince ? html`<span>${answer}</span>` : nothing}
    <span>${list.deletion(shortDate(summary.expiresAt))}</span>
  </span>`;
}

function badge(tone: 'warning' | 'success', words: string): TemplateResult {
  return html`<span class="kern-badge kern-badge--small kern-badge--${tone}">
    <span class="kern-label">${words}</span>
  </span>`;
}
