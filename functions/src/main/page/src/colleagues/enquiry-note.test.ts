import { afterEach, expect, it, vi } from 'vitest';
import type { Api } from '../api';
import { warnings } from '../conversation/warnings';
import type { Enquiry } from '../generated/api';
import { Problem } from '../problem';
import { forgetDrafts } from '../reply/drafts';
import { EnquiryNote } from './enquiry-note';

const enquiry = { id: 'e1', messages: [] as Enquiry['messages'] } as Enquiry;

afterEach(() => {
  document.body.replaceChildren();
  forgetDrafts();
});

async function shown(note = vi.fn(async () => {})) {
  const element = Object.assign(new EnquiryNote(), { api: { note } as unknown as Api, enquiry });
  document.body.append(element);
  const settle = () => new Promise((done) => setTimeout(done));
  await settle();
  const find = <T extends HTMLElement>(selector: string) => element.querySelector<T>(selector)!;
  const write = async (words: string) => {
    find('[data-testid=write-note]').click();
    await settle();
    await type(words);
  };
  const type = async (words: string) => {
    const area = find<HTMLTextAreaElement>('textarea');
    area.value = words;
    area.dispatchEvent(new Event('input'));
    await settle();
  };
  const press = async (key: string) => {
    find('textarea').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settle();
  };
  const save = async () => {
    find('form').dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  return { element, note, find, write, type, press, save, settle };
}

it('keeps what was begun while another enquiry is open, and warns of it before all is erased', async () => {
  const first = await shown();
  await first.write('Der Bauhof');
  first.element.remove();

  const { find } = await shown();

  expect(find<HTMLTextAreaElement>('textarea').value).toBe('Der Bauhof');
  expect(warnings(enquiry, 0, false)).toContain(
    'Sie haben eine Notiz begonnen und nicht gespeichert.',
  );
  expect(warnings(enquiry, 0, true)).toHaveLength(1);
});

it('does not throw words away for a single key, and leaves at once where there are none', async () => {
  const { find, write, press, settle } = await shown();
  await write('Der Bauhof');

  await press('Escape');
  expect(document.activeElement).toBe(find('[data-testid=drop-note]'));
  expect(find<HTMLTextAreaElement>('textarea').value).toBe('Der Bauhof');
  find('[data-testid=drop-note]').click();
  await settle();
  await write('');
  await press('Escape');

  expect(find('textarea')).toBeNull();
  expect(warnings(enquiry, 0, false)).toEqual([]);
});

it.each(['general', 'offline', 'note-changed'])(
  'gives the focus and the words back where saving fails: %s',
  async (problem) => {
    const { find, write, save } = await shown(vi.fn().mockRejectedValue(new Problem(problem)));
    await write('Der Bauhof');
    find('[type=submit]').focus();

    await save();

    expect(document.activeElement).toBe(find('textarea'));
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('Der Bauhof');
    expect(find('[role=alert]')).not.toBeNull();
  },
);

it('takes the place of what somebody else has written only on the second try', async () => {
  const note = vi.fn().mockRejectedValueOnce(new Problem('note-changed')).mockResolvedValue({});
  const { element, find, write, save, settle } = await shown(note);
  await write('Der Bauhof');
  await save();

  element.enquiry = {
    ...enquiry,
    note: {
      text: 'Ich war dort',
      version: 4,
      by: { id: 'p2', name: 'Cem' },
      at: new Date().toISOString(),
    },
  } as Enquiry;
  await settle();
  await save();

  expect(note.mock.calls).toEqual([
    ['e1', 'Der Bauhof', 0],
    ['e1', 'Der Bauhof', 4],
  ]);
  expect(find('textarea')).toBeNull();
});

it('keeps what is typed while it is saved, for the version that this makes', async () => {
  let saved = () => {};
  const note = vi.fn().mockReturnValueOnce(new Promise<void>((done) => (saved = done)));
  const { find, write, type, save, settle } = await shown(note);
  await write('Der Bauhof');
  await save();
  await type('Der Bauhof kommt');

  saved();
  await settle();
  expect(find<HTMLTextAreaElement>('textarea').value).toBe('Der Bauhof kommt');
  expect(find('.note__text').textContent).toBe('Der Bauhof');
  await save();

  expect(note).toHaveBeenLastCalledWith('e1', 'Der Bauhof kommt', 1);
  expect(find('textarea')).toBeNull();
});

it('goes on from what was just saved, before the enquiry says so', async () => {
  const { note, find, write, save, settle } = await shown();
  await write('Der Bauhof');
  await save();

  find('[data-testid=write-note]').click();
  await settle();
  expect(find<HTMLTextAreaElement>('textarea').value).toBe('Der Bauhof');
  await save();

  expect(note).toHaveBeenLastCalledWith('e1', 'Der Bauhof', 1);
});

it.each([undefined, new Problem('offline')])(
  'leaves the focus where the reader has gone while it was saved: %s',
  async (problem) => {
    const elsewhere = document.createElement('input');
    document.body.append(elsewhere);
    const { write, save } = await shown(
      vi.fn(async () => {
        elsewhere.focus();
        if (problem) throw problem;
      }),
    );
    await write('Der Bauhof');

    await save();

    expect(document.activeElement).toBe(elsewhere);
  },
);
