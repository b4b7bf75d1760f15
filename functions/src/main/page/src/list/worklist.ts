import type { Api, Known } from '../api';
import type { ListOrder, Listing, Summary } from '../generated/api';

/** With every so manieth look, all pages are asked for whether they have changed; else only the newest messages are. */
const ALL_EVERY = 24;

/** All open enquiries, held in memory and kept fresh with as few bytes as possible. */
export class Worklist {
  private enquiries = new Map<string, Summary>();
  private readonly known: Known = new Map();
  private head: Listing | undefined;
  private looks = 0;

  constructor(private readonly api: Api) {}

  get all(): Summary[] {
    return [...this.enquiries.values()];
  }

  /** The first that there are in this order, before everything else is here. */
  async first(order: ListOrder): Promise<void> {
    let next: string | undefined;
    do {
      const page = await this.api.list(order, next);
      this.take(page.enquiries);
      next = page.next ?? undefined;
    } while (next && !this.enquiries.size);
  }

  /** Looks for what is new; now and then, and the first time, at everything, and then says so. */
  async refresh(): Promise<boolean> {
    const wholly = this.looks++ % ALL_EVERY === 0;
    await (wholly ? this.walk() : this.look());
    return wholly;
  }

  /** What the page knows before the server says it; in a map of its own, so that who is reading meanwhile sees that. */
  change(id: string, change: (before: Summary) => Summary): void {
    const before = this.enquiries.get(id);
    if (before) this.enquiries = new Map(this.enquiries).set(id, change(before));
  }

  drop(id: string): void {
    this.enquiries = new Map(this.enquiries);
    this.enquiries.delete(id);
    this.head = undefined;
    for (const [url, { body }] of this.known) {
      if ((body as Listing).enquiries.some((each) => each.id === id)) this.known.delete(url);
    }
  }

  private async look(): Promise<void> {
    const head = await this.api.list('newest', undefined, this.known);
    if (head === this.head) return;
    this.head = head;
    const found = [...head.enquiries];
    let { next } = head;
    // More may have come at once than a page holds.
    while (next && this.isNews(found.at(-1))) {
      const page = await this.api.list('newest', next);
      found.push(...page.enquiries);
      next = page.next;
    }
    const last = next ? found.at(-1) : undefined;
    const floor = last ? Date.parse(last.lastMessageAt) : next ? Infinity : -Infinity;
    const here = new Set(found.map((each) => each.id));
    for (const { id, lastMessageAt } of this.all) {
      if (!here.has(id) && Date.parse(lastMessageAt) > floor) this.enquiries.delete(id);
    }
    this.take(found);
  }

  private isNews(each: Summary | undefined): boolean {
    return !each || this.enquiries.get(each.id)?.lastMessageAt !== each.lastMessageAt;
  }

  private async walk(): Promise<void> {
    const before = this.enquiries;
    const found = new Map<string, Summary>();
    let next: string | undefined;
    let pages = 0;
    do {
      const page: Listing = await this.api.list('newest', next, this.known);
      pages++;
      for (const each of page.enquiries) if (!found.has(each.id)) found.set(each.id, each);
      next = page.next ?? undefined;
    } while (next);
    // What was changed or dropped here meanwhile is newer than what was read.
    if (before === this.enquiries) this.enquiries = found;
    // Whoever wrote meanwhile has moved from a page that was not read yet to one that was.
    this.head = undefined;
    await this.look();
    this.forgetAllBut(pages);
  }

  /** Pages begin elsewhere as soon as somebody writes: what was not asked for again is a page of the past. */
  private forgetAllBut(pages: number): void {
    const past = [...this.known.keys()].slice(0, -pages);
    for (const url of past) this.known.delete(url);
  }

  private take(enquiries: Summary[]): void {
    for (const each of enquiries) this.enquiries.set(each.id, each);
  }
}

/** How many messages have come in between two looks at the list. */
export function arrivals(before: Summary[], after: Summary[]): number {
  const known = new Map(before.map((each) => [each.id, each.inbound]));
  const newest = Math.max(0, ...before.map((each) => Date.parse(each.lastInboundAt)));
  return after
    .filter((each) => known.has(each.id) || Date.parse(each.lastInboundAt) >= newest)
    .reduce((sum, each) => sum + Math.max(0, each.inbound - (known.get(each.id) ?? 0)), 0);
}
