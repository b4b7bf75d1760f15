import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Api } from '../api';
import { alert, loader } from '../parts';
import { Poll } from '../poll';
import { sentence } from '../problem';
import type { ListOrder, Summary } from '../generated/api';
import { texts } from '../texts';
import { Tick } from '../tick';
import { View } from '../view';
import { entry } from './entry';
import { arrivals, worklist } from './worklist';

/** The open enquiries; says `open` with one of them, and `counted` with how many wait. */
@customElement('enquiry-list')
export class EnquiryList extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) open: string | undefined;
  @state() private order: ListOrder = 'newest';
  @state() private enquiries: Summary[] | undefined;
  @state() private more = false;
  @state() private error: unknown;
  @state() private news = '';
  private pages = 1;
  private readonly poll = new Poll(this, () => this.refresh());

  constructor() {
    super();
    new Tick(this);
  }

  /** Looks again at once, because something has just changed. */
  look(): Promise<void> {
    return this.poll.now();
  }

  /** Back to where the reader came from, or to the heading if that enquiry is gone. */
  focusOn(id: string): void {
    const entry = this.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    (entry ?? this.querySelector<HTMLElement>('h2'))?.focus();
  }

  protected override render(): TemplateResult {
    const { list } = texts();
    return html`<section class="list" data-testid="enquiry-list" aria-labelledby="list-heading">
      <header class="list__head">
        <h2 class="kern-heading-small" id="list-heading" tabindex="-1">${list.heading}</h2>
        ${this.orders()}
        ${this.error ? alert('danger', sentence(this.error), { retry: () => this.look() }) : nothing}
      </header>
      <p class="kern-sr-only" role="status">${this.news}</p>
      ${this.enquiries ? this.entries(this.enquiries) : this.error ? nothing : loader()}
    </section>`;
  }

  private orders(): TemplateResult {
    const { list } = texts();
    const button = (order: ListOrder, label: string) =>
      html`<button
        type="button"
        aria-pressed=${this.order === order}
        @click=${() => this.sort(order)}
      >
        ${label}
      </button>`;
    return html`<div class="toggle" role="group" aria-label=${list.order}>
      ${button('newest', list.newest)} ${button('waiting', list.waiting)}
    </div>`;
  }

  private entries(enquiries: Summary[]): TemplateResult {
    const { list } = texts();
    if (enquiries.length === 0) {
      return html`<div class="empty">
        <span class="kern-icon kern-icon--x-large kern-icon--checklist" aria-hidden="true"></span>
        <p class="kern-title">${list.empty}</p>
        <p class="kern-body muted">${list.emptyMore}</p>
      </div>`;
    }
    return html`<ul class="entries">
        ${repeat(
          enquiries,
          (each) => each.id,
          (each) =>
            html`<li>${entry(each, each.id === this.open, () => this.tell('open', each))}</li>`,
        )}
      </ul>
      ${this.more ? this.moreButton() : nothing}`;
  }

  private moreButton(): TemplateResult {
    return html`<button
      type="button"
      class="kern-btn kern-btn--secondary list__more"
      @click=${() => this.loadMore()}
    >
      <span class="kern-label">${texts().list.more}</span>
    </button>`;
  }

  private async sort(order: ListOrder): Promise<void> {
    this.order = order;
    this.pages = 1;
    await this.look();
  }

  private async loadMore(): Promise<void> {
    this.pages++;
    await this.look();
  }

  private async refresh(): Promise<void> {
    const order = this.order;
    try {
      const { enquiries, more } = await worklist(this.api, order, this.pages);
      if (order !== this.order) return;
      this.announce(enquiries);
      this.enquiries = enquiries;
      this.more = more;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  private announce(fresh: Summary[]): void {
    const news = this.enquiries ? arrivals(this.enquiries, fresh) : 0;
    if (news) this.news = texts().list.arrived(news);
    this.tell('counted', fresh.filter((each) => each.waitingSince).length);
  }
}
