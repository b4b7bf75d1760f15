import { expect, it } from 'vitest';
import { Stretches } from './stretches';

const items = (from: number, to: number, step = 1) =>
  Array.from({ length: (to - from) / step }, (_, n) => ({ id: `${from + n * step}` }));

const told = (stretches: { key: string; items: { id: string }[] }[]) =>
  stretches.map((each) => `${each.key}: ${each.items[0]!.id}-${each.items.at(-1)!.id}`);

it('takes ten and ten and the rest', () => {
  expect(told(new Stretches().of(items(100, 125)))).toEqual([
    '100: 100-109',
    '110: 110-119',
    '120: 120-124',
  ]);
  expect(new Stretches().of([])).toEqual([]);
});

it('leaves each where it is when others come before and after', () => {
  const stretches = new Stretches();
  stretches.of(items(100, 115));

  expect(told(stretches.of(items(85, 123)))).toEqual([
    '85: 85-94',
    '95: 95-99',
    '100: 100-109',
    '110: 110-119',
    '120: 120-122',
  ]);
});

it('takes what comes between into the stretch that it comes into, full or not', () => {
  const stretches = new Stretches();
  stretches.of(items(100, 140, 2));

  const between = stretches.of(items(100, 139));

  expect(told(between)).toEqual(['100: 100-118', '119: 119-119', '120: 120-138']);
});

it('keeps a stretch when its first is gone', () => {
  const stretches = new Stretches();
  stretches.of(items(100, 115));

  expect(told(stretches.of(items(101, 115)))).toEqual(['100: 101-109', '110: 110-114']);
});
