import { html, nothing, type TemplateResult } from 'lit';
import { isMe, nameOfPerson } from '../colleagues/colleagues';
import type { Person, Preview, Summary } from '../generated/api';
import { nameOf } from '../names';
import type { Fate } from '../reply/outbox';
import { texts } from '../texts';
import { countdown, hours, left, near, shortDate, since, stamp, URGENT } from '../time';

interface Entry {
  open: boolean;
  /** What became of the answer that was written here last. */
  fate: Fate | undefined;
  choose: () => void;
}

/** One enquiry in the list: who, what last, how long it waits, by when it will be gone. */
export function entry(summary: Summary, { open, fate, choose }: Entry): TemplateResult {
  return html`<button
    type="button"
    class="entry ${summary.unread && !open ? 'entry--unread' : ''}"
    data-testid="enquiry"
    data-id=${summary.id}
    aria-current=${open ? 'true' : nothing}
    @click=${choose}
  >
    <span class="entry__line">
      <span class="entry__who">
        ${summary.unread && !open ? unread() : nothing}
        <bdi class="entry__name">${nameOf(summary)}</bdi>
      </span>
      <time class="muted" datetime=${summary.lastMessageAt}>${stamp(summary.lastMessageAt)}</time>
    </span>
    ${summary.urgent ? alarm(texts().list.emergency) : nothing} ${unsent(summary, fate)}
    <span class="entry__preview" dir="auto">${preview(summary.preview, summary.answeredBy)}</span>
    ${assigned(summary.assigned)}
    <span class="entry__line entry__facts">${wait(summary)} ${deadlines(summary)}</span>
  </button>`;
}

/** The last message in a line; what is not text is named by its kind. */
export function preview(last: Preview | undefined, by?: Person): string {
  if (!last) return '';
  const kind = last.kind === 'text' ? '' : texts().kind(last.kind);
  const words = [kind, last.text].filter(Boolean).join(': ');
  const who = by && !isMe(by) ? nameOfPerson(by) : texts().list.you;
  return last.direction === 'out' ? `${who}: ${words}` : words;
}

/** Whom it is for, where somebody has said so. */
function assigned(person: Person | undefined): TemplateResult | typeof nothing {
  if (!person) return nothing;
  return html`<span class="entry__for"><bdi>${forWhom(person)}</bdi></span>`;
}

function forWhom(person: Person): string {
  const { colleagues } = texts();
  if (isMe(person)) return colleagues.forMe;
  return person.name ? colleagues.forPerson(person.name) : colleagues.forSomebody;
}

function unread(): TemplateResult {
  return html`<span class="entry__dot" aria-hidden="true"></span>
    <span class="kern-sr-only">${texts().list.unread}:</span>`;
}

/** In words and with a sign: colour alone is not for everybody. */
function alarm(words: string): TemplateResult {
  return html`<span class="entry__emergency">
    <span class="kern-icon kern-icon--small kern-icon--danger" aria-hidden="true"></span>
    ${words}
  </span>`;
}

/** Until it is dealt with: another answer is written, or it gets out after all. */
function unsent(summary: Summary, fate: Fate | undefined): TemplateResult | typeof nothing {
  const { list } = texts();
  if (fate === 'failed') return alarm(list.unsent);
  return summary.undeliveredAt && !fate ? alarm(list.undelivered) : nothing;
}

function wait(summary: Summary): TemplateResult {
  const { list } = texts();
  if (summary.postponedUntil && left(summary.postponedUntil)) {
    const { postponedBy: by, postponedUntil } = summary;
    const who = by && !isMe(by) ? `, ${nameOfPerson(by)}` : '';
    return badge('info', list.postponed(near(postponedUntil)) + who);
  }
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
  if (!waitingSince)
    return html`<span>${time ? list.answerIn(hours(time)) : list.windowClosed}</span>`;
  if (time >= URGENT) return html`<span>${list.answerIn(hours(time))}</span>`;
  return html`<span class="entry__urgent">
    <span class="kern-icon kern-icon--small kern-icon--warning" aria-hidden="true"></span>
    ${time ? list.answerIn(countdown(time)) : list.windowClosed}
  </span>`;
}

function badge(tone: 'warning' | 'success' | 'info', words: string): TemplateResult {
  return html`<span class="kern-badge kern-badge--small kern-badge--${tone}">
    <span class="kern-label">${words}</span>
  </span>`;
}
