import { afterEach, expect, it, vi } from 'vitest';
import type { Api } from '../api';
import type { Enquiry, Person } from '../generated/api';
import { Problem } from '../problem';
import { forgetColleagues, introduce } from './colleagues';
import { HandOver } from './hand-over';

const me = { id: 'p1', name: 'Anna' };
const cem = { id: 'p2', name: 'Cem' };
const enquiry = (assigned?: Person) => ({ id: 'e1', assigned }) as Enquiry;

afterEach(() => {
  document.body.replaceChildren();
  forgetColleagues();
});

async function shown(assigned?: Person) {
  const assign = vi.fn(async () => {});
  const api = {
    assign,
    introduce: async () => ({ me, given: true, people: [me, cem] }),
  } as unknown as Api;
  await introduce(api);
  const element = Object.assign(new HandOver(), { api, enquiry: enquiry(assigned) });
  document.body.append(element);
  await element.updateComplete;
  const select = element.querySelector('select')!;
  const choose = async (id: string) => {
    select.value = id;
    select.dispatchEvent(new Event('change'));
    await new Promise((done) => setTimeout(done));
  };
  return { element, select, assign, choose };
}

it('shows whom it is for again where handing it over was refused', async () => {
  const { element, select, assign, choose } = await shown(me);
  assign.mockRejectedValue(new Problem('unknown-person'));

  await choose('p2');

  expect(element.querySelector('[role=alert]')).not.toBeNull();
  expect(select.value).toBe('p1');
});

it('shows the choice until the enquiry says it, and then what colleagues change', async () => {
  const { element, select, choose } = await shown();
  await choose('p2');
  expect(select.value).toBe('p2');

  element.enquiry = enquiry(cem);
  await element.updateComplete;
  expect(select.value).toBe('p2');

  element.enquiry = enquiry();
  await element.updateComplete;
  expect(select.value).toBe('');
});

it('takes the focus back from nobody who has gone on while it was handed over', async () => {
  const { select, assign, choose } = await shown();
  select.focus();
  await choose('p2');
  expect(document.activeElement).toBe(select);

  const elsewhere = document.createElement('input');
  document.body.append(elsewhere);
  assign.mockImplementationOnce(async () => elsewhere.focus());
  await choose('');

  expect(document.activeElement).toBe(elsewhere);
});
