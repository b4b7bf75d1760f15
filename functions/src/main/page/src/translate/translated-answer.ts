import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Listening } from '../listening';
import { texts } from '../texts';
import { View } from '../view';
import { translation } from './translation';

/** Whoever types wants to see words, not every letter's. */
const PAUSE = 600;

/** Beside the answer: the same in the citizen's language; says `taken` with it. */
@customElement('translated-answer')
export class TranslatedAnswer extends View {
  @property({ attribute: false }) text = '';
  @state() private words = '';
  /** What was translated last and put into the field is not translated once more. */
  private taken = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new Listening(this, translation, () => void this.look());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('text')) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), PAUSE);
  }

  /** That it is there is said once, not anew with each word. */
  protected override render(): TemplateResult {
    const { translate } = texts();
    return html`<p class="kern-sr-only" role="status">${this.words ? translate.answer : ''}</p>
      ${this.words ? this.strip() : nothing}`;
  }

  private strip(): TemplateResult {
    const { translate } = texts();
    return html`<div class="strip" data-testid="translated-answer">
      <div class="strip__words">
        <p class="muted" aria-hidden="true">${translate.answer}</p>
        <p class="words" lang=${translation.theirs} dir="auto">${this.words}</p>
      </div>
      <button type="button" class="kern-btn kern-btn--tertiary" @click=${this.take}>
        <span class="kern-label">${translate.take}</span>
      </button>
    </div>`;
  }

  private async look(): Promise<void> {
    const { text } = this;
    const wanted = translation.state === 'on' && text.trim() !== '' && text !== this.taken;
    const found = wanted ? await translation.write(text).catch(() => '') : '';
    if (text === this.text) this.words = translation.state === 'on' ? found : '';
  }

  private readonly take = () => {
    this.taken = this.words;
    this.tell('taken', this.words);
    this.words = '';
  };
}
