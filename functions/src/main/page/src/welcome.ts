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
  | 'notAdmitted'
  | 'beside'
  | 'done'
  | 'blocked'
  | 'unavailable';

interface Ways {
  enter: () => void;
  /** Whether words that were begun wait for the same person. */
  kept: boolean;
  /** Gives them up. */
  drop: () => void;
}

/** The door: what this is, why one stands before it, and the way in. */
export function welcome(reason: Reason, { enter, kept, drop }: Ways): TemplateResult {
  const { login } = texts();
  if (reason === 'done') return doneHere();
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
      ${kept ? html`<p class="kern-body" data-testid="kept">${login.kept}</p>` : nothing}
      <button
        type="button"
        class="kern-btn kern-btn--primary kern-btn--block"
        data-testid="login"
        ?disabled=${reason === 'leaving'}
        @click=${enter}
      >
        <span class="kern-label">${reason === 'leaving' ? login.leaving : login.button}</span>
      </button>
      ${kept ? dropButton(drop) : nothing}
    </div>
  </main>`;
}

function dropButton(drop: () => void): TemplateResult {
  return html`<button
    type="button"
    class="kern-btn kern-btn--tertiary kern-btn--block"
    data-testid="drop-kept"
    @click=${drop}
  >
    <span class="kern-label">${texts().login.drop}</span>
  </button>`;
}

/** The window in which somebody has logged in for another. */
function doneHere(): TemplateResult {
  return html`<main id="main" class="door" tabindex="-1">
    <div class="door__card">${alert('success', texts().login.done)}</div>
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
    case 'notAdmitted':
    case 'unavailable':
    case 'blocked':
      return alert('danger', login[reason]);
    case 'beside':
      return alert('info', login.beside);
    default:
      return nothing;
  }
}
