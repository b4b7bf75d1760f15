import { expect, it, vi } from 'vitest';
import type { Api } from '../api';
import type { Enquiry, Message } from '../generated/api';
import { extended, refreshed } from './pages';

const PAGE = 2;

/** An enquiry of these messages that answers two at a time. */
function stored(...ids: string[]) {
  const state = { ids, revision: 1 };
  const enquiry = vi.fn(async (id: string, before?: string): Promise<Enquiry> => {
    const all = state.ids.filter((each) => !before || each < before);
    const page = all.slice(-PAGE);
    const earlier = all.length > PAGE ? page[0]! : null;
    const messages = page.map((each) => ({ id: each }) as Message);
    return { id, messages, earlier, revision: state.revision } as Enquiry;
  });
  return { state, enquiry, api: { enquiry } as unknown as Api };
}

const ids = ({ messages }: Enquiry) => messages.map(({ id }) => id).join('');

it('begins with the newest and goes back page by page', async () => {
  const { api } = stored('a', 'b', 'c', 'd', 'e');

  const newest = await refreshed(api, 'e1', undefined, true);
  const longer = await extended(api, newest);
  const all = await extended(api, longer);

  expect([ids(newest), ids(longer), ids(all)]).toEqual(['de', 'bcde', 'abcde']);
  expect(all.earlier).toBeNull();
  expect(await extended(api, all)).toBe(all);
});

it('reads old pages again only once something has changed, or if it is asked to', async () => {
  const { api, enquiry, state } = stored('a', 'b', 'c', 'd', 'e');
  const known = await extended(api, await refreshed(api, 'e1', undefined, true));
  enquiry.mockClear();

  expect(ids(await refreshed(api, 'e1', known, false))).toBe('bcde');
  expect(enquiry).toHaveBeenCalledTimes(1);

  expect(ids(await refreshed(api, 'e1', known, true))).toBe('bcde');
  expect(enquiry).toHaveBeenCalledTimes(3);

  state.revision = 2;
  state.ids = ['a', 'b', 'd', 'e', 'f'];
  expect(ids(await refreshed(api, 'e1', known, false))).toBe('bdef');
});

it('loses nothing at the top as more comes in below', async () => {
  const { api, state } = stored('a', 'b', 'c');
  const known = await refreshed(api, 'e1', undefined, true);

  state.revision = 2;
  state.ids = ['a', 'b', 'c', 'd', 'e', 'f'];

  expect(ids(await refreshed(api, 'e1', known, false))).toBe('bcdef');
});

it('has nothing to add where all was taken back', async () => {
  const { api, state } = stored('a', 'b', 'c');
  const known = await refreshed(api, 'e1', undefined, true);

  state.ids = [];
  state.revision = 2;

  expect(ids(await refreshed(api, 'e1', known, false))).toBe('');
});
