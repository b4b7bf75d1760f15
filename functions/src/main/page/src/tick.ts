import type { ReactiveController, ReactiveControllerHost } from 'lit';

const PERIOD = 5_000;

/** Renders its element again and again, because what it says depends on the time. */
export class Tick implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(() => this.host.requestUpdate(), PERIOD);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }
}
