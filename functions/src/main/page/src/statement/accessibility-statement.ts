import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Configuration } from '../generated/api';
import { language } from '../texts';
import { View } from '../view';
import { de } from './de';
import { en } from './en';
import { enforcement } from './enforcement';
import './statement.css';

const HESSE = 'HE';

/** How far everybody can use the page, and whom to tell if somebody cannot; loaded only where it is read. */
@customElement('accessibility-statement')
export class AccessibilityStatement extends View {
  @property({ attribute: false }) town: Configuration | undefined;

  override firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override render(): TemplateResult {
    const words = language() === 'de' ? de : en;
    const hesse = this.town?.state === HESSE;
    const office = this.town?.state && enforcement[this.town.state];
    return html`<main id="main" class="statement" tabindex="-1">
      <h2 class="kern-heading-medium" tabindex="-1">${words.heading}</h2>
      <p class="kern-body">${words.intro(this.town?.town ?? '', hesse)}</p>
      ${words.sections.map(
        ({ heading, words: paragraphs, list }) =>
          html`<h3 class="kern-title">${heading}</h3>
            ${paragraphs.map((each) => html`<p class="kern-body">${each}</p>`)}
            ${
              list.length
                ? html`<ul>
                    ${list.map((each) => html`<li class="kern-body">${each}</li>`)}
                  </ul>`
                : nothing
            }`,
      )}
      <h3 class="kern-title">${words.feedbackHeading}</h3>
      <p class="kern-body">
        ${words.feedback}
        ${
          this.town?.feedback
            ? html`<a class="kern-link" href=${this.town.feedback} rel="noopener noreferrer">
                ${words.feedbackLink}</a
              >`
            : words.feedbackNone
        }
      </p>
      <h3 class="kern-title">${words.enforcementHeading}</h3>
      <p class="kern-body">${words.enforcement(hesse)}</p>
      ${
        office
          ? html`<p>
              <a
                class="kern-link"
                href=${office.address}
                lang="de"
                target="_blank"
                rel="noopener noreferrer"
                >${office.body}</a
              >
            </p>`
          : nothing
      }
      <p><a class="kern-link" href="#">${words.back}</a></p>
    </main>`;
  }
}
