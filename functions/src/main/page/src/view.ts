import { LitElement } from 'lit';
import { languageChanges } from './texts';

/** An element in the plain document, where KERN's styles apply, that follows the language. */
export abstract class View extends LitElement {
  private readonly speakAnew = () => this.requestUpdate();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    languageChanges.addEventListener('change', this.speakAnew);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    languageChanges.removeEventListener('change', this.speakAnew);
  }

  protected tell<T>(name: string, detail?: T): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
