import { html, nothing, type TemplateResult } from 'lit';
import { texts } from './texts';

type Tone = 'danger' | 'warning' | 'info' | 'success';

/** A KERN alert, with a way to try again where there is one. */
export function alert(tone: Tone, words: string, retry?: () => unknown): TemplateResult {
  return html`<div
    class="kern-alert kern-alert--${tone}"
    role=${tone === 'danger' ? 'alert' : 'status'}
    data-testid=${retry ? 'reload-error' : nothing}
  >
    <div class="kern-alert__header">
      <span class="kern-icon kern-icon--${tone}" aria-hidden="true"></span>
      <span class="kern-title kern-title--small" dir="auto">${words}</span>
    </div>
    ${
      retry
        ? html`<div class="kern-alert__body">
            <button type="button" class="kern-btn kern-btn--secondary" @click=${retry}>
              <span class="kern-label">${texts().retry}</span>
            </button>
          </div>`
        : nothing
    }
  </div>`;
}

export function loader(): TemplateResult {
  return html`<div class="waiting" role="status">
    <div class="kern-loader kern-loader--visible"></div>
    <span class="kern-sr-only">${texts().loading}</span>
  </div>`;
}
