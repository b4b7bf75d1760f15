import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { texts } from '../texts';
import { View } from '../view';

/** One way out of the page: an address that is opened, or something that is done. */
export interface Way {
  label: string;
  href?: string;
  run?: () => unknown;
  /** What to say once it is done. */
  done?: string;
}

/**
 * What leads out of the page, in two steps: the first says who will learn what, the second is the mayor's. Nothing is
 * fetched, resolved or opened before.
 */
@customElement('leaving-step')
export class LeavingStep extends View {
  @property({ attribute: false }) label = '';
  /** Looks like a word of the text instead of a button. */
  @property({ attribute: false }) inline = false;
  @property({ attribute: false }) note = '';
  @property({ attribute: false }) ways: Way[] = [];
  @state() private open = false;
  @state() private said = '';

  protected override render(): TemplateResult {
    const style = this.inline ? 'leaving__word' : 'kern-btn kern-btn--secondary leaving__button';
    return html`<button
        type="button"
        class=${style}
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${this.toggle}
      >
        <bdi class=${this.inline ? '' : 'kern-label'}>${this.label}</bdi></button
      >${this.open ? this.panel() : nothing}`;
  }

  private panel(): TemplateResult {
    return html`<span class="leaving__panel" role="group" aria-label=${this.label}>
      <span class="muted">${this.note}</span>
      <span class="leaving__ways">${this.ways.map((way) => this.way(way))}</span>
      <span class="muted" role="status">${this.said}</span>
    </span>`;
  }

  private way(way: Way): TemplateResult {
    const { label, href } = way;
    if (href === undefined) {
      return html`<button
        type="button"
        class="kern-btn kern-btn--tertiary"
        @click=${() => void this.take(way)}
      >
        <span class="kern-label">${label}</span>
      </button>`;
    }
    const outside = href.startsWith('http');
    return html`<a
      class="kern-link"
      href=${href}
      target=${outside ? '_blank' : nothing}
      rel="noopener noreferrer nofollow"
      >${label}</a
    >`;
  }

  private async take({ run, done }: Way): Promise<void> {
    this.said = '';
    try {
      await run?.();
      this.said = done ?? '';
    } catch {
      this.said = texts().problems.general;
    }
  }

  private readonly toggle = () => {
    this.open = !this.open;
    this.said = '';
  };
}
