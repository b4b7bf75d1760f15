const MOST = 20;

/** Items that follow one another; the first of them is at `from` among all. */
export interface Stretch<T> {
  key: string;
  from: number;
  items: T[];
}

/**
 * Divides what grows at both ends into stretches of twenty. An item stays in the stretch that it has come to, so that nothing is
 * drawn anew because something has come before, after or between.
 */
export class Stretches<T extends { id: string }> {
  private keys = new Map<string, string>();

  /** Of all items there are, in an order that does not change. */
  of(items: readonly T[]): Stretch<T>[] {
    const ends = new Map(items.map(({ id }, place) => [this.keys.get(id), place]));
    const keys = new Map<string, string>();
    const stretches: Stretch<T>[] = [];
    for (const [place, item] of items.entries()) {
      const last = stretches.at(-1);
      const goesOn = last && (last.items.length < MOST || (ends.get(last.key) ?? 0) > place);
      const key = this.keys.get(item.id) ?? (goesOn ? last.key : item.id);
      keys.set(item.id, key);
      if (key === last?.key) last.items.push(item);
      else stretches.push({ key, from: place, items: [item] });
    }
    this.keys = keys;
    return stretches;
  }
}
