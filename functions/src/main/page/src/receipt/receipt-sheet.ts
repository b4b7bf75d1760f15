import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Configuration, Receipt } from '../generated/api';
import { texts } from '../texts';
import { exact, shortDate } from '../time';
import { View } from '../view';
import { sections, type Section } from './facts';

/**
 * The receipt as a sheet for the file. It stands beside the page, not in it: the print stylesheet
 * lets this one element through and nothing else, whatever the page shows or hides.
 */
@customElement('receipt-sheet')
export class ReceiptSheet extends View {
  @property({ attribute: false }) receipt!: Receipt;
  @property({ attribute: false }) town!: Configuration;
  private formerTitle = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.begin);
    window.addEventListener('afterprint', this.end);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.begin);
    window.removeEventListener('afterprint', this.end);
    this.end();
  }

  protected override render(): TemplateResult {
    const { receipt: words, title } = texts();
    return html`<header class="sheet__head">
        <p class="sheet__town">${this.town.town}</p>
        <p>${title}</p>
      </header>
      <h1>${words.sheet}</h1>
      <p>${words.sheetWords}</p>
      ${sections(this.receipt).map(section)}
      <p>${words.scope(this.town.whatsapp_storage)}</p>
      <p>${words.sheetNobody}</p>
      <p class="sheet__printed">${words.printed(exact(new Date().toISOString()))}</p>
      <p class="sheet__signature">${words.signature}</p>`;
  }

  /** Browsers print the title, and name a PDF after it. */
  private readonly begin = () => {
    this.formerTitle ||= document.title;
    document.title = `${texts().receipt.sheet} ${shortDate(this.receipt.unreadableSince)}`;
    // The moment of printing is said on the sheet; what comes later than this event is not printed.
    this.requestUpdate();
    this.performUpdate();
  };

  private readonly end = () => {
    if (this.formerTitle) document.title = this.formerTitle;
    this.formerTitle = '';
  };
}

function section({ heading, facts }: Section): TemplateResult {
  return html`<table>
    <caption>
      ${heading}
    </caption>
    <tbody>
      ${facts.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
