import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Api, type Known } from './api';
import { Problem } from './problem';
import { Session } from './session';

const server = vi.fn<typeof fetch>();
const renew = vi.fn();
let session: Session;
let api: Api;

beforeEach(() => {
  vi.stubGlobal('fetch', server);
  session = new Session({ renew });
  session.begin({ tokens: { access: 'first', refresh: 'again' }, person: 'mayor' });
  api = new Api(session);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const sentHeader = (call: number, name: string) =>
  (server.mock.calls[call]![1]!.headers as Headers).get(name);

it('asks with the token, and leaves nothing in any cache', async () => {
  server.mockResolvedValue(answer(200, { enquiries: [] }));

  await api.list('waiting', 'a b');

  const [url, request] = server.mock.calls[0]!;
  expect(url).toBe('/api/enquiries?order=waiting&next=a+b');
  expect(request).toMatchObject({
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  expect(sentHeader(0, 'Authorization')).toBe('Bearer first');
});

it('renews the login once and asks again', async () => {
  server.mockResolvedValueOnce(answer(401, {})).mockResolvedValueOnce(answer(200, { id: 'e1' }));
  renew.mockResolvedValue({ access: 'second', refresh: 'again' });

  expect(await api.enquiry('e1')).toEqual({ id: 'e1' });
  expect(sentHeader(1, 'Authorization')).toBe('Bearer second');
});

it('says that the login has expired when it cannot be renewed', async () => {
  const expired = vi.fn();
  session.addEventListener('expired', expired);
  server.mockResolvedValue(answer(401, {}));
  renew.mockRejectedValue(new Error('invalid_grant'));

  await expect(api.enquiry('e1')).rejects.toMatchObject({ name: 'signed-out' });
  expect(expired).toHaveBeenCalledOnce();
  expect(session.accessToken).toBeUndefined();
});

it('keeps the login, and says that the connection is gone, where it cannot be renewed just now', async () => {
  const expired = vi.fn();
  session.addEventListener('expired', expired);
  const changes: boolean[] = [];
  api.addEventListener('connection', () => changes.push(api.offline));
  server.mockImplementation(async () => answer(401, {}));
  renew.mockRejectedValue(new Problem('offline'));

  await expect(api.enquiry('e1')).rejects.toMatchObject({ name: 'offline' });
  await expect(api.enquiry('e1')).rejects.toMatchObject({ name: 'offline' });

  expect(expired).not.toHaveBeenCalled();
  expect(session.accessToken).toBe('first');
  expect(changes).toEqual([true]);
});

it('says that whoever has logged in may not work here', async () => {
  const refused = vi.fn();
  session.addEventListener('refused', refused);
  server.mockResolvedValue(answer(403, { type: 'urn:sprechstunde:problem:not-admitted' }));

  await expect(api.list('urgent')).rejects.toMatchObject({ name: 'not-admitted' });
  expect(refused).toHaveBeenCalledOnce();
  expect(session.accessToken).toBeUndefined();
});

it('renews once for requests side by side', async () => {
  server.mockImplementation(async () =>
    answer(session.accessToken === 'second' ? 200 : 401, { enquiries: [] }),
  );
  renew.mockResolvedValue({ access: 'second' });

  await Promise.all([api.list('newest'), api.enquiry('e1')]);

  expect(renew).toHaveBeenCalledOnce();
});

it('does not come back from a renewal after the page was locked', async () => {
  let finish = (_: unknown) => {};
  renew.mockReturnValue(new Promise((resolve) => (finish = resolve)));

  const renewal = session.renew();
  session.forget();
  finish({ access: 'second' });

  expect(await renewal).toBe(false);
  expect(session.accessToken).toBeUndefined();
});

it('calls a request that never arrived offline', async () => {
  server.mockRejectedValue(new TypeError('Failed to fetch'));

  await expect(api.list('newest')).rejects.toMatchObject({ name: 'offline' });
});

it('names how many messages the mayor has seen, and nothing when it only follows', async () => {
  server.mockImplementation(async () => answer(200, { state: 'erasing' }));

  await api.resolve('e1', 3);
  await api.resolve('e1');

  expect(server.mock.calls.map(([, request]) => request!.body)).toEqual(['{"revision":3}', '{}']);
});

it('asks only for what has changed, and gives back the same where nothing has', async () => {
  const known: Known = new Map();
  const tagged = { status: 200, headers: { ETag: '"one"' } };
  server.mockResolvedValueOnce(new Response('{"enquiries":[]}', tagged));
  server.mockResolvedValueOnce(new Response(null, { status: 304 }));

  const first = await api.list('newest', undefined, known);
  const second = await api.list('newest', undefined, known);

  expect(second).toBe(first);
  expect(sentHeader(0, 'If-None-Match')).toBeNull();
  expect(sentHeader(1, 'If-None-Match')).toBe('"one"');
});

it('asks for all of it again once what is known was cleared, be it while it was asked for', async () => {
  const known: Known = new Map();
  const tagged = { status: 200, headers: { ETag: '"one"' } };
  server.mockResolvedValueOnce(new Response('{"enquiries":[]}', tagged));
  server.mockImplementationOnce(async () => {
    known.clear();
    return new Response(null, { status: 304 });
  });
  server.mockResolvedValueOnce(new Response('{"enquiries":[]}', tagged));

  await api.list('newest', undefined, known);
  await api.list('newest', undefined, known);
  await api.list('newest', undefined, known);

  expect(sentHeader(1, 'If-None-Match')).toBe('"one"');
  expect(sentHeader(2, 'If-None-Match')).toBeNull();
});

it('says once that the connection is gone, and once that it is back', async () => {
  const changes: boolean[] = [];
  api.addEventListener('connection', () => changes.push(api.offline));
  server.mockRejectedValueOnce(new TypeError()).mockRejectedValueOnce(new TypeError());
  server.mockResolvedValue(answer(200, { enquiries: [], next: null }));

  await api.list('newest').catch(() => {});
  await api.enquiry('e1').catch(() => {});
  await api.list('newest');

  expect(changes).toEqual([true, false]);
});
