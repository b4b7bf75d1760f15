import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../texts';
import { countdown, hours, URGENT } from '../time';

/** How long WhatsApp still takes an answer: calm, then to the minute. */
export function deadline(left: number): TemplateResult {
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
