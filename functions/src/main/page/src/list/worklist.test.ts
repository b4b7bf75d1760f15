import { expect, it, vi } from 'vitest';
import type { Api } from '../api';
import type { Summary } from '../generated/api';
import { arrivals, worklist } from './worklist';

const summary = (id: string, inbound = 1, lastInboundAt = '2026-11-23T10:00:00Z') =>
  ({ id, inbound, lastInboundAt }) as Summary;

const pages = (...answers: [string[], string?][]) => {
  const list = vi.fn();
  for (const [ids, next] of answers) {
    list.mockResolvedValueOnce({ enquiries: ids.map((id) => summary(id)), next: next ?? null });
  }
  return { list } as unknown as Api & { list: typeof list };
};

it('reads as many pages as were asked for', async () => {
  const api = pages([['a', 'b'], 'two'], [['c'], 'three']);

  const { enquiries, more } = await worklist(api, 'newest', 2);

  expect(enquiries.map((each) => each.id)).toEqual(['a', 'b', 'c']);
  expect(more).toBe(true);
  expect(api.list).toHaveBeenLastCalledWith('newest', 'two');
});

it('stops where the list ends', async () => {
  const { more } = await worklist(pages([['a']]), 'newest', 3);

  expect(more).toBe(false);
});

it('shows an enquiry once that moved to the next page in between', async () => {
  const { enquiries } = await worklist(pages([['a', 'b'], 'two'], [['b', 'c']]), 'newest', 2);

  expect(enquiries.map((each) => each.id)).toEqual(['a', 'b', 'c']);
});

it('leaves the order to the server', async () => {
  const { enquiries } = await worklist(pages([['b', 'c'], 'two'], [['a']]), 'waiting', 2);

  expect(enquiries.map((each) => each.id)).toEqual(['b', 'c', 'a']);
});

it('counts new messages in known and new enquiries, but not those of an older page', () => {
  const before = [summary('a', 2, '2026-11-23T10:00:00Z')];
  const after = [
    summary('a', 3, '2026-11-23T10:05:00Z'),
    summary('new', 2, '2026-11-23T10:06:00Z'),
    summary('old', 7, '2026-11-20T10:00:00Z'),
  ];

  expect(arrivals(before, after)).toBe(3);
});
