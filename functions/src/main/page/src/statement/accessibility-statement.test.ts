import { afterEach, expect, it } from 'vitest';
import type { Configuration } from '../generated/api';
import { choose } from '../texts';
import { AccessibilityStatement } from './accessibility-statement';

afterEach(() => document.body.replaceChildren());

async function shown(state: Configuration['state']): Promise<AccessibilityStatement> {
  const statement = new AccessibilityStatement();
  Object.assign(statement, { town: { town: 'Altstadt', state } });
  document.body.append(statement);
  await statement.updateComplete;
  return statement;
}

it('names the law and the body of Hesse to a town in Hesse', async () => {
  const statement = await shown('HE');

  expect(statement.textContent).toContain('HessBGG');
  expect(statement.querySelector('a[href="https://lbit.hessen.de/"]')?.textContent).toContain(
    'Gießen',
  );
});

it('names the body of another state to a town there, and nothing of Hesse', async () => {
  const statement = await shown('BY');

  expect(statement.textContent).toContain('Altstadt');
  expect(statement.textContent).not.toMatch(/Hess|sechs Wochen|six weeks/);
  expect(statement.querySelector('a[href^="https://ldbv.bayern.de/"]')).not.toBeNull();
});

it('names no body where none is known', async () => {
  const statement = await shown('ST');

  expect(statement.querySelectorAll('a[target="_blank"]')).toHaveLength(0);
});

it('says in English too that the name of the body is German', async () => {
  choose('en');

  const statement = await shown('HE');

  expect(statement.querySelector('a[lang=de]')?.textContent).toContain('Regierungspräsidium');
});
