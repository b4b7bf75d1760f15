import { beforeEach, expect, it, vi } from 'vitest';
import type { Api, Known } from '../api';
import type { Listing, Summary } from '../generated/api';
import { arrivals, Worklist } from './worklist';

const PAGE = 2;
const time = (minute: number) => new Date(Date.UTC(2026, 10, 23, 10, minute)).toISOString();
const summary = (id: string, minute: number, inbound = 1) =>
  ({ id, inbound, lastMessageAt: time(minute), lastInboundAt: time(minute) }) as Summary;

let stored: Summary[];
let answers: Map<string, Listing>;
const list = vi.fn(async (order: string, next?: string): Promise<Listing> => {
  const all = [...stored].sort((a, b) => (a.lastMessageAt < b.lastMessageAt ? 1 : -1));
  const from = next ? all.findIndex((each) => each.lastMessageAt < next) : 0;
  const enquiries = from < 0 ? [] : all.slice(from, from + PAGE);
  const more = from >= 0 && all.length > from + PAGE;
  const answer = { enquiries, next: more ? enquiries.at(-1)!.lastMessageAt : null };
  const name = JSON.stringify([order, answer]);
  return answers.get(name) ?? (answers.set(name, answer), answer);
});
const api = { list } as unknown as Api;
const ids = (worklist: Worklist) =>
  worklist.all
    .map(({ id }) => id)
    .sort()
    .join('');

beforeEach(() => {
  stored = [summary('a', 1), summary('b', 2), summary('c', 3), summary('d', 4), summary('e', 5)];
  answers = new Map();
  list.mockClear();
});

it('shows the first that matter before all are here, and then all without a click', async () => {
  const worklist = new Worklist(api);
  await worklist.first('urgent');
  expect(ids(worklist)).toBe('de');
  expect(list).toHaveBeenCalledOnce();

  await worklist.refresh();
  expect(ids(worklist)).toBe('abcde');
});

it('asks one question where nothing has changed', async () => {
  const worklist = new Worklist(api);
  await worklist.refresh();
  list.mockClear();

  await worklist.refresh();

  expect(list).toHaveBeenCalledOnce();
});

it('learns of who writes, whoever it is, and of who is no more among the newest', async () => {
  const worklist = new Worklist(api);
  await worklist.refresh();

  stored = [summary('a', 9, 2), ...stored.filter(({ id }) => id !== 'a' && id !== 'e')];
  await worklist.refresh();

  expect(ids(worklist)).toBe('abcd');
  expect(worklist.all.find(({ id }) => id === 'a')!.inbound).toBe(2);
});

it('learns of all who write at once, however many', async () => {
  const worklist = new Worklist(api);
  await worklist.refresh();

  stored = [...stored, ...[6, 7, 8, 9, 10].map((minute) => summary(`n${minute}`, minute))];
  await worklist.refresh();

  expect(ids(worklist)).toBe('abcden10n6n7n8n9');
});

it('learns within minutes of what has gone further down', async () => {
  const worklist = new Worklist(api);
  await worklist.refresh();
  stored = stored.filter(({ id }) => id !== 'a');
  await worklist.refresh();
  expect(ids(worklist)).toBe('abcde');

  for (let looks = 0; looks < 24; looks++) await worklist.refresh();

  expect(ids(worklist)).toBe('bcde');
});

it('remembers no pages of the past, and of none who is no more', async () => {
  const remembered = (): unknown[] => [...known.values()].map(({ body }) => body);
  const known: Known = new Map();
  const counting = {
    list: async (order: string, next: string | undefined, asked: Known) => {
      const url = `${order} ${next ?? ''}`;
      asked.delete(url);
      const body = await list(order, next);
      asked.set(url, { tag: '', body });
      known.clear();
      for (const [address, answer] of asked) known.set(address, answer);
      return body;
    },
  } as unknown as Api;
  const worklist = new Worklist(counting);
  await worklist.refresh();
  stored = [...stored, summary('f', 6)];
  for (let looks = 0; looks < 25; looks++) await worklist.refresh();
  await worklist.refresh();
  expect(remembered()).toHaveLength(3);

  worklist.drop('f');
  stored = stored.filter(({ id }) => id !== 'f');
  await worklist.refresh();

  expect(JSON.stringify(remembered())).not.toContain('"f"');
});

it('counts new messages in known and new enquiries, but not those of an older page', () => {
  const before = [summary('a', 0, 2)];
  const after = [summary('a', 5, 3), summary('new', 6, 2), summary('old', -9, 7)];

  expect(arrivals(before, after)).toBe(3);
});
