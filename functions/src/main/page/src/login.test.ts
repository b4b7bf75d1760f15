import { beforeEach, expect, it } from 'vitest';
import { takeArrival } from './login';

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});

const pending = () => sessionStorage.setItem('login', '{"verifier":"v","state":"s"}');

it('takes what the login server sent, and leaves no trace of it', () => {
  pending();
  history.replaceState(null, '', '/?code=abc&state=s');

  const arrival = takeArrival();

  expect(arrival?.url.searchParams.get('code')).toBe('abc');
  expect(arrival).toMatchObject({ verifier: 'v', state: 's' });
  expect(sessionStorage.length).toBe(0);
  expect(location.search).toBe('');
});

it('does not take a code that nobody here has asked for', () => {
  history.replaceState(null, '', '/?code=abc&state=s');

  expect(takeArrival()).toBeUndefined();
  expect(location.search).toBe('');
});

it('clears away a login that was given up', () => {
  pending();

  expect(takeArrival()).toBeUndefined();
  expect(sessionStorage.length).toBe(0);
});
