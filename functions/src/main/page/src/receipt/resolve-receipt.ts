import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../api';
import type { Configuration, Receipt } from '../generated/api';
import { alert } from '../parts';
import { Poll } from '../poll';
import { isGone } from '../problem';
import { texts } from '../texts';
import { clock } from '../time';
import { View } from '../view';
import { sections, type Section } from './facts';
import { ReceiptSheet } from './receipt-sheet';

const PERIOD = 3_000;

/** What was erased, and that it is so; follows an erasure to its end. Says `leave`, or `next`. */
@customElement('resolve-receipt')
export class ResolveReceipt extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) receipt!: Receipt;
  @property({ attribute: false }) town!: Configuration;
  /** Whether another enquiry is open. */
  @property({ attribute: false }) more = false;
  @state() private unsure = false;
  private readonly sheet = new ReceiptSheet();

  constructor() {
    super();
    new Poll(this, () => this.follow(), PERIOD);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sheet.remove();
  }

  override firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  /** Only what is final goes into a file. */
  override updated(): void {
    Object.assign(this.sheet, { receipt: this.receipt, town: this.town });
    if (this.erased && this.isConnected && !this.sheet.isConnected) {
      document.body.append(this.sheet);
    }
  }

  protected override render(): TemplateResult {
    const { receipt: words } = texts();
    const { erased } = this;
    return html`<section
      class="receipt"
      data-testid="receipt"
      data-state=${this.receipt.state}
      aria-labelledby="receipt-heading"
    >
      <h2 class="kern-heading-medium" id="receipt-heading" tabindex="-1">
        ${erased ? words.heading : words.erasingHeading(clock(this.receipt.unreadableSince))}
      </h2>
      ${alert(erased ? 'success' : 'info', erased ? words.done : words.erasing)}
      ${this.unsure ? alert('warning', words.unsure) : nothing}
      ${
        erased
          ? nothing
          : html`<div class="kern-loader kern-loader--visible" aria-hidden="true"></div>`
      }
      ${sections(this.receipt).map(section)}
      <p class="muted">${words.scope(this.town.whatsapp_storage)}</p>
      ${this.buttons()}
    </section>`;
  }

  private get erased(): boolean {
    return this.receipt.state === 'erased';
  }

  private buttons(): TemplateResult {
    const { receipt: words } = texts();
    return html`<div class="receipt__buttons">
      ${
        this.more
          ? html`<button
              type="button"
              class="kern-btn kern-btn--primary"
              data-testid="next"
              @click=${() => this.tell('next')}
            >
              <span class="kern-label">${words.next}</span>
            </button>`
          : nothing
      }
      <button
        type="button"
        class="kern-btn ${this.more ? 'kern-btn--secondary' : 'kern-btn--primary'}"
        data-testid="leave"
        @click=${() => this.tell('leave')}
      >
        <span class="kern-label">${words.back}</span>
      </button>
      ${
        this.erased
          ? html`<button
              type="button"
              class="kern-btn kern-btn--secondary"
              data-testid="print"
              @click=${() => window.print()}
            >
              <span class="kern-label">${words.print}</span>
            </button>`
          : nothing
      }
    </div>`;
  }

  private async follow(): Promise<void> {
    const { receipt } = this;
    if (receipt?.state !== 'erasing') return;
    try {
      this.receipt = await this.api.resolve(receipt.enquiry);
      this.unsure = false;
    } catch (error) {
      if (isGone(error)) this.settle(receipt);
      else this.unsure = true;
    }
  }

  /** The server forgets an erasure last of all, once both stores were seen empty a second time. */
  private settle(receipt: Receipt): void {
    this.receipt = { ...receipt, state: 'erased', lookedAgain: { table: true, bucket: true } };
    this.unsure = false;
  }
}

function section({ heading, facts }: Section): TemplateResult {
  return html`<section class="receipt__section">
    <h3 class="kern-heading-small">${heading}</h3>
    <dl class="kern-description-list">
      ${facts.map(
        ([name, value]) =>
          html`<div class="kern-description-list-item">
            <dt class="kern-description-list-item__key">${name}</dt>
            <dd class="kern-description-list-item__value">${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
