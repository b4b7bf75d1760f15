import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Api } from './api';
import { forgetColleagues, introduce } from './colleagues/colleagues';
import './conversation/enquiry-conversation';
import './leave-dialog';
import type { LeaveDialog } from './leave-dialog';
import './list/enquiry-list';
import type { EnquiryList } from './list/enquiry-list';
import type { Counts } from './list/filters';
import type { Configuration, Receipt, Summary } from './generated/api';
import { alert } from './parts';
import { sentence, Problem } from './problem';
import { removeSheets } from './record/print-sheet';
import { forgetCannedReplies } from './reply/canned-shelf';
import { forgetDrafts, forgetEnquiry } from './reply/drafts';
import { failures, outbox } from './reply/outbox';
import './receipt/resolve-receipt';
import { DeskKeys } from './settings/desk-keys';
import { Tab } from './tab';
import { texts } from './texts';
import { View } from './view';

const NOTHING: Counts = { total: 0, unread: 0, today: 0, undelivered: 0 };

/** The two panes: the list, and beside it (on a phone: instead of it) what is open. Says `leave` to log out, and `help`. */
@customElement('mayors-desk')
export class MayorsDesk extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) town!: Configuration;
  @state() private open: Summary | undefined;
  @state() private receipt: Receipt | undefined;
  @state() private offline = false;
  @query('enquiry-list') private list!: EnquiryList | null;
  @query('leave-dialog') private leaving!: LeaveDialog | null;
  private counts = NOTHING;
  private readonly tab = new Tab();

  constructor() {
    super();
    new DeskKeys(this, () => this.tell('help'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.back);
    window.addEventListener('online', this.look);
    outbox.addEventListener('change', this.entitle);
    this.api.addEventListener('connection', this.connection);
    // One step back from the list would leave the page and log out.
    if (history.state !== 'list') history.pushState('list', '');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.back);
    window.removeEventListener('online', this.look);
    outbox.removeEventListener('change', this.entitle);
    this.api.removeEventListener('connection', this.connection);
    this.tab.clear();
    forgetDrafts();
    forgetColleagues();
    forgetCannedReplies();
    removeSheets();
  }

  /** Where a reader goes on who has just come in. */
  override firstUpdated(): void {
    // Whoever cannot be named works on, as somebody.
    introduce(this.api).catch(() => undefined);
    void this.list?.updateComplete.then(() => this.list?.focusOn(''));
  }

  protected override render(): TemplateResult {
    return html`<main
        id="main"
        class="desk ${this.open ? 'desk--open' : ''} ${this.offline ? 'desk--offline' : ''}"
        tabindex="-1"
      >
        ${this.offline ? this.notice() : nothing}
        <enquiry-list
          .api=${this.api}
          .open=${this.open?.id}
          @open=${(event: CustomEvent<Summary>) => this.show(event.detail)}
          @counted=${(event: CustomEvent<Counts>) => this.count(event.detail)}
        ></enquiry-list>
        <div class="desk__open">${this.pane()}</div>
      </main>
      <leave-dialog @leave=${() => this.tell('leave')} @stay=${this.guard}></leave-dialog>`;
  }

  /** Once for everything on the desk, and gone as soon as anything gets through. */
  private notice(): TemplateResult {
    return html`<div class="desk__notice" data-testid="offline">
      ${alert('danger', sentence(new Problem('offline')))}
    </div>`;
  }

  private pane(): TemplateResult | unknown {
    if (this.receipt) {
      return html`<resolve-receipt
        .api=${this.api}
        .receipt=${this.receipt}
        .town=${this.town}
        .more=${this.next !== undefined}
        @leave=${this.leave}
        @next=${() => this.next?.click()}
      ></resolve-receipt>`;
    }
    if (!this.open) return html`<p class="desk__hint muted">${texts().list.choose}</p>`;
    const { id } = this.open;
    return keyed(
      id,
      html`<enquiry-conversation
        .api=${this.api}
        .town=${this.town}
        .summary=${this.open}
        @leave=${this.leave}
        @open=${(event: CustomEvent<Summary>) => this.show(event.detail)}
        @answered=${this.look}
        @postponed=${(event: CustomEvent<string | undefined>) =>
          this.list?.postponed(id, event.detail)}
        @gone=${() => this.drop(id)}
        @resolved=${(event: CustomEvent<Receipt>) => this.resolved(id, event.detail)}
      ></enquiry-conversation>`,
    );
  }

  private readonly look = () => void this.list?.look();

  private readonly connection = () => {
    this.offline = this.api.offline;
  };

  /** The first in the list, in the order that the mayor has chosen, apart from what is being erased. */
  private get next(): HTMLElement | undefined {
    const all = [...this.querySelectorAll<HTMLElement>('[data-testid=enquiry]')];
    return all.find((each) => each.dataset['id'] !== this.open?.id);
  }

  /** The browser's way back closes the enquiry; its history learns nothing about it. */
  private show(summary: Summary): void {
    if (!this.open) history.pushState('open', '');
    this.receipt = undefined;
    this.open = summary;
    this.list?.read(summary.id);
  }

  private readonly leave = () => {
    void this.close();
    history.back();
  };

  private readonly back = () => {
    if (history.state === 'list') void this.close();
    else if (history.state !== 'open') void this.leaving?.ask();
  };

  /** The step that was taken back is put there again. */
  private readonly guard = () => history.pushState('list', '');

  private async close(): Promise<void> {
    const left = this.open;
    this.open = undefined;
    this.receipt = undefined;
    await this.updateComplete;
    if (left) this.list?.focusOn(left.id);
  }

  private resolved(id: string, receipt: Receipt): void {
    this.receipt = receipt;
    forgetEnquiry(id);
    removeSheets();
    this.drop(id);
  }

  private drop(id: string): void {
    this.list?.drop(id);
    this.look();
  }

  private count(counts: Counts): void {
    this.counts = counts;
    this.entitle();
  }

  private readonly entitle = () => {
    // An answer may still arrive when the desk has been cleared.
    if (!this.isConnected) return;
    const { unread, today, undelivered } = this.counts;
    this.tab.show({ unread, today, failed: Math.max(undelivered, failures()) });
  };
}
