import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../texts';
import { plainHead } from './head';

/** An enquiry that ended while it was open on the desk: nothing went wrong, so nothing sounds like it. */
export function gone(unsent: boolean, leave: () => void): TemplateResult {
  const { conversation } = texts();
  return html`<section
    class="conversation"
    data-testid="gone"
    aria-labelledby="conversation-heading"
  >
    ${plainHead(conversation.gone, leave)}
    <div class="empty" role="status">
      <span class="kern-icon kern-icon--x-large kern-icon--info" aria-hidden="true"></span>
      <p class="kern-body">${conversation.goneWhy}</p>
      ${unsent ? html`<p class="kern-body strong">${conversation.unsent}</p>` : nothing}
      <button type="button" class="kern-btn kern-btn--primary" @click=${leave}>
        <span class="kern-label">${conversation.back}</span>
      </button>
    </div>
  </section>`;
}
