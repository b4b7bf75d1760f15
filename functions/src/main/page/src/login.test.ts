import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Configuration } from './generated/api';
import {
  Login,
  PasswordNotAsked,
  expectFarewell,
  takeArrival,
  type Arrival,
  type Return,
} from './login';
import { handOver, WindowBlocked } from './login-window';
import { choose } from './texts';

const ISSUER = 'https://login.example';
const server = vi.fn<typeof fetch>();

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', '/');
  vi.stubGlobal('fetch', server);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const answers = (body: unknown) =>
  server.mockResolvedValueOnce(
    new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }),
  );

async function login(): Promise<Login> {
  answers({
    issuer: ISSUER,
    authorization_endpoint: `${ISSUER}/authorize`,
    token_endpoint: `${ISSUER}/token`,
  });
  return Login.at({ issuer: ISSUER, client_id: 'page', scope: 'mayor' } as Configuration);
}

/** Comes back from the login server, where the password was typed so many seconds before the token. */
async function redeemed(seconds: number | undefined) {
  const here = await login();
  const iat = Math.floor(Date.now() / 1000);
  const auth_time = seconds === undefined ? undefined : iat - seconds;
  const claims = { iss: ISSUER, aud: 'page', sub: 'mayor', iat, exp: iat + 900, auth_time };
  const encoded = (part: unknown) => btoa(JSON.stringify(part)).replace(/=+$/, '');
  const id_token = `${encoded({ alg: 'RS256' })}.${encoded(claims)}.${btoa('unread')}`;
  answers({ access_token: 'access', token_type: 'Bearer', id_token });
  const url = new URL(`${location.origin}/?code=abc&state=s`);
  return here.redeem({ url, verifier: 'v'.repeat(43), state: 's', language: 'de' });
}

it('has the password asked for, whomever the login server remembers', async () => {
  const assign = vi.spyOn(location, 'assign').mockImplementation(() => {});

  await (await login()).leave();

  const asked = (assign.mock.calls[0]![0] as URL).searchParams;
  expect(asked.get('prompt')).toBe('login');
  expect(asked.get('max_age')).toBe('120');
});

it.each(['de', 'en'] as const)('asks for it in the language of the page: %s', async (wanted) => {
  const assign = vi.spyOn(location, 'assign').mockImplementation(() => {});
  choose(wanted);

  await (await login()).leave();

  const asked = (assign.mock.calls[0]![0] as URL).searchParams;
  expect(asked.get('lang')).toBe(wanted);
  expect(asked.get('ui_locales')).toBe(wanted);
  expect(arrivalAt('/?code=abc&state=s')).toMatchObject({ language: wanted });
});

/** What the page finds when the login server has sent the browser back. */
function arrivalAt(address: string) {
  history.replaceState(null, '', address);
  return takeArrival();
}

it('lets in who has just typed it', async () => {
  const admission = { tokens: { access: 'access' }, person: `${ISSUER} mayor` };
  expect(await redeemed(0)).toEqual(admission);
  expect(await redeemed(120)).toEqual(admission);
});

it.each([121, 3600, undefined])('lets nobody in who was only remembered: %s', async (seconds) => {
  await expect(redeemed(seconds)).rejects.toThrow(PasswordNotAsked);
});

const pending = () => sessionStorage.setItem('login', '{"verifier":"v","state":"s"}');

it('takes what the login server sent, and leaves no trace of it', () => {
  pending();
  history.replaceState(null, '', '/?code=abc&state=s');

  const arrival = takeArrival();

  expect(arrival).toMatchObject({ verifier: 'v', state: 's' });
  expect((arrival as Arrival).url.searchParams.get('code')).toBe('abc');
  expect(sessionStorage.length).toBe(0);
  expect(location.search).toBe('');
});

it('needs to ask the login server nothing twice', async () => {
  vi.spyOn(location, 'assign').mockImplementation(() => {});
  await (await login()).leave();
  const back = arrivalAt('/?code=abc&state=s') as Return;
  server.mockClear();

  expect(Login.from(back).farewell()).toBeUndefined();
  expect(back.configuration.client_id).toBe('page');
  expect(back.server.token_endpoint).toBe(`${ISSUER}/token`);
  expect(server).not.toHaveBeenCalled();
});

it('redeems no code that nobody here has asked for', () => {
  history.replaceState(null, '', '/?code=abc&state=s');

  expect(takeArrival()).not.toHaveProperty('verifier');
  expect(location.search).toBe('');
});

it('brings it to the page that has asked for it in another window, and to no other', async () => {
  vi.spyOn(window, 'open').mockReturnValue({} as Window);
  const asked = (await login()).beside();
  await vi.waitFor(() => expect(window.open).toHaveBeenCalled());
  const state = (vi.mocked(window.open).mock.calls[0]![0] as URL).searchParams.get('state');

  expect(await handOver(new URL(`${location.origin}/?code=abc&state=strange`))).toBe(false);
  expect(await handOver(new URL(`${location.origin}/?code=abc&state=${state}`))).toBe(true);

  expect((await asked).url.searchParams.get('code')).toBe('abc');
  expect((await asked).state).toBe(state);
  expect(sessionStorage.length).toBe(0);
});

it('says so where the browser opens no window', async () => {
  vi.spyOn(window, 'open').mockReturnValue(null);

  await expect((await login()).beside()).rejects.toThrow(WindowBlocked);
});

it('clears away a login that was given up', () => {
  pending();

  expect(takeArrival()).toBeUndefined();
  expect(sessionStorage.length).toBe(0);
});

it('says to whoever comes back from logging out that it is done, and then no more', () => {
  expectFarewell();
  history.replaceState(null, '', '/');

  expect(takeArrival()).toBe('loggedOut');
  expect(sessionStorage.length).toBe(0);
  expect(takeArrival()).toBeUndefined();
});

it.each([
  ['does not reach it', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
  ['finds it overloaded', async () => new Response(null, { status: 429 }), 'offline'],
  ['finds it broken', async () => new Response(null, { status: 502 }), 'offline'],
  [
    'is refused',
    async () =>
      new Response('{"error":"invalid_grant"}', {
        status: 400,
        headers: { 'content-type': 'application/json' },
      }),
    'ResponseBodyError',
  ],
])(
  'tells a login server that does not answer from one that refuses: %s',
  async (_, answer, name) => {
    const here = await login();
    server.mockImplementationOnce(answer);

    await expect(here.renew('again')).rejects.toMatchObject({ name });
  },
);
