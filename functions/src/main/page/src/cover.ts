import { choices } from './settings/choices';
import { languageChanges, texts } from './texts';

/** Hides the content whenever somebody else may be looking, and brings back the focus afterwards. */
export class Cover {
  /** Weakly: the desk may be cleared while it is covered, and nothing of it shall stay. */
  private focused: WeakRef<Element> | undefined;

  constructor(
    private readonly content: HTMLElement,
    private readonly cover: HTMLElement,
  ) {}

  watch(): void {
    document.addEventListener('visibilitychange', () =>
      document.hidden ? this.draw() : this.lift(),
    );
    window.addEventListener('pagehide', () => this.draw());
    window.addEventListener('blur', () => choices.coverOnBlur && this.draw());
    window.addEventListener('focus', () => this.lift());
    // Whoever brings a file along is here, although another window still has the focus.
    window.addEventListener('dragenter', () => this.lift());
    window.addEventListener('dragleave', ({ relatedTarget }) => {
      if (!relatedTarget && !document.hasFocus() && choices.coverOnBlur) this.draw();
    });
    languageChanges.addEventListener('change', () => this.say());
    // A page from the back/forward cache would show what it showed when it was left.
    window.addEventListener('pageshow', (event) => event.persisted && location.reload());
  }

  draw(): void {
    if (this.content.hidden) return;
    this.focused = new WeakRef(document.activeElement ?? document.body);
    for (const player of this.content.querySelectorAll<HTMLMediaElement>('audio, video')) {
      player.pause();
    }
    this.say();
    this.cover.hidden = false;
    this.content.hidden = true;
  }

  lift(): void {
    if (!this.content.hidden || document.hidden) return;
    this.content.hidden = false;
    this.cover.hidden = true;
    const focused = this.focused?.deref();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  private say(): void {
    this.cover.firstElementChild!.textContent = texts().covered;
  }
}
