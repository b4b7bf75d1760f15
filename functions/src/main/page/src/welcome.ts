import { html, nothing, type TemplateResult } from 'lit';
import { alert } from './parts';
import { texts } from './texts';

/** Why nobody is at the desk. */
export type Reason =
  | 'starting'
  | 'welcome'
  | 'leaving'
  | 'locked'
  | 'expired'
  | 'loggedOut'
  | 'failed'
  | 'notAsked'
  | 'unavailable';

/** The door: what this is, why one stands before it, and the way in. */
export function welcome(reason: Reason, enter: () => void): TemplateResult {
  const { login } = texts();
  const locked = reason === 'locked';
  return html`<main id="main" class="door" tabindex="-1">
    <div class="door__card">
      ${
        locked
          ? html`<span
              class="kern-icon kern-icon--x-large kern-icon--visibility-off"
              aria-hidden="true"
            >
            </span>`
          : nothing
      }
      <h2 class="kern-heading-medium">${locked ? login.lockedHeading : login.heading}</h2>
      ${note(reason)} ${locked ? nothing : html`<p class="kern-body">${login.welcome}</p>`}
      <p class="kern-body">${login.promise}</p>
      <button
        type="button"
        class="kern-btn kern-btn--primary kern-btn--block"
        data-testid="login"
        ?disabled=${reason === 'leaving'}
        @click=${enter}
      >
        <span class="kern-label">${reason === 'leaving' ? login.leaving : login.button}</span>
      </button>
    </div>
  </main>`;
}

function note(reason: Reason): TemplateResult | typeof nothing {
  const { login } = texts();
  switch (reason) {
    case 'locked':
      return html`<p class="kern-body" role="status">${login.locked}</p>`;
    case 'expired':
    case 'loggedOut':
      return alert('info', login[reason]);
    case 'failed':
    case 'notAsked':
    case 'unavailable':
      return alert('danger', login[reason]);
    default:
      return nothing;
  }
}
