import { expect, it } from 'vitest';
import { choices, own } from './postponing';

it('offers what one would say, by the clock of this device', () => {
  const tuesday = choices(new Date(2026, 10, 24, 14, 20));

  expect(tuesday.map(({ name }) => name)).toEqual(['hours', 'tomorrow', 'monday']);
  expect(tuesday.map(({ until }) => until)).toEqual([
    new Date(2026, 10, 24, 17),
    new Date(2026, 10, 25, 8),
    new Date(2026, 10, 30, 8),
  ]);
});

it('offers no Monday beside a tomorrow that is one', () => {
  const sunday = choices(new Date(2026, 10, 29, 9));
  expect(sunday.map(({ name }) => name)).toEqual(['hours', 'tomorrow']);
});

it('takes no time that is none', () => {
  expect(own('')).toBeUndefined();
  expect(own('2026-12-01T08:00')).toEqual(new Date(2026, 11, 1, 8));
});
