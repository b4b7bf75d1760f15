import { html, nothing, type TemplateResult } from 'lit';
import { language, texts } from './texts';

type Tone = 'danger' | 'warning' | 'info' | 'success';

export type Said = TemplateResult | '';

/** Words for a live region, which stay in the language that they were said in: nothing is said twice. */
export function said(words: string): TemplateResult {
  return html`<span lang=${language()}>${words}</span>`;
}

/** A KERN alert; below its sentence more words, or a way to try again. */
export function alert(
  tone: Tone,
  words: string,
  {
    retry,
    again,
    more,
  }: { retry?: ((event: Event) => unknown) | undefined; again?: string; more?: string } = {},
): TemplateResult {
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
      more || retry
        ? html`<div class="kern-alert__body">
            ${more ? html`<p>${more}</p>` : nothing} ${retry ? retryButton(retry, again) : nothing}
          </div>`
        : nothing
    }
  </div>`;
}

function retryButton(retry: (event: Event) => unknown, words = texts().retry): TemplateResult {
  return html`<button type="button" class="kern-btn kern-btn--secondary" @click=${retry}>
    <span class="kern-label">${words}</span>
  </button>`;
}

export function loader(): TemplateResult {
  return html`<div class="waiting" role="status">
    <div class="kern-loader kern-loader--visible"></div>
    <span class="kern-sr-only">${texts().loading}</span>
  </div>`;
}

/** A cross that takes something away again. */
export function removeButton(label: string, remove: () => void): TemplateResult {
  return html`<button
    type="button"
    class="kern-btn kern-btn--tertiary tool"
    title=${label}
    @click=${remove}
  >
    <span class="kern-icon kern-icon--close" aria-hidden="true"></span>
    <span class="kern-sr-only">${label}</span>
  </button>`;
}

/** A cross that closes a dialog. */
export function closeButton(close: (event: Event) => unknown): TemplateResult {
  return html`<button type="button" class="kern-btn kern-btn--tertiary" @click=${close}>
    <span class="kern-icon kern-icon--close" aria-hidden="true"></span>
    <span class="kern-sr-only">${texts().close}</span>
  </button>`;
}
