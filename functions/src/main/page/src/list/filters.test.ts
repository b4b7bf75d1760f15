import { expect, it } from 'vitest';
import type { Summary } from '../generated/api';
import { counts, type Filter, narrowed } from './filters';

const HOUR = 3_600_000;
const now = new Date(2026, 10, 23, 12).getTime();
const at = (hours: number) => new Date(now + hours * HOUR).toISOString();
const summary = (id: string, rest: Partial<Summary> = {}) =>
  ({
    id,
    name: 'Petra Weber',
    phone: '+491701234567',
    preview: { direction: 'in', kind: 'text', text: 'Die Laterne ist kaputt' },
    waitingSince: at(-1),
    replyUntil: at(20),
    ...rest,
  }) as Summary;
const all = [
  summary('plain'),
  summary('closing', { replyUntil: at(2) }),
  summary('danger', { urgent: true, unread: true }),
  summary('picture', {
    name: 'Jörg',
    phone: '+4930555',
    preview: { direction: 'in', kind: 'image' },
  }),
  summary('later', { postponedUntil: at(20), name: 'Ayşe' }),
  summary('over', { replyUntil: at(-3), undeliveredAt: at(-2) }),
];
const ids = (filters: Filter[], search = '') =>
  narrowed(all, new Set(filters), search, now).map(({ id }) => id);

it('leaves out what is postponed, unless somebody looks for it', () => {
  expect(ids([])).not.toContain('later');
  expect(ids(['postponed'])).toEqual(['later']);
  expect(ids([], 'ayşe')).toEqual(['later']);
  expect(narrowed(all, new Set(), '', now + 21 * HOUR).map(({ id }) => id)).toContain('later');
});

it('narrows down by what somebody in a hurry asks', () => {
  expect(ids(['closing'])).toEqual(['closing']);
  expect(ids(['urgent', 'unread'])).toEqual(['danger']);
  expect(ids(['picture'])).toEqual(['picture']);
});

it('finds words, names and numbers, however they are written', () => {
  expect(ids([], 'laterne weber')).not.toContain('picture');
  expect(ids([], 'JÖRG')).toEqual(['picture']);
  expect(ids([], '030/555')).toEqual(['picture']);
  expect(ids([], '0170 1234567')).toContain('plain');
  expect(ids([], 'nirgends')).toEqual([]);
});

it('counts what the headline says, without what is not on the desk', () => {
  expect(counts(all, now)).toEqual({ total: 5, unread: 1, today: 1, undelivered: 1 });
});
