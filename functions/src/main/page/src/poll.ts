import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Repeats some work while its element is in the page and the page can be seen. */
export class Poll implements ReactiveController {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private connected = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly work: () => Promise<void>,
    private readonly period = 5_000,
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
    if (document.hidden) clearTimeout(this.timer);
    else void this.now();
  };

  private schedule(): void {
    clearTimeout(this.timer);
    if (!this.connected || document.hidden) return;
    this.timer = setTimeout(() => void this.now(), this.period);
  }
}
