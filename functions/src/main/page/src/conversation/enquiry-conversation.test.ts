import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Api } from '../api';
import type { Present } from '../colleagues/presence';
import type { Enquiry, Message, Receipt, Summary } from '../generated/api';
import { Problem } from '../problem';
import { draft, forgetDrafts, keepDraft } from '../reply/drafts';
import { EnquiryConversation } from './enquiry-conversation';
import type { ResolveDialog } from './resolve-dialog';

const later = new Date(Date.now() + 3_600_000).toISOString();
const summary = { id: 'e1', name: 'Erika', replyUntil: later } as Summary;
const enquiry: Enquiry = {
  ...summary,
  revision: 6,
  citizen: { name: 'Erika', phone: '+49 1' },
  linked: [],
  told: [],
  messages: [{ id: 'm1', direction: 'in', kind: 'text', at: later, text: 'Guten Tag' }],
  earlier: null,
  inbound: 1,
  expiresAt: later,
} as Enquiry;
const receipt = { enquiry: 'e1', state: 'erased' } as Receipt;
const town = { signs: 'none', templates: [], cannedReplies: [] };
const missing = new Problem('not-found');

beforeAll(() => {
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  document.body.replaceChildren();
  forgetDrafts();
  vi.useRealTimers();
});

/** An enquiry open on the desk, and what it has told the desk. */
async function opened() {
  const api = {
    look: vi.fn(async () => enquiry),
    left: vi.fn(async () => {}),
    resolve: vi.fn(async (): Promise<Receipt> => receipt),
    reply: vi.fn(),
  };
  const element = new EnquiryConversation();
  Object.assign(element, { api: api as unknown as Api, summary, town });
  const told: string[] = [];
  for (const name of ['resolved', 'gone', 'leave']) {
    element.addEventListener(name, () => told.push(name));
  }
  document.body.append(element);
  const pass = (time: number) => vi.advanceTimersByTimeAsync(time);
  await pass(1);
  const dialog = element.querySelector<ResolveDialog>('resolve-dialog')!;
  const press = (what: string) => element.querySelector<HTMLElement>(what)!.click();
  const words = () => element.textContent!.replace(/\s+/g, ' ');
  return { api, element, told, pass, dialog, press, words };
}

it('says calmly that an enquiry is no more, names nobody and asks no further', async () => {
  const { api, element, told, pass, words } = await opened();
  api.look.mockRejectedValue(missing);

  await pass(5_000);

  expect(words()).toContain('Dieses Anliegen gibt es nicht mehr');
  expect(words()).not.toMatch(/Erika|Guten Tag|\+49|nicht gesendet/);
  expect(element.querySelector('[role=alert]')).toBeNull();
  expect(told).toEqual(['gone']);
  const calls = api.look.mock.calls.length;
  await pass(60_000);
  expect(api.look).toHaveBeenCalledTimes(calls);
});

it('says that a begun answer was not sent, and forgets it', async () => {
  const { api, pass, words } = await opened();
  keepDraft('e1', { text: 'Liebe Erika' });
  api.look.mockRejectedValue(missing);

  await pass(5_000);

  expect(words()).toContain('Ihre begonnene Antwort wurde nicht gesendet.');
  expect(draft('e1').text).toBe('');
});

it('does not stay with an answer that nobody is left to read', async () => {
  const { api, element, pass, words } = await opened();
  const area = element.querySelector('textarea')!;
  area.value = 'Liebe Erika';
  area.dispatchEvent(new Event('input'));
  await pass(1);
  api.look.mockRejectedValue(missing);
  api.reply.mockRejectedValue(missing);

  element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  await pass(1);

  expect(words()).toContain('Dieses Anliegen gibt es nicht mehr');
  expect(words()).toContain('nicht gesendet');
});

it('closes the question whether to erase when there is nothing left to erase', async () => {
  const { api, element, pass, words, press } = await opened();
  press('[data-testid=resolve]');
  await pass(1);
  api.look.mockRejectedValue(missing);

  await pass(5_000);

  expect(element.querySelector('dialog')).toBeNull();
  expect(words()).toContain('Dieses Anliegen gibt es nicht mehr');
});

it('says the same once when the question is answered too late', async () => {
  const { api, told, pass, words, press } = await opened();
  api.resolve.mockRejectedValue(missing);
  press('[data-testid=resolve]');
  await pass(1);

  press('[data-testid=resolve-confirm]');
  await pass(1);

  expect(words().match(/gibt es nicht mehr/g)).toHaveLength(1);
  expect(told).toEqual(['gone']);
});

