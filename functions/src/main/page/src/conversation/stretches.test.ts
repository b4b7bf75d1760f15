import { expect, it } from 'vitest';
import { Stretches } from './stretches';

const items = (from: number, to: number, step = 1) =>
  Array.from({ length: (to - from) / step }, (_, n) => ({ id: `${from + n * step}` }));

const told = (stretches: { key: string; items: { id: string }[] }[]) =>
  stretches.map((each) => `${each.key}: ${each.items[0]!.id}-${each.items.at(-1)!.id}`);

it('takes twenty and twenty and the rest', () => {
  expect(told(new Stretches().of(items(100, 150)))).toEqual([
    '100: 100-119',
    '120: 120-139',
    '140: 140-149',
  ]);
  expect(new Stretches().of([])).toEqual([]);
});

it('leaves each where it is when others come before and after', () => {
  const stretches = new Stretches();
  stretches.of(items(100, 130));

  expect(told(stretches.of(items(70, 145)))).toEqual([
    '70: 70-89',
    '90: 90-99',
    '100: 100-119',
    '120: 120-139',
    '140: 140-144',
  ]);
});

it('takes what comes between into the stretch that it comes into, full or not', () => {
  const stretches = new Stretches();
  stretches.of(items(100, 180, 2));

  const between = stretches.of(items(100, 179));

  expect(told(between)).toEqual(['100: 100-138', '139: 139-139', '140: 140-178']);
});

it('keeps a stretch when its first is gone', () => {
  const stretches = new Stretches();
  stretches.of(items(100, 130));

  expect(told(stretches.of(items(101, 130)))).toEqual(['100: 101-119', '120: 120-129']);
});
