import type { ReactiveController, ReactiveControllerHost } from 'lit';

const NEAR = 48;

/** Keeps a list of messages at its end while the reader is there, and leaves it alone otherwise. */
export class FollowEnd implements ReactiveController {
  atEnd = true;
  private area: HTMLElement | undefined;
  private top = 0;
  private readonly growth = new ResizeObserver(() => this.atEnd && this.toEnd());

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly selector: string,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const area = this.host.querySelector<HTMLElement>(this.selector);
    if (!area || area === this.area) return;
    this.area = area;
    area.addEventListener('scroll', this.onScroll, { passive: true });
    this.growth.observe(area);
    for (const child of area.children) this.growth.observe(child);
  }

  hostDisconnected(): void {
    this.growth.disconnect();
    this.area?.removeEventListener('scroll', this.onScroll);
    this.area = undefined;
  }

  toEnd(): void {
    if (this.area) this.area.scrollTop = this.area.scrollHeight;
    if (!this.atEnd) this.host.requestUpdate();
    this.atEnd = true;
  }

  /** Whoever wants to see what was before does not want to be taken to the end. */
  leaveEnd(): void {
    this.atEnd = false;
  }

  /** Only who scrolls up has left the end; the list may also move because the page around it does. */
  private readonly onScroll = () => {
    const { scrollHeight, scrollTop, clientHeight } = this.area!;
    const before = this.atEnd;
    if (scrollHeight - scrollTop - clientHeight < NEAR) this.atEnd = true;
    else if (scrollTop < this.top) this.atEnd = false;
    this.top = scrollTop;
    if (before !== this.atEnd) this.host.requestUpdate();
  };
}
