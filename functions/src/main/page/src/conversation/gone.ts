import { html, nothing, type TemplateResult } from 'lit';
import { nameOfPerson } from '../colleagues/colleagues';
import type { Person } from '../generated/api';
import { texts } from '../texts';
import { plainHead } from './head';

export interface Gone {
  /** An answer had been begun. */
  unsent: boolean;
  /** A note had been begun. */
  unsaved: boolean;
  by: Person | undefined;
}

/** An enquiry that ended while it was open on the desk: nothing went wrong, so nothing sounds like it. */
export function gone({ unsent, unsaved, by }: Gone, leave: () => void): TemplateResult {
  const { colleagues, conversation } = texts();
  return html`<section
    class="conversation"
    data-testid="gone"
    aria-labelledby="conversation-heading"
  >
    ${plainHead(conversation.gone, leave)}
    <div class="empty" role="status">
      <span class="kern-icon kern-icon--x-large kern-icon--info" aria-hidden="true"></span>
      <p class="kern-body" data-testid="gone-why">
        ${by ? colleagues.resolved(nameOfPerson(by)) : conversation.goneWhy}
      </p>
      ${unsent ? html`<p class="kern-body strong">${conversation.unsent}</p>` : nothing}
      ${unsaved ? html`<p class="kern-body strong">${colleagues.noteLost}</p>` : nothing}
      <button type="button" class="kern-btn kern-btn--primary" @click=${leave}>
        <span class="kern-label">${conversation.back}</span>
      </button>
    </div>
  </section>`;
}
