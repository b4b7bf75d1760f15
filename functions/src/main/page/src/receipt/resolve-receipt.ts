import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../api';
import type { Receipt } from '../model';
import { alert } from '../parts';
import { Poll } from '../poll';
import { sizeOfFiles } from '../sizes';
import { texts } from '../texts';
import { exact } from '../time';
import { View } from '../view';

const PERIOD = 3_000;

/** What was erased, and that it is so; follows an erasure to its end. Says `leave`. */
@customElement('resolve-receipt')
export class ResolveReceipt extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) receipt!: Receipt;
  @state() private unsure = false;

  constructor() {
    super();
    new Poll(this, () => this.follow(), PERIOD);
  }

  override firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override render(): TemplateResult {
    const { receipt: words } = texts();
    const erased = this.receipt.state === 'erased';
    return html`<section
      class="receipt"
      data-testid="receipt"
      data-state=${this.receipt.state}
      aria-labelledby="receipt-heading"
    >
      <h2 class="kern-heading-medium" id="receipt-heading" tabindex="-1">
        ${erased ? words.heading : words.erasingHeading}
      </h2>
      ${alert(erased ? 'success' : 'info', erased ? words.done : words.erasing)}
      ${this.unsure ? alert('warning', words.unsure) : nothing}
      ${
        erased
          ? nothing
          : html`<div class="kern-loader kern-loader--visible" aria-hidden="true"></div>`
      }
      <dl class="kern-description-list">${this.facts()}</dl>
      <button type="button" class="kern-btn kern-btn--primary" @click=${() => this.tell('leave')}>
        <span class="kern-label">${words.back}</span>
      </button>
    </section>`;
  }

  private facts(): TemplateResult[] {
    const { receipt: words } = texts();
    const { whatsapp, lookedAgain, ...erased } = this.receipt;
    const looked = (empty: boolean) => (empty ? words.lookedAgain : words.notYet);
    const facts: [string, string][] = [
      [words.messages, String(erased.messages)],
      [words.files, sizeOfFiles(erased.media, erased.bytes)],
      [words.unreadable, exact(erased.unreadableSince)],
      [words.erasedAt, erased.erasedAt ? exact(erased.erasedAt) : words.notYet],
      [words.table, looked(lookedAgain.table)],
      [words.bucket, looked(lookedAgain.bucket)],
      [words.farewell, words.farewellAnswer[whatsapp.farewell]],
      [words.contactBook, words.contactBookAnswer[whatsapp.contactBook]],
      [words.whatsappFiles, words.whatsappFilesAnswer[whatsapp.media]],
      [words.enquiry, erased.enquiry],
    ];
    return facts.map(
      ([key, value]) =>
        html`<div class="kern-description-list-item">
          <dt class="kern-description-list-item__key">${key}</dt>
          <dd class="kern-description-list-item__value">${value}</dd>
        </div>`,
    );
  }

  private async follow(): Promise<void> {
    if (this.receipt?.state !== 'erasing') return;
    try {
      this.receipt = await this.api.resolve(this.receipt.enquiry);
      this.unsure = false;
    } catch {
      this.unsure = true;
    }
  }
}
