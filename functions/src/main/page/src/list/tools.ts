import { html, nothing, type TemplateResult } from 'lit';
import type { ListOrder } from '../generated/api';
import { texts } from '../texts';
import { type Counts, type Filter, FILTERS } from './filters';

interface Tools {
  order: ListOrder;
  filters: ReadonlySet<Filter>;
  search: string;
  sort: (order: ListOrder) => void;
  filter: (filter: Filter) => void;
  find: (words: string) => void;
}

const ORDERS: ListOrder[] = ['urgent', 'newest', 'waiting'];

/** How many there are, of which what; in one line above the list. */
export function summaryLine({ total, unread, today, undelivered }: Counts): TemplateResult {
  const { list } = texts();
  const parts = [
    list.total(total),
    unread && list.unreadMany(unread),
    today && list.closingToday(today),
    undelivered && list.undeliveredMany(undelivered),
  ];
  return html`<p class="list__counts muted" data-testid="counts">
    ${parts.filter(Boolean).join(' · ')}
  </p>`;
}

/** By what the list is sorted and narrowed down; all of it stays in memory. */
export function tools({ order, filters, search, sort, filter, find }: Tools): TemplateResult {
  const { list } = texts();
  return html`<input
      class="kern-form-input__input list__search"
      type="search"
      autocomplete="off"
      spellcheck="false"
      writingsuggestions="false"
      data-testid="search"
      aria-label=${list.search}
      placeholder=${list.search}
      .value=${search}
      @input=${(event: Event) => find((event.target as HTMLInputElement).value)}
    />
    <div class="toggle" role="group" aria-label=${list.order}>
      ${ORDERS.map(
        (each) =>
          html`<button
            type="button"
            aria-pressed=${order === each}
            data-testid=${`order-${each}`}
            @click=${() => sort(each)}
          >
            ${list.orders[each]}
          </button>`,
      )}
    </div>
    <div class="chips" role="group" aria-label=${list.filter}>
      ${FILTERS.map(
        (each) =>
          html`<button
            type="button"
            class="chip"
            aria-pressed=${filters.has(each)}
            data-testid=${`filter-${each}`}
            @click=${() => filter(each)}
          >
            ${filters.has(each) ? html`<span aria-hidden="true">✓ </span>` : nothing}${list.filters[each]}
          </button>`,
      )}
    </div>`;
}
