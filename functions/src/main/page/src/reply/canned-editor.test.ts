import { afterEach, expect, it, vi } from 'vitest';
import type { Api } from '../api';
import type { Configuration } from '../generated/api';
import { Problem } from '../problem';
import { CannedEditor } from './canned-editor';
import { forgetCannedReplies } from './canned-shelf';

const replies = [{ title: 'Dank', text: 'Guten Tag, danke!' }];
const settle = () => new Promise((done) => setTimeout(done));

afterEach(() => {
  document.body.replaceChildren();
  forgetCannedReplies();
});

async function shown(...comes: Promise<void>[]) {
  const save = vi.fn(async (wanted: object) => wanted);
  const cannedReplies = async () => {
    await comes.shift();
    return { replies, revision: 1 };
  };
  const api = { cannedReplies, saveCannedReplies: save };
  const element = Object.assign(new CannedEditor(), {
    api: api as unknown as Api,
    town: { cannedReplies: [] } as unknown as Configuration,
  });
  document.body.append(element);
  await element.updateComplete;
  void element.show();
  await settle();
  const find = <T extends HTMLElement>(selector: string) => element.querySelector<T>(selector)!;
  const type = async (id: string, words: string) => {
    find<HTMLInputElement>(id).value = words;
    find(id).dispatchEvent(new Event('input'));
    await settle();
  };
  const press = async (what: string) => {
    find(what).click();
    await settle();
  };
  const escape = async () => {
    const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    find('#canned-text-0').dispatchEvent(key);
    await settle();
    return key;
  };
  const isOpen = () => find<HTMLDialogElement>('dialog').open;
  return { element, find, type, press, escape, isOpen, save };
}

it.each([
  ['title', '#canned-title-0', '#canned-text-0'],
  ['text', '#canned-text-0', '#canned-title-0'],
])('marks and leads to the field that is blank: %s', async (_, blank, other) => {
  const { find, type, press, save } = await shown();
  await type(blank, ' ');

  await press('[data-testid=canned-save]');

  expect(document.activeElement).toBe(find(blank));
  expect(find(blank).getAttribute('aria-invalid')).toBe('true');
  expect(find(find(blank).getAttribute('aria-describedby')!.replace(/^/, '#')).textContent).toBe(
    'Titel und Text dürfen nicht leer sein.',
  );
  expect(find(other).hasAttribute('aria-invalid')).toBe(false);
  expect(save).not.toHaveBeenCalled();
});

it('takes nothing before the replies have come, which would replace it', async () => {
  let come = () => {};
  const { find, press, escape, isOpen, save } = await shown(new Promise((done) => (come = done)));

  await press('[data-testid=canned-add]');
  await press('[data-testid=canned-save]');
  expect(find('#canned-text-0')).toBeNull();
  expect(save).not.toHaveBeenCalled();
  come();
  await settle();
  await press('[data-testid=canned-add]');

  expect(document.activeElement).toBe(find('#canned-title-1'));
  await escape();
  expect(isOpen()).toBe(true);
});

it('is not changed by what comes for an earlier look, or twice', async () => {
  const comes: (() => void)[] = [];
  const coming = () => new Promise<void>((done) => comes.push(done));
  const { element, find, press, type, isOpen } = await shown(coming(), coming());
  await press('.kern-dialog__header button');
  expect(isOpen()).toBe(false);
  void element.show();

  comes[0]!();
  await settle();
  await type('#canned-text-0', 'Vielen Dank!');
  comes[1]!();
  await settle();

  expect(find<HTMLTextAreaElement>('#canned-text-0').value).toBe('Vielen Dank!');
});

it('asks before it throws changes away, for Escape too', async () => {
  const { find, type, press, escape, isOpen } = await shown();
  await type('#canned-text-0', 'Vielen Dank!');

  expect((await escape()).defaultPrevented).toBe(true);
  expect(isOpen()).toBe(true);
  expect(document.activeElement).toBe(find('[data-testid=canned-go-on]'));
  await press('[data-testid=canned-go-on]');
  expect(find<HTMLTextAreaElement>('#canned-text-0').value).toBe('Vielen Dank!');
  await escape();
  await press('[data-testid=canned-drop]');

  expect(isOpen()).toBe(false);
});

it('closes at once where nothing was changed', async () => {
  const { escape, isOpen } = await shown();

  await escape();

  expect(isOpen()).toBe(false);
});

it('says that it has saved in a place that was there before', async () => {
  const { find, type, press, isOpen } = await shown();
  const status = find(':scope > [role=status]');
  expect(status.textContent).toBe('');
  await type('#canned-text-0', 'Vielen Dank!');

  await press('[data-testid=canned-save]');

  expect(isOpen()).toBe(false);
  expect(status.isConnected).toBe(true);
  expect(status.textContent).toBe('Textbausteine gespeichert.');
});

it('gives the focus back where saving fails', async () => {
  const { find, press, save } = await shown();
  save.mockRejectedValue(new Problem('canned-changed'));
  find('[data-testid=canned-save]').focus();

  await press('[data-testid=canned-save]');

  expect(document.activeElement).toBe(find('[data-testid=canned-save]'));
  expect(find('[role=alert]').textContent).toContain('Es wurde nichts überschrieben.');
});
