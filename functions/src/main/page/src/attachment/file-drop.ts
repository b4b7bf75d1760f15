import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Takes files that are dropped on its element, and knows while some hover over it. */
export class FileDrop implements ReactiveController {
  over = false;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly take: (files: File[]) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('dragover', this.onOver);
    this.host.addEventListener('dragleave', this.onLeave);
    this.host.addEventListener('drop', this.onDrop);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('dragover', this.onOver);
    this.host.removeEventListener('dragleave', this.onLeave);
    this.host.removeEventListener('drop', this.onDrop);
  }

  private readonly onOver = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer!.dropEffect = 'copy';
    this.hover(true);
  };

  private readonly onLeave = (event: DragEvent) => {
    if (!this.host.contains(event.relatedTarget as Node | null)) this.hover(false);
  };

  private readonly onDrop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.hover(false);
    this.take([...event.dataTransfer!.files]);
  };

  private hover(over: boolean): void {
    if (over === this.over) return;
    this.over = over;
    this.host.requestUpdate();
  }
}

/** A file that misses its place would otherwise be opened instead of the page. */
export function refuseStrayFiles(): void {
  const refuse = (event: DragEvent) => {
    if (!hasFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    event.dataTransfer!.dropEffect = 'none';
  };
  window.addEventListener('dragover', refuse);
  window.addEventListener('drop', refuse);
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
