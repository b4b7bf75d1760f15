import { html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isNamed, me, nameOfPerson, rename } from '../colleagues/colleagues';
import type { Configuration } from '../generated/api';
import { legalLinks } from '../legal-links';
import { closeButton } from '../parts';
import { sentence } from '../problem';
import { texts } from '../texts';
import { View } from '../view';
import { choices } from './choices';

/** The keys of the desk, and what the mayor may choose for this visit. */
@customElement('settings-sheet')
export class SettingsSheet extends View {
  @property({ attribute: false }) town: Configuration | undefined;
  @state() private renamed = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  show(): void {
    this.renamed = '';
    this.requestUpdate();
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { settings } = texts();
    return html`<dialog class="kern-dialog" aria-labelledby="settings-heading">
      <header class="kern-dialog__header">
        <h2 class="kern-title kern-title--large" id="settings-heading">${settings.heading}</h2>
        ${closeButton(() => this.dialog.close())}
      </header>
      <section class="kern-dialog__body">
        <p>
          <button type="button" class="leaving__word" data-testid="numbers" @click=${this.numbers}>
            ${texts().numbers.heading}
          </button>
        </p>
        ${this.name()} ${this.choice('coverOnBlur', settings.coverOnBlur, settings.coverOnBlurWhy)}
        ${this.choice('keys', settings.keys, settings.keysWhy)}
        ${this.choice('sound', settings.sound, settings.soundWhy)}
        <h3 class="kern-title">${settings.keysHeading}</h3>
        <dl class="keys">
          ${settings.keyList.map(
            ([keys, does]) =>
              html`<div>
                <dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt>
                <dd>${does}</dd>
              </div>`,
          )}
        </dl>
        <p class="muted">${settings.forgotten}</p>
        ${legalLinks(this.town, true)}
      </section>
    </dialog>`;
  }

  /** How colleagues are told who one is; nothing to choose where the login says it. */
  private name(): TemplateResult {
    const { colleagues: words } = texts();
    if (isNamed()) return html`<p class="muted">${words.named(nameOfPerson(me()))}</p>`;
    return html`<form class="own-name" autocomplete="off" @submit=${this.rename}>
      <label class="kern-label" for="own-name">${words.ownName}</label>
      <input
        class="kern-form-input__input"
        id="own-name"
        maxlength="60"
        aria-describedby="own-name-why"
        .value=${me().name}
      />
      <p class="muted" id="own-name-why">${words.ownNameWhy}</p>
      <button type="submit" class="kern-btn kern-btn--secondary">
        <span class="kern-label">${words.keepName}</span>
      </button>
      <p role="status">${this.renamed}</p>
    </form>`;
  }

  private readonly numbers = () => {
    this.dialog.close();
    this.tell('numbers');
  };

  private readonly rename = async (event: Event) => {
    event.preventDefault();
    const name = this.querySelector<HTMLInputElement>('#own-name')!.value;
    try {
      await rename(name);
      this.renamed = texts().colleagues.nameKept;
    } catch (error) {
      this.renamed = sentence(error);
    }
  };

  private choice(name: keyof typeof choices, label: string, why: string): TemplateResult {
    const change = (event: Event) => (choices[name] = (event.target as HTMLInputElement).checked);
    return html`<div class="kern-form-check">
      <input
        class="kern-form-check__checkbox"
        type="checkbox"
        id="choice-${name}"
        aria-describedby="choice-${name}-why"
        .checked=${choices[name]}
        @change=${change}
      />
      <label class="kern-label" for="choice-${name}">
        ${label} <span class="muted choice__why" id="choice-${name}-why">${why}</span>
      </label>
    </div>`;
  }
}
