import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Enquiry, Message } from '../generated/api';
import { record } from './record';
import { RecordDialog } from './record-dialog';

const at = '2026-11-23T10:00:00Z';
const question = { id: 'a', direction: 'in', kind: 'text', at, text: 'Wann?' } as Message;
const answer = {
  id: 'b',
  direction: 'out',
  kind: 'text',
  at,
  text: 'Morgen.',
  delivery: { state: 'read' },
} as Message;
const picture = {
  id: 'c',
  direction: 'in',
  kind: 'image',
  at,
  text: 'Hier',
  reaction: undefined,
  townReaction: '👍',
  media: { state: 'stored', type: 'jpeg', bytes: 300_000, fileName: 'loch.jpg' },
} as unknown as Message;
const enquiry = {
  id: 'e1',
  name: 'Petra Probe',
  citizen: { name: 'Petra Probe', phone: '+491711' },
  messages: [question, answer, picture],
  earlier: null,
} as unknown as Enquiry;
const about = { town: 'Heringen', named: false, at };

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

it('writes down what was said, when, what became of it and with which files', () => {
  const words = record(enquiry, about);

  expect(words).toContain('Digitale Sprechstunde Heringen');
  expect(words).toMatch(/23\.11\.26, \d\d:00 – Bürgerin oder Bürger:\nWann\?/);
  expect(words).toMatch(/23\.11\.26, \d\d:00 – Stadt \(gelesen\):\nMorgen\./);
  expect(words).toContain('[Foto, loch.jpg, 0,3 MB]\nHier\nIhre Reaktion: 👍');
});

it('names the citizen only if that is asked for', () => {
  expect(record(enquiry, about)).not.toMatch(/Petra|1711/);
  expect(record(enquiry, { ...about, named: true })).toContain('Von: Petra Probe, +491711');
});

/** The dialog, open over an enquiry. */
async function shown(open: Enquiry, earlier = vi.fn(async () => {})) {
  const dialog = new RecordDialog();
  Object.assign(dialog, { enquiry: open, town: 'Heringen', renew: async () => {}, earlier });
  document.body.append(dialog);
  await dialog.updateComplete;
  await dialog.show();
  await dialog.updateComplete;
  return dialog;
}

it('copies the text by a click, and nothing before it', async () => {
  const write = vi.fn(async (_: string) => {});
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText: write } as never);
  const dialog = await shown(enquiry);
  expect(write).not.toHaveBeenCalled();

  dialog.querySelector<HTMLElement>('[data-testid=record-copy]')!.click();

  await vi.waitFor(() => expect(dialog.textContent).toContain('Kopiert.'));
  expect(write.mock.calls[0]![0]).toContain('Morgen.');
});

it('prints the text, and takes it back from the page afterwards', async () => {
  let printed: string | null | undefined;
  const print = vi.fn(() => (printed = document.querySelector('record-sheet')?.textContent));
  vi.stubGlobal('print', print);
  const dialog = await shown(enquiry);

  dialog.querySelector<HTMLElement>('[data-testid=record-print]')!.click();

  expect(printed).toContain('Morgen.');
  window.dispatchEvent(new Event('afterprint'));
  expect(document.querySelector('record-sheet')).toBeNull();
});

it('shows nothing before all of the conversation is here', async () => {
  const half = { ...enquiry, earlier: 'a' };
  let dialog!: RecordDialog;
  const earlier = vi.fn(async () => {
    await dialog.updateComplete;
    expect(dialog.querySelector('dialog')!.open).toBe(true);
    expect(dialog.querySelector('pre')).toBeNull();
    dialog.enquiry = enquiry;
  });
  dialog = new RecordDialog();
  Object.assign(dialog, { enquiry: half, town: '', renew: async () => {}, earlier });
  document.body.append(dialog);
  await dialog.updateComplete;

  await dialog.show();
  await dialog.updateComplete;

  expect(earlier).toHaveBeenCalledOnce();
  expect(dialog.querySelector('pre')!.textContent).toContain('Wann?');
});

it('says that the rest cannot be had instead of asking for ever', async () => {
  const earlier = vi.fn(async () => {});

  const dialog = await shown({ ...enquiry, earlier: 'a' }, earlier);

  expect(earlier).toHaveBeenCalledOnce();
  expect(dialog.textContent).toContain('Keine Verbindung');
  expect(dialog.querySelector('pre')).toBeNull();
});

beforeEach(() => vi.unstubAllGlobals());
