import { html, nothing, type TemplateResult } from 'lit';
import type { Summary } from '../generated/api';
import { texts } from '../texts';
import { shortDate } from '../time';

/** The same person's other enquiries: which there are, and the way there. */
export function linked(
  others: Summary[],
  show: (other: Summary) => void,
): TemplateResult | typeof nothing {
  if (others.length === 0) return nothing;
  const { conversation } = texts();
  return html`<div class="kern-alert kern-alert--info" role="status" data-testid="linked">
    <div class="kern-alert__header">
      <span class="kern-icon kern-icon--info" aria-hidden="true"></span>
      <span class="kern-title kern-title--small">${conversation.linked(others.length)}</span>
    </div>
    <div class="kern-alert__body">
      ${others.map(
        (other) =>
          html`<button
            type="button"
            class="kern-btn kern-btn--secondary"
            data-id=${other.id}
            @click=${() => show(other)}
          >
            <span class="kern-label">
              ${conversation.linkedSince(shortDate(other.openedAt), other.inbound + other.outbound)}
            </span>
          </button>`,
      )}
    </div>
  </div>`;
}
