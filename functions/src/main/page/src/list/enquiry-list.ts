import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Api } from '../api';
import { colleagues, me } from '../colleagues/colleagues';
import { Listening } from '../listening';
import { alert, loader, said, type Said } from '../parts';
import { Poll } from '../poll';
import { isOffline, sentence } from '../problem';
import type { ListOrder, Summary } from '../generated/api';
import { begunFor, forgetEnquiry } from '../reply/drafts';
import { fate, outbox } from '../reply/outbox';
import { chime } from '../settings/chime';
import { language, texts } from '../texts';
import { Tick } from '../tick';
import { clock } from '../time';
import { View } from '../view';
import { entry } from './entry';
import { counts, type Counts, type Filter, narrowed } from './filters';
import { ordered } from './orders';
import { summaryLine, tools } from './tools';
import { arrivals, Worklist } from './worklist';

const PERIOD = 5_000;
/** Nobody looks, but the title shall say when something comes. */
const HIDDEN_PERIOD = 30_000;

/** The open enquiries; says `open` with one of them, and `counted` with how many there are of what. */
@customElement('enquiry-list')
export class EnquiryList extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) open: string | undefined;
  @state() private order: ListOrder = 'urgent';
  @state() private filters: ReadonlySet<Filter> = new Set();
  @state() private search = '';
  @state() private enquiries: Summary[] | undefined;
  @state() private error: unknown;
  @state() private news: Said = '';
  private announced = 0;
  /** Something was begun for them, and the last look at all enquiries did not find them. */
  private missing = new Set<string>();
  private list: Worklist | undefined;
  private readonly poll = new Poll(this, () => this.refresh(), PERIOD, HIDDEN_PERIOD);

  constructor() {
    super();
    new Tick(this);
    new Listening(this, outbox, () => this.show());
    new Listening(this, colleagues, () => this.requestUpdate());
  }

  /** Looks again at once, because something has just changed. */
  look(): Promise<void> {
    return this.poll.now();
  }

  /** It is open before the reader's eyes; the server is told so by the conversation. */
  read(id: string): void {
    this.list?.change(id, ({ unread: _, ...rest }) => rest);
    this.show();
  }

  /** The reader has put it off, or wants it back. */
  postponed(id: string, until: string | undefined): void {
    this.list?.change(id, ({ postponedUntil: _, ...rest }) =>
      until ? { ...rest, postponedUntil: until } : rest,
    );
    this.show();
  }

  /** It is no more. */
  drop(id: string): void {
    this.list?.drop(id);
    this.show();
  }

  /** Back to where the reader came from, or to the heading if that enquiry is gone. */
  focusOn(id: string): void {
    const entry = this.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    (entry ?? this.querySelector<HTMLElement>('h2'))?.focus();
  }

  protected override render(): TemplateResult {
    const { list } = texts();
    const shown = this.error && !isOffline(this.error);
    return html`<section class="list" data-testid="enquiry-list" aria-labelledby="list-heading">
      <header class="list__head">
        <h2 class="kern-heading-small" id="list-heading" tabindex="-1">${list.heading}</h2>
        ${this.enquiries?.length ? this.head(this.enquiries) : nothing}
        ${shown ? alert('danger', sentence(this.error), { retry: () => this.look() }) : nothing}
      </header>
      <p class="kern-sr-only" role="status" data-testid="list-news">
        ${keyed(this.announced, this.news)}
      </p>
      ${this.enquiries ? this.entries(this.enquiries) : this.error ? nothing : loader()}
    </section>`;
  }

  private head(enquiries: Summary[]): TemplateResult {
    const { order, filters, search } = this;
    return html`${summaryLine(counts(enquiries))}
    ${tools({
      order,
      filters,
      search,
      sort: (wanted) => (this.order = wanted),
      filter: (filter) => this.toggle(filter),
      find: (words) => (this.search = words),
    })}`;
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
    const shown = ordered(narrowed(enquiries, this.filters, this.search), this.order);
    return html`<p class="kern-sr-only" role="status">
        ${this.filters.size || this.search ? list.found(shown.length) : ''}
      </p>
      ${shown.length ? nothing : this.none()}
      <ul class="entries">
        ${repeat(
          shown,
          (each) => each.id,
          (each) => html`<li>${this.entry(each)}</li>`,
        )}
      </ul>`;
  }

  /** Drawn anew only when it says something else: sorting hundreds must not draw them all. */
  private entry(each: Summary): unknown {
    const open = each.id === this.open;
    const became = fate(each.id);
    const minute = Math.floor(Date.now() / 60_000);
    return guard([each, open, became, minute, language(), me().id], () =>
      entry(each, { open, fate: became, choose: () => this.tell('open', each) }),
    );
  }

  private none(): TemplateResult {
    const { list } = texts();
    const all = () => {
      this.filters = new Set();
      this.search = '';
    };
    return html`<div class="empty">
      <p class="kern-body">${list.noneFound}</p>
      <button type="button" class="kern-btn kern-btn--secondary" @click=${all}>
        <span class="kern-label">${list.showAll}</span>
      </button>
    </div>`;
  }

  private toggle(filter: Filter): void {
    const filters = new Set(this.filters);
    if (!filters.delete(filter)) filters.add(filter);
    this.filters = filters;
  }

  private async refresh(): Promise<void> {
    try {
      const list = this.list ?? (await this.begun());
      const wholly = await list.refresh();
      this.list = list;
      this.error = undefined;
      if (wholly) this.forgetMissing(list);
      this.show();
    } catch (error) {
      this.error = error;
    }
  }

  /** What was begun for an enquiry that is no more; an index that lags behind may miss one once. */
  private forgetMissing(list: Worklist): void {
    const listed = new Set([this.open, ...list.all.map(({ id }) => id)]);
    const missing = begunFor().filter((id) => !listed.has(id));
    missing.filter((id) => this.missing.has(id)).forEach(forgetEnquiry);
    this.missing = new Set(missing);
  }

  /** The first that matter are seen before all are here. */
  private async begun(): Promise<Worklist> {
    const list = new Worklist(this.api);
    try {
      await list.first(this.order);
      this.list = list;
      this.show();
    } catch {
      // A server of the release before knows no such order, and yet all of them by their last message.
    }
    return list;
  }

  private show(): void {
    if (!this.list) return;
    const before = this.enquiries;
    // What is over is gone for every reader.
    const all = this.list.all.filter((each) => Date.parse(each.expiresAt) > Date.now());
    this.enquiries = all;
    if (before) this.announce(before, all);
    this.tell<Counts>('counted', counts(all));
  }

  /** Each time in a new element and with the time, or the same words would not be read again. */
  private announce(before: Summary[], now: Summary[]): void {
    const { list } = texts();
    const known = new Set(before.filter((each) => each.undeliveredAt).map((each) => each.id));
    const refused = now.filter((each) => each.undeliveredAt && !known.has(each.id)).length;
    const arrived = arrivals(before, now);
    if (!arrived && !refused) return;
    const words = [arrived && list.arrived(arrived), refused && list.refused(refused)];
    this.announced++;
    chime();
    this.news = said(list.at(words.filter(Boolean).join(', '), clock(new Date().toISOString())));
  }
}