it('does not call an enquiry gone that is being erased from here', async () => {
  const { api, told, pass, press, words } = await opened();
  let answer!: (receipt: Receipt) => void;
  api.resolve.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  press('[data-testid=resolve]');
  await pass(1);
  press('[data-testid=resolve-confirm]');
  api.look.mockRejectedValue(missing);

  await pass(20_000);
  expect(words()).toContain('Wird gelöscht …');
  expect(told).toEqual([]);

  answer(receipt);
  await pass(1);
  expect(told).toEqual(['resolved']);
});

it('fetches the receipt when the answer to the erasure was lost on the way', async () => {
  const { api, told, pass, press } = await opened();
  api.resolve.mockRejectedValueOnce(new Problem('offline'));
  press('[data-testid=resolve]');
  await pass(1);
  press('[data-testid=resolve-confirm]');
  await pass(1);
  api.look.mockRejectedValue(missing);

  await pass(5_000);

  expect(told).toEqual(['resolved']);
});

/** Writes an answer and asks to send it and resolve, in one step. */
async function finished(answer: Partial<Message>) {
  const open = await opened();
  const revised = { ...enquiry, revision: 7 };
  open.api.reply.mockImplementation(async () => {
    open.api.look.mockResolvedValue(revised);
    return { id: 'm2', direction: 'out', kind: 'text', text: 'Ja.', at: later, ...answer };
  });
  const field = open.element.querySelector('textarea')!;
  field.value = 'Ja.';
  field.dispatchEvent(new Event('input'));
  await open.pass(1);
  open.press('[data-testid=reply-finish]');
  await open.pass(1);
  return { ...open, revised };
}

it('answers and resolves in one step, up to what was seen before', async () => {
  const { api, press, pass, told, words } = await finished({ delivery: { state: 'accepted' } });
  expect(words()).toContain('Antwort senden und alles löschen?');
  expect(api.reply).not.toHaveBeenCalled();

  press('[data-testid=resolve-confirm]');
  await pass(10);

  expect(api.reply).toHaveBeenCalledOnce();
  expect(api.resolve).toHaveBeenCalledExactlyOnceWith('e1', enquiry.revision);
  expect(told).toEqual(['resolved']);
});

it.each(['failed', 'unknown', 'pending'] as const)(
  'resolves nothing after an answer that is %s',
  async (state) => {
    const { api, press, pass, dialog } = await finished({ delivery: { state } });

    press('[data-testid=resolve-confirm]');
    await pass(10);

    expect(api.resolve).not.toHaveBeenCalled();
    expect(dialog.querySelector('dialog')!.open).toBe(false);
  },
);

it('resolves nothing, and keeps the words, when the answer did not go out', async () => {
  const { api, press, pass, element } = await finished({});
  api.reply.mockRejectedValue(new Problem('offline'));

  press('[data-testid=resolve-confirm]');
  await pass(10);

  expect(api.resolve).not.toHaveBeenCalled();
  expect(element.querySelector('textarea')!.value).toBe('Ja.');
  expect(element.querySelector('.reply [role=alert]')).not.toBeNull();
});

it('says so when the citizen wrote, or the answer was refused, meanwhile', async () => {
  const { api, press, pass, words } = await finished({ delivery: { state: 'sent' } });
  api.resolve.mockRejectedValue(new Problem('changed'));

  press('[data-testid=resolve-confirm]');
  await pass(10);

  expect(api.resolve).toHaveBeenCalledExactlyOnceWith('e1', enquiry.revision);
  expect(words()).toContain('Inzwischen ist etwas Neues eingetroffen.');
});

it('says who else is here in a place that stood there empty before', async () => {
  const element = new EnquiryConversation();
  let meet: (others: Present[]) => void = () => {};
  const api = {
    left: async () => {},
    look: async (_: string, __: string, ___: unknown, others: typeof meet) => {
      meet = others;
      meet([{ id: 'p2', name: '', doing: 'reading' }]);
      return enquiry;
    },
  };
  Object.assign(element, { api: api as unknown as Api, summary, town });
  document.body.append(element);
  await element.updateComplete;
  const place = element.querySelector('[data-testid=presence]')!;
  expect(place.textContent!.trim()).toBe('');

  await vi.advanceTimersByTimeAsync(1);

  expect(place.isConnected).toBe(true);
  expect(place.textContent).toContain('Jemand im Rathaus liest gerade');
});
