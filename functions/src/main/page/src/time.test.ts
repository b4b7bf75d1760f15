import { expect, it } from 'vitest';
import { choose } from './texts';
import { countdown, dayHead, left, near, since, stamp } from './time';

const now = new Date(2026, 10, 23, 15, 30).getTime();
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

it('says how long a citizen has been waiting in the unit that fits', () => {
  expect(since(ago(0), now)).toBe('seit eben');
  expect(since(ago(59), now)).toBe('seit 59 Min.');
  expect(since(ago(3 * 60 + 59), now)).toBe('seit 3 Std.');
  expect(since(ago(24 * 60), now)).toBe('seit 1 Tag');
  expect(since(ago(49 * 60), now)).toBe('seit 2 Tagen');
});

it('never shows a wait before the message, when the clocks differ', () => {
  expect(since(ago(-5), now)).toBe('seit eben');
});

it('counts down in begun minutes, so that the last one is not called zero', () => {
  expect(countdown(1)).toBe('1 Min.');
  expect(countdown(60 * 60_000)).toBe('1 Std. 0 Min.');
  expect(countdown(89.5 * 60_000)).toBe('1 Std. 30 Min.');
});

it('has nothing left after the end', () => {
  expect(left(ago(1), now)).toBe(0);
  expect(left(ago(-1), now)).toBe(60_000);
});

it('shows the clock today and the date before', () => {
  expect(stamp(ago(15), now)).toBe('15:15');
  expect(stamp(ago(24 * 60), now)).toBe('22.11.26');
});

it('heads the days of a conversation as one says them', () => {
  expect(dayHead(ago(0), now)).toBe('Heute');
  expect(dayHead(ago(16 * 60), now)).toBe('Gestern');
  expect(dayHead(ago(3 * 24 * 60), now)).toBe('Freitag, 20. November');
});

it('names a deadline by today and tomorrow', () => {
  expect(near(ago(-60), now)).toBe('heute 16:30');
  expect(near(ago(-24 * 60), now)).toBe('morgen 15:30');
});

it('follows the language', () => {
  choose('en');

  expect(since(ago(3 * 60), now)).toBe('for 3 h');
  expect(dayHead(ago(0), now)).toBe('Today');
});
