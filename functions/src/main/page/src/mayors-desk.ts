import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Api } from './api';
import './conversation/enquiry-conversation';
import './list/enquiry-list';
import type { EnquiryList } from './list/enquiry-list';
import type { Configuration, Receipt, Summary } from './generated/api';
import { forgetDrafts } from './reply/drafts';
import './receipt/resolve-receipt';
import { DeskKeys } from './settings/desk-keys';
import { texts } from './texts';
import { View } from './view';

/** The two panes: the list, and beside it (on a phone: instead of it) what is open. Says `help` when it is asked for. */
@customElement('mayors-desk')
export class MayorsDesk extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) town!: Configuration;
  @state() private open: Summary | undefined;
  @state() private receipt: Receipt | undefined;

  constructor() {
    super();
    new DeskKeys(this, () => this.tell('help'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.close);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.close);
    document.title = texts().title;
    forgetDrafts();
  }

  protected override render(): TemplateResult {
    return html`<main id="main" class="desk ${this.open ? 'desk--open' : ''}" tabindex="-1">
      <enquiry-list
        .api=${this.api}
        .open=${this.open?.id}
        @open=${(event: CustomEvent<Summary>) => this.show(event.detail)}
        @counted=${(event: CustomEvent<number>) => this.count(event.detail)}
      ></enquiry-list>
      <div class="desk__open">${this.pane()}</div>
    </main>`;
  }

  private pane(): TemplateResult | unknown {
    if (this.receipt) {
      return html`<resolve-receipt
        .api=${this.api}
        .receipt=${this.receipt}
        .town=${this.town.town}
        .more=${this.next !== undefined}
        @leave=${this.leave}
        @next=${() => this.next?.click()}
      ></resolve-receipt>`;
    }
    if (!this.open) return html`<p class="desk__hint muted">${texts().list.choose}</p>`;
    return keyed(
      this.open.id,
      html`<enquiry-conversation
        .api=${this.api}
        .town=${this.town}
        .summary=${this.open}
        @leave=${this.leave}
        @open=${(event: CustomEvent<Summary>) => this.show(event.detail)}
        @answered=${this.look}
        @gone=${this.look}
        @resolved=${(event: CustomEvent<Receipt>) => this.resolved(event.detail)}
      ></enquiry-conversation>`,
    );
  }

  private readonly look = () => void this.list?.look();

  private get list(): EnquiryList | null {
    return this.querySelector<EnquiryList>('enquiry-list');
  }

  /** The first in the list, in the order that the mayor has chosen, apart from what is being erased. */
  private get next(): HTMLElement | undefined {
    const all = [...this.querySelectorAll<HTMLElement>('[data-testid=enquiry]')];
    return all.find((each) => each.dataset['id'] !== this.open?.id);
  }

  /** The browser's way back closes the enquiry; its history learns nothing about it. */
  private show(summary: Summary): void {
    if (!this.open) history.pushState(null, '');
    this.receipt = undefined;
    this.open = summary;
  }

  private readonly leave = () => {
    void this.close();
    history.back();
  };

  private readonly close = async () => {
    const left = this.open;
    this.open = undefined;
    this.receipt = undefined;
    await this.updateComplete;
    if (left) this.list?.focusOn(left.id);
  };

  private resolved(receipt: Receipt): void {
    this.receipt = receipt;
    this.look();
  }

  private count(waiting: number): void {
    // An answer may still arrive when the desk has been cleared.
    if (!this.isConnected) return;
    document.title = waiting ? `(${waiting}) ${texts().title}` : texts().title;
  }
}
