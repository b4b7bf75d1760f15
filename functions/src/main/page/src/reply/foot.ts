import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../texts';
import { countdown, hours, URGENT } from '../time';
import { hasFiles, isSendable, longest, type Draft } from './drafts';

/** A file by its button: only what can be sent is offered. */
const ACCEPTED = 'image/jpeg,image/png,image/webp,application/pdf';
/** The last seventh of the room is counted. */
const COUNTED = 7;

interface Foot {
  draft: Draft;
  left: number;
  busy: boolean;
  sending: boolean;
  /** Whether the menu of canned replies is open. */
  menu: boolean;
  toggle: () => void;
  attach: (files: File[]) => void;
  finish: () => void;
}

/** The line below the field: a file, a canned reply, how long and how much there is left, and off. */
export function foot(parts: Foot): TemplateResult {
  const { reply } = texts();
  return html`<div class="reply__foot">
    ${attachButton(parts)} ${cannedButton(parts)}
    <p class="reply__notes muted">
      ${deadline(parts.left)}
      <span id="reply-count">${counter(parts.draft)}</span>
    </p>
    <button
      type="button"
      class="kern-btn kern-btn--secondary reply__finish"
      data-testid="reply-finish"
      ?disabled=${parts.busy || !isSendable(parts.draft)}
      @click=${parts.finish}
    >
      <span class="kern-label">${reply.finish}</span>
    </button>
    <button
      type="submit"
      class="kern-btn kern-btn--primary"
      data-testid="reply-send"
      ?disabled=${parts.busy || !isSendable(parts.draft)}
    >
      <span class="kern-label">${parts.sending ? reply.sending : reply.send}</span>
    </button>
  </div>`;
}

function attachButton({ busy, attach }: Foot): TemplateResult {
  const input = (event: Event) =>
    (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!;
  const picked = (event: Event) => {
    const chooser = event.target as HTMLInputElement;
    attach([...chooser.files!]);
    // The same file may be chosen again after it was removed.
    chooser.value = '';
  };
  return html`<span>
    <input
      type="file"
      hidden
      multiple
      accept=${ACCEPTED}
      data-testid="attach-file"
      @change=${picked}
    />
    <button
      type="button"
      class="kern-btn kern-btn--tertiary tool"
      data-testid="attach"
      title=${texts().reply.attach}
      ?disabled=${busy}
      @click=${(event: Event) => input(event).click()}
    >
      <span class="kern-icon icon--clip" aria-hidden="true"></span>
      <span class="kern-sr-only">${texts().reply.attach}</span>
    </button>
  </span>`;
}

function cannedButton({ menu, busy, toggle }: Foot): TemplateResult {
  return html`<button
    type="button"
    class="kern-btn kern-btn--tertiary tool"
    data-testid="canned"
    title=${texts().reply.canned}
    aria-controls="canned"
    aria-expanded=${menu ? 'true' : 'false'}
    ?disabled=${busy}
    @click=${toggle}
  >
    <span class="kern-icon icon--lines" aria-hidden="true"></span>
    <span class="kern-sr-only">${texts().reply.canned}</span>
  </button>`;
}

/** How long WhatsApp still takes an answer: calm, then to the minute. */
function deadline(left: number): TemplateResult {
  const { reply } = texts();
  const urgent = left < URGENT;
  return html`<span class="deadline ${urgent ? 'deadline--urgent' : ''}" data-testid="deadline">
    ${
      urgent
        ? html`<span
            class="kern-icon kern-icon--small kern-icon--warning"
            aria-hidden="true"
          ></span>`
        : nothing
    }
    ${reply.countdown(inOnePiece(urgent ? countdown(left) : hours(left)))}
  </span>`;
}

function inOnePiece(time: string): string {
  return time.replaceAll(' ', '\u00a0');
}

function counter(draft: Draft): TemplateResult | string {
  const { reply } = texts();
  const room = longest(hasFiles(draft));
  const left = room - draft.text.length;
  if (left < 0) return html`<span class="reply__over">${reply.tooLong(-left)}</span>`;
  if (left < room / COUNTED) return reply.counter(left);
  return html`<span class="reply__hint">${reply.hint}</span>`;
}
