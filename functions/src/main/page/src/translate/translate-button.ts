import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Message } from '../generated/api';
import { Listening } from '../listening';
import { texts } from '../texts';
import { View } from '../view';
import { canTranslate } from './browser-translator';
import { translation } from './translation';

/** Words enough to tell a language by. */
const SAMPLE = 2_000;

/** Has the open enquiry translated on this device, or shows it as it is again; where the browser cannot, it is not there. */
@customElement('translate-button')
export class TranslateButton extends View {
  @property({ attribute: false }) messages: Message[] = [];

  constructor() {
    super();
    new Listening(this, translation, () => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    translation.end();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { translate } = texts();
    if (!canTranslate() || !this.sample) return nothing;
    const { state } = translation;
    return html`<button
        type="button"
        class="leaving__word"
        data-testid="translate"
        title=${translate.why}
        aria-disabled=${state === 'working' ? 'true' : nothing}
        @click=${this.press}
      >
        ${state === 'on' ? translate.original : translate.button}</button
      ><span role="status">${translate.states[state]}</span>`;
  }

  /** The citizen's own words. */
  private get sample(): string {
    const own = this.messages.filter((each) => each.direction === 'in');
    return own
      .map((each) => ('text' in each && each.text) || '')
      .filter(Boolean)
      .join('\n')
      .slice(-SAMPLE);
  }

  private readonly press = () => {
    if (translation.state === 'working') return;
    if (translation.state === 'on') translation.end();
    else void translation.begin(this.sample);
  };
}
