import type { ReactiveController, ReactiveControllerHost } from 'lit';

const CONTROLS = 'a[href], button, input, audio, video';

/** Which message comes next from the one at `here`, by the key that was pressed. */
const WAYS: Record<string, (here: number, last: number) => number> = {
  ArrowDown: (here, last) => Math.min(here + 1, last),
  ArrowUp: (here) => Math.max(here - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * One tab stop for all messages instead of several for each: arrows lead from one message to the next, and the tabulator
 * from the chosen one to what can be done with it.
 */
export class MessageStops implements ReactiveController {
  private chosen: string | undefined;
  private readonly growth = new MutationObserver(() => this.arrange());

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('focusin', this.onFocus);
    this.host.addEventListener('keydown', this.onKey);
    // Pictures, menus and files come later than the message that they belong to.
    this.growth.observe(this.host, { childList: true, subtree: true });
  }

  hostUpdated(): void {
    this.arrange();
  }

  hostDisconnected(): void {
    this.host.removeEventListener('focusin', this.onFocus);
    this.host.removeEventListener('keydown', this.onKey);
    this.growth.disconnect();
  }

  focus(message: HTMLElement | undefined = this.current()): void {
    message?.focus({ preventScroll: true });
  }

  private get messages(): HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>('li[data-id]')];
  }

  /** The chosen one, or the newest as long as none is. */
  private current(messages = this.messages): HTMLElement | undefined {
    return messages.find((each) => each.dataset['id'] === this.chosen) ?? messages.at(-1);
  }

  private arrange(): void {
    const { messages } = this;
    const current = this.current(messages);
    for (const message of messages) {
      const stop = message === current ? 0 : -1;
      for (const each of [message, ...message.querySelectorAll<HTMLElement>(CONTROLS)]) {
        // What is written is styled anew, be it the same as before.
        if (each.tabIndex !== stop || !each.hasAttribute('tabindex')) each.tabIndex = stop;
      }
    }
  }

  private readonly onFocus = (event: FocusEvent) => {
    const message = (event.target as HTMLElement).closest<HTMLElement>('li[data-id]');
    if (!message || message.dataset['id'] === this.chosen) return;
    this.chosen = message.dataset['id'];
    this.arrange();
  };

  private readonly onKey = (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    const { messages } = this;
    const here = messages.indexOf(event.target as HTMLElement);
    if (!way || here < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = messages[way(here, messages.length - 1)]!;
    next.scrollIntoView({ block: 'nearest' });
    this.focus(next);
  };
}
