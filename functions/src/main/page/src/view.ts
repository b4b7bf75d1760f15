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

  /** Gives the focus back after something slow, unless the reader has gone on elsewhere meanwhile. */
  protected refocus(selector: string): void {
    const { activeElement: focused } = document;
    // Safari gives what surrounds a button the focus that others give the button.
    const isHere = !focused || focused.contains(this) || this.contains(focused);
    if (isHere) this.querySelector<HTMLElement>(selector)?.focus();
  }

  protected tell<T>(name: string, detail?: T): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
