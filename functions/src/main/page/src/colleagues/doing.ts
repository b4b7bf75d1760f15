import type { Here } from '../generated/api';

/** Whoever has typed nothing for so long is reading again. */
const WRITES = 15_000;

/** What the reader does with an enquiry, as colleagues see it. */
export class Doing {
  private typed = -Infinity;

  /** Whether this is new, so that colleagues should hear of it at once. */
  types(now = Date.now()): boolean {
    const isNew = this.at(now) === 'reading';
    this.typed = now;
    return isNew;
  }

  stops(): void {
    this.typed = -Infinity;
  }

  at(now = Date.now()): Here {
    return now - this.typed < WRITES ? 'writing' : 'reading';
  }
}
