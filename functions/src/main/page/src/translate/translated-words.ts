import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Listening } from '../listening';
import { language, texts } from '../texts';
import { View } from '../view';
import { translation } from './translation';

/** Below a citizen's words: the same in the reader's language, while the reader wants that. */
@customElement('translated-words')
export class TranslatedWords extends View {
  @property({ attribute: false }) text = '';
  @state() private words = '';

  constructor() {
    super();
    new Listening(this, translation, () => void this.look());
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('text')) void this.look();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.words) return nothing;
    return html`<p class="translated" data-testid="translated">
      <span class="muted">${texts().translate.label}</span>
      <span class="words" lang=${language()} dir="auto">${this.words}</span>
    </p>`;
  }

  private async look(): Promise<void> {
    const { text } = this;
    const found = translation.state === 'on' ? await translation.read(text).catch(() => '') : '';
    if (text === this.text) this.words = translation.state === 'on' ? found : '';
  }
}
