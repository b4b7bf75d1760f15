import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CannedReply } from '../generated/api';
import { texts } from '../texts';
import { View } from '../view';
import { found } from './canned';

/** With fewer, looking is faster than typing. */
const SEARCHED_FROM = 7;

/** The town's canned replies to choose from; says `chosen` with the words, `edit`, or `closed`. */
@customElement('canned-replies')
export class CannedReplies extends View {
  @property({ attribute: false }) replies: CannedReply[] = [];
  @state() private search = '';

  override firstUpdated(): void {
    // On a phone the keyboard would cover what there is to choose.
    const first = matchMedia('(pointer: coarse)').matches ? 'button' : 'input, button';
    this.querySelector<HTMLElement>(first)?.focus();
  }

  protected override render(): TemplateResult {
    const { reply } = texts();
    const hits = found(this.replies, this.search);
    return html`<div
      class="canned"
      id="canned"
      role="group"
      aria-label=${reply.canned}
      @keydown=${this.keyed}
    >
      ${this.replies.length >= SEARCHED_FROM ? this.searchField() : nothing}
      <ul class="canned__list">
        ${hits.map(
          ({ title, text }) =>
            html`<li>
              <button
                type="button"
                class="canned__item"
                lang="de"
                @click=${() => this.tell('chosen', text)}
              >
                <span class="strong">${title}</span>
                <span class="canned__words muted">${text}</span>
              </button>
            </li>`,
        )}
      </ul>
      <p class="muted" role="status">${hits.length ? '' : reply.cannedNone}</p>
      <button
        type="button"
        class="kern-btn kern-btn--tertiary"
        data-testid="canned-edit"
        @click=${() => this.tell('edit')}
      >
        <span class="kern-label">${reply.cannedEdit}</span>
      </button>
    </div>`;
  }

  private searchField(): TemplateResult {
    const { reply } = texts();
    return html`<label class="kern-label" for="canned-search">${reply.cannedSearch}</label>
      <input
        class="kern-form-input__input"
        id="canned-search"
        type="search"
        autocomplete="off"
        spellcheck="false"
        .value=${this.search}
        @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
      />`;
  }

  private readonly keyed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') this.tell('closed');
    else if (step) this.move(step);
    // Enter in the search would send the answer.
    else if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
  };

  private move(step: number): void {
    const stops = this.stops();
    const here = stops.findIndex((stop) => stop === document.activeElement);
    stops[(here + step + stops.length) % stops.length]?.focus();
  }

  private stops(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('input, button')];
  }
}
