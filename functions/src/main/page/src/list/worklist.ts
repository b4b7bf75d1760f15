import type { Api } from '../api';
import type { ListOrder, Summary } from '../generated/api';

/** As many pages of the list as the reader has asked for, each enquiry once. */
export async function worklist(
  api: Api,
  order: ListOrder,
  pages: number,
): Promise<{ enquiries: Summary[]; more: boolean }> {
  const found = new Map<string, Summary>();
  let next: string | undefined;
  for (let page = 0; page < pages; page++) {
    const answer = await api.list(order, next);
    // An enquiry can move from one page to the next between two requests.
    for (const each of answer.enquiries) if (!found.has(each.id)) found.set(each.id, each);
    next = answer.next ?? undefined;
    if (!next) break;
  }
  return { enquiries: [...found.values()], more: next !== undefined };
}

/** How many messages have come in between two looks at the list. */
export function arrivals(before: Summary[], after: Summary[]): number {
  const known = new Map(before.map((each) => [each.id, each.inbound]));
  const newest = Math.max(0, ...before.map((each) => Date.parse(each.lastInboundAt)));
  return after
    .filter((each) => known.has(each.id) || Date.parse(each.lastInboundAt) >= newest)
    .reduce((sum, each) => sum + Math.max(0, each.inbound - (known.get(each.id) ?? 0)), 0);
}
