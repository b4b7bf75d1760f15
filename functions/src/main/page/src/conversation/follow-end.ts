import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { scrollerOf } from '../scroller';

const NEAR = 48;

/** Keeps a list of messages at its end while the reader is there, and leaves it alone otherwise. */
export class FollowEnd implements ReactiveController {
  atEnd = true;
  private area: HTMLElement | undefined;
  private top = 0;
  private height = 0;
  private readonly growth = new ResizeObserver(() => this.atEnd && this.toEnd());

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly selector: string,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // What scrolls changes with the height of the window, so it is listened to from above.
    document.addEventListener('scroll', this.onScroll, { passive: true, capture: true });
  }

  hostUpdated(): void {
    const area = this.host.querySelector<HTMLElement>(this.selector);
    if (!area || area === this.area) return;
    this.area = area;
    this.growth.observe(area);
    for (const child of area.children) this.growth.observe(child);
  }

  hostDisconnected(): void {
    this.growth.disconnect();
    document.removeEventListener('scroll', this.onScroll, { capture: true });
    this.area = undefined;
  }

  /** What scrolls the messages. */
  get scroller(): Element | undefined {
    return this.area && scrollerOf(this.area);
  }

  toEnd(): void {
    const { scroller } = this;
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
    if (!this.atEnd) this.host.requestUpdate();
    this.atEnd = true;
  }

  /** Whoever wants to see what was before does not want to be taken to the end. */
  leaveEnd(): void {
    this.atEnd = false;
  }

  /**
   * Only who scrolls up has left the end. The list also moves because the page around it does, or because what stands in it has
   * turned out higher or lower than it was taken for.
   */
  private readonly onScroll = ({ target }: Event) => {
    const { scroller } = this;
    if (!scroller || (target !== scroller && target !== document)) return;
    const { scrollHeight, scrollTop, clientHeight } = scroller;
    const before = this.atEnd;
    if (scrollHeight - scrollTop - clientHeight < NEAR) this.atEnd = true;
    else if (scrollTop < this.top && scrollHeight === this.height) this.atEnd = false;
    this.top = scrollTop;
    this.height = scrollHeight;
    if (before !== this.atEnd) this.host.requestUpdate();
  };
}
