import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Repeats some work while its element is in the page and the page can be seen; else less often, or not at all. */
export class Poll implements ReactiveController {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private connected = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly work: () => Promise<void>,
    private readonly period = 5_000,
    private readonly hidden = 0,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.connected = true;
    document.addEventListener('visibilitychange', this.onVisibility);
    void this.now();
  }

  hostDisconnected(): void {
    this.connected = false;
    document.removeEventListener('visibilitychange', this.onVisibility);
    clearTimeout(this.timer);
  }

  /** Does the work at once, after a run that is still under way, and goes on even if it throws. */
  async now(): Promise<void> {
    await this.running;
    clearTimeout(this.timer);
    this.running ??= this.work().finally(() => (this.running = undefined));
    try {
      await this.running;
    } finally {
      this.schedule();
    }
  }

  private readonly onVisibility = () => {
    if (document.hidden) this.schedule();
    else void this.now();
  };

  private schedule(): void {
    clearTimeout(this.timer);
    const period = document.hidden ? this.hidden : this.period;
    if (!this.connected || !period) return;
    this.timer = setTimeout(() => void this.now(), period);
  }
}
