import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Hears the changes of something that outlives its element, while that is in the page. */
export class Listening implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly source: EventTarget,
    private readonly changed: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.source.addEventListener('change', this.changed);
  }

  hostDisconnected(): void {
    this.source.removeEventListener('change', this.changed);
  }
}
