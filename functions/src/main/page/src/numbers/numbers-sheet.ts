import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Api } from '../api';
import type { MonthOfNumbers } from '../generated/api';
import { save } from '../leaving/save';
import { alert, closeButton, loader } from '../parts';
import { sentence } from '../problem';
import { printSheet } from '../record/print-sheet';
import { texts } from '../texts';
import { View } from '../view';
import { cell, columns, csv, nameOfMonth, printed } from './numbers';

/** The town's numbers for its council: a table, the same as bars, and ways to take them along. Nothing of anybody's is in them. */
@customElement('numbers-sheet')
export class NumbersSheet extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) town = '';
  @state() private months: MonthOfNumbers[] | undefined;
  @state() private error: unknown;
  @query('dialog') private dialog!: HTMLDialogElement;

  show(): void {
    this.dialog.showModal();
    void this.load();
  }

  protected override render(): TemplateResult {
    const { numbers } = texts();
    return html`<dialog class="kern-dialog numbers" aria-labelledby="numbers-heading">
      <header class="kern-dialog__header">
        <h2 class="kern-title kern-title--large" id="numbers-heading">${numbers.heading}</h2>
        ${closeButton(() => this.dialog.close())}
      </header>
      <section class="kern-dialog__body">
        <p class="kern-body">${numbers.why}</p>
        ${this.error ? alert('danger', sentence(this.error), { retry: () => this.load() }) : nothing}
        ${this.months ? this.content(this.months) : this.error ? nothing : loader()}
      </section>
    </dialog>`;
  }

  private content(months: MonthOfNumbers[]): TemplateResult {
    const { numbers } = texts();
    if (!months.length)
      return html`<p class="kern-body" data-testid="no-numbers">${numbers.none}</p>`;
    return html`${this.bars(months)}
      <div class="numbers__table" tabindex="0" role="region" aria-label=${numbers.table}>
        <table data-testid="numbers-table">
          <caption class="kern-sr-only">
            ${numbers.table}
          </caption>
          <thead>
            <tr>
              <th scope="col">${numbers.month}</th>
              ${months.map((each) => html`<th scope="col">${nameOfMonth(each)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${columns().map(
              ([name, value]) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  ${months.map((each) => html`<td>${cell(value(each))}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="numbers__ways">
        <button
          type="button"
          class="kern-btn kern-btn--secondary"
          data-testid="numbers-csv"
          @click=${() => save(csv(months), numbers.file, 'text/csv')}
        >
          <span class="kern-label">${numbers.csv}</span>
        </button>
        <button
          type="button"
          class="kern-btn kern-btn--secondary"
          @click=${() => printSheet(printed(months, this.town))}
        >
          <span class="kern-label">${numbers.print}</span>
        </button>
      </p>`;
  }

  /** Enquiries month by month, for the eye; the table says the same to everybody. */
  private bars(months: MonthOfNumbers[]): TemplateResult {
    const most = Math.max(1, ...months.map((each) => each.enquiries ?? 0));
    return html`<svg
      class="numbers__bars"
      viewBox="0 0 ${months.length * 20} 100"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      ${[...months].reverse().map(({ enquiries }, place) => bar(place, (90 * (enquiries ?? 0)) / most))}
    </svg>`;
  }

  private async load(): Promise<void> {
    this.error = undefined;
    try {
      this.months = (await this.api.numbers()).months;
    } catch (error) {
      this.error = error;
    }
  }
}

function bar(place: number, height: number): SVGTemplateResult {
  return svg`<rect x=${place * 20 + 3} y=${100 - height} width="14" height=${height}></rect>`;
}
