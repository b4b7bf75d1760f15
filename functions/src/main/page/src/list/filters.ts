import { isMe } from '../colleagues/colleagues';
import type { Summary } from '../generated/api';
import { nameOf } from '../names';
import { left, URGENT } from '../time';
import { preview } from './entry';

/** What the reader can narrow the list down to; several at once narrow further. */
export const FILTERS = [
  'unread',
  'waiting',
  'closing',
  'urgent',
  'picture',
  'mine',
  'postponed',
] as const;
export type Filter = (typeof FILTERS)[number];

const PICTURES = ['image', 'video', 'sticker'];

const tests: Record<Filter, (each: Summary, now: number) => boolean> = {
  unread: (each) => each.unread === true,
  waiting: (each) => each.waitingSince !== undefined,
  closing: isClosing,
  urgent: (each) => each.urgent === true,
  picture: (each) => PICTURES.includes(each.preview.kind),
  mine: (each) => isMe(each.assigned),
  postponed: isPostponed,
};

/** Those that all filters let through and that have all the words of the search; what is postponed only if asked for. */
export function narrowed(
  enquiries: Summary[],
  filters: ReadonlySet<Filter>,
  search: string,
  now = Date.now(),
): Summary[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const hidden = (each: Summary) =>
    !words.length && !filters.has('postponed') && isPostponed(each, now);
  return enquiries.filter(
    (each) =>
      !hidden(each) && [...filters].every((filter) => tests[filter](each, now)) && has(each, words),
  );
}

function has(each: Summary, words: string[]): boolean {
  if (!words.length) return true;
  const text = `${nameOf(each)} ${preview(each.preview)} ${each.phone ?? ''}`.toLowerCase();
  const digits = (each.phone ?? '').replace(/\D/g, '');
  return words.every((word) => text.includes(word) || isPartOf(digits, word));
}

/** Numbers are written in many ways, and from here without +49. */
function isPartOf(digits: string, word: string): boolean {
  const wanted = word.replace(/[^\d]/g, '').replace(/^0+/, '');
  return /^[+\d()/.-]+$/.test(word) && wanted.length > 2 && digits.includes(wanted);
}

export function isPostponed(each: Summary, now = Date.now()): boolean {
  return each.postponedUntil !== undefined && left(each.postponedUntil, now) > 0;
}

/** An answer is due, and WhatsApp takes none in four hours. */
export function isClosing(each: Summary, now = Date.now()): boolean {
  const time = left(each.replyUntil, now);
  return each.waitingSince !== undefined && time > 0 && time < URGENT;
}

/** An answer is due, and WhatsApp takes none from tomorrow on. */
function closesToday(each: Summary, now: number): boolean {
  const midnight = new Date(now).setHours(24, 0, 0, 0);
  const end = Date.parse(each.replyUntil);
  return each.waitingSince !== undefined && end > now && end < midnight;
}

/** What the headline says of the list; what is postponed is not on the desk. */
export interface Counts {
  total: number;
  unread: number;
  today: number;
  undelivered: number;
}

export function counts(enquiries: Summary[], now = Date.now()): Counts {
  const here = enquiries.filter((each) => !isPostponed(each, now));
  const many = (test: (each: Summary) => boolean) => here.filter(test).length;
  return {
    total: here.length,
    unread: many((each) => each.unread === true),
    today: many((each) => closesToday(each, now)),
    undelivered: many((each) => each.undeliveredAt !== undefined),
  };
}
