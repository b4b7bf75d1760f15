import type { ListOrder, Summary } from '../generated/api';
import { left } from '../time';

/** The enquiries in this order, as the server has it. */
export function ordered(enquiries: Summary[], order: ListOrder, now = Date.now()): Summary[] {
  const keys = new Map(enquiries.map((each) => [each, key(each, order, now)]));
  return [...enquiries].sort((one, other) => {
    const [a, b] = [keys.get(one)!, keys.get(other)!];
    return a.group - b.group || a.time - b.time || (one.id < other.id ? -1 : 1);
  });
}

interface Key {
  group: number;
  time: number;
}

function key(each: Summary, order: ListOrder, now: number): Key {
  const last = -Date.parse(each.lastMessageAt);
  if (order === 'newest') return { group: 0, time: last };
  if (!each.waitingSince) return { group: 3, time: last };
  const since = Date.parse(each.waitingSince);
  if (order === 'waiting') return { group: 0, time: since };
  if (each.urgent) return { group: 0, time: since };
  if (left(each.replyUntil, now)) return { group: 1, time: Date.parse(each.replyUntil) };
  return { group: 2, time: since };
}
