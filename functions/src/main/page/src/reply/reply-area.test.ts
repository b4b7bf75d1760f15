import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { attachment, type Attachment, type AttachmentRefusal } from '../attachment/attachment';
import { upload } from '../attachment/upload';
import type { Api } from '../api';
import type { Configuration, Enquiry, Message, TemplateState } from '../generated/api';
import { Problem } from '../problem';
import { draft, forgetDrafts } from './drafts';
import { decide, fate } from './outbox';
import { ReplyArea } from './reply-area';

vi.mock('../attachment/attachment');
vi.mock('../attachment/upload');

const HOUR = 3_600_000;
const plan: Attachment = {
  content: new Blob(['%PDF-']),
  type: 'application/pdf',
  name: 'plan.pdf',
};
const question = { id: 'm1', direction: 'in', kind: 'text', at: '', text: 'Wann?' } as Message;
const template = { name: 'news', language: 'de', title: 'Rückmeldung', text: 'Guten Tag Petra' };
const canned = [{ title: 'Dank', text: 'Danke aus {stadt}!' }];

beforeEach(() => vi.stubGlobal('matchMedia', () => ({ matches: false })));
afterEach(() => {
  document.body.replaceChildren();
  forgetDrafts();
  vi.unstubAllGlobals();
});

async function shown({
  left = 20 * HOUR,
  town = {} as Partial<Configuration>,
  of = {} as Partial<Enquiry>,
  templates = undefined as Enquiry['templates'],
} = {}) {
  const reply = vi.fn(async (): Promise<Message> => question);
  const area = new ReplyArea();
  const citizen = { name: 'Petra', phone: '+49 1' };
  const enquiry = {
    id: 'e1',
    citizen,
    messages: [question],
    revision: 3,
    templates,
    ...of,
  } as unknown as Enquiry;
  Object.assign(area, {
    api: { reply, cannedReplies: async () => ({ revision: 0 }) } as unknown as Api,
    enquiry,
    town: { town: 'Heringen', hours: '', templates: [], cannedReplies: [], ...town },
    left,
  });
  document.body.append(area);
  const settle = () => new Promise((done) => setTimeout(done));
  await settle();
  const find = (what: string) => area.querySelector<HTMLElement>(what);
  const press = async (what: string) => {
    find(what)!.click();
    await settle();
  };
  const write = async (text: string) => {
    const field = find('textarea') as HTMLTextAreaElement;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await settle();
  };
  const words = () => area.textContent!.replace(/\s+/g, ' ');
  return { area, enquiry, reply, find, press, write, words, settle };
}

const send = '[data-testid=reply-send]';

it('shows what will be quoted, sends it along, and lets it be left out', async () => {
  const { area, reply, find, press, write, settle } = await shown();
  area.quote(question);
  await settle();
  expect(find('[data-testid=reply-quote]')!.textContent).toContain('Wann?');
  expect(document.activeElement).toBe(find('textarea'));

  await press('[data-testid=reply-quote] button');
  expect(find('[data-testid=reply-quote]')).toBeNull();

  area.quote(question);
  await write('Morgen');
  await press(send);
  expect(reply).toHaveBeenCalledWith('e1', expect.anything(), {
    text: 'Morgen',
    quote: 'm1',
    revision: 3,
  });
  expect(find('[data-testid=reply-quote]')).toBeNull();
});

it('still quotes when an answer to somebody else has gone out meanwhile', async () => {
  const { area, find, settle } = await shown();
  area.quote(question);
  await settle();

  decide('e2', 'sending');
  decide('e2');
  await settle();

  expect(find('[data-testid=reply-quote]')).not.toBeNull();
});

it('does not quote what was taken back meanwhile', async () => {
  const { area, enquiry, reply, press, write, settle } = await shown();
  area.quote(question);
  await write('Morgen');
  area.enquiry = { ...enquiry, messages: [] };
  await settle();

  await press(send);

  expect(reply).toHaveBeenCalledWith('e1', expect.anything(), { text: 'Morgen', revision: 3 });
});

it('shows a file with its name and size, and takes fewer words with it', async () => {
  vi.mocked(attachment).mockResolvedValue(plan);
  const { area, find, press, write, words, settle } = await shown();

  area.attach([new File([], 'plan.pdf')]);
  await settle();
  expect(words()).toMatch(/plan\.pdf.*0,1 kB/);
  expect((find(send) as HTMLButtonElement).disabled).toBe(false);
  await write('x'.repeat(1_030));
  expect(words()).toContain('6 Zeichen zu viel');
  expect((find(send) as HTMLButtonElement).disabled).toBe(true);

  await press('[data-testid=attachment] button');
  expect((find(send) as HTMLButtonElement).disabled).toBe(false);
});

it.each([
  [[new File([], 'a.zip')], 'attachment-type', 'Bilder (JPEG, PNG, WebP) und PDF-Dateien'],
  [
    [new File([], 'a.zip'), new File([], 'b.zip')],
    'attachment-type',
    '2 Dateien werden nicht angehängt a.zip: Angehängt werden können Bilder',
  ],
])('says why a file cannot be attached', async (files, refusal, sentence) => {
  vi.mocked(attachment).mockResolvedValue(refusal as AttachmentRefusal);
  const { area, words, settle } = await shown();

  area.attach(files);
  await settle();

  expect(words()).toContain(sentence);
});

it('names a file that cannot be read, and takes the others', async () => {
  vi.mocked(attachment).mockRejectedValueOnce(new DOMException('', 'NotReadableError'));
  vi.mocked(attachment).mockResolvedValueOnce(plan);
  const { area, find, words, settle } = await shown();

  area.attach([new File([], 'Ordner'), new File([], 'plan.pdf')]);
  await settle();

  expect(words()).toContain('Ordner: Diese Datei lässt sich nicht lesen');
  expect(draft('e1').files).toEqual([plan]);
  expect((find(send) as HTMLButtonElement).disabled).toBe(false);
});

it('sends several files as messages of their own, the words with the first', async () => {
  const second = { ...plan, name: 'zweiter.pdf' };
  vi.mocked(upload).mockImplementation(async (_, __, { name }) => ({ object: name, key: 'k' }));
  vi.mocked(attachment).mockResolvedValueOnce(plan).mockResolvedValueOnce(second);
  const { area, reply, press, write, words, find, settle } = await shown();
  area.attach([new File([], 'plan.pdf'), new File([], 'zweiter.pdf')]);
  await settle();
  expect(words()).toContain('2 Dateien: Jede geht als eigene Nachricht');
  await write('Hier sind sie.');

  await press(send);

  const bodies = (reply.mock.calls as unknown[][]).map(([, , body]) => body);
  expect(bodies).toEqual([
    { text: 'Hier sind sie.', attachment: { object: 'plan.pdf', key: 'k' }, revision: 3 },
    { text: '', attachment: { object: 'zweiter.pdf', key: 'k' }, revision: 3 },
  ]);
  expect(new Set((reply.mock.calls as unknown[][]).map(([, key]) => key)).size).toBe(2);
  expect(find('[data-testid=attachment]')).toBeNull();
  expect(draft('e1')).toEqual({ text: '' });
});

it('sends neither a file that was stopped nor what comes after it, which stays', async () => {
  const second = { ...plan, name: 'zweiter.pdf' };
  let stored = () => {};
  vi.mocked(upload).mockImplementationOnce(async (_, __, ___, { progress }) => {
    progress(0);
    await new Promise<void>((done) => (stored = done));
    return { object: 'o', key: 'k' };
  });
  vi.mocked(attachment).mockResolvedValueOnce(plan).mockResolvedValueOnce(second);
  const { area, reply, press, settle } = await shown();
  area.attach([new File([], 'plan.pdf'), new File([], 'zweiter.pdf')]);
  await settle();

  await press(send);
  await press('[data-testid=attachment] button');
  stored();
  await settle();

  expect(reply).not.toHaveBeenCalled();
  expect(draft('e1').files).toEqual([second]);
  expect(fate('e1')).toBeUndefined();
});

it('tells which of several files have gone out and which have not', async () => {
  const second = { ...plan, name: 'zweiter.pdf' };
  const third = { ...plan, name: 'dritter.pdf' };
  vi.mocked(upload).mockImplementation(async (_, __, { name }) => ({ object: name, key: 'k' }));
  for (const each of [plan, second, third]) vi.mocked(attachment).mockResolvedValueOnce(each);
  const { area, reply, press, write, words, find, settle } = await shown();
  area.attach([new File([], 'a'), new File([], 'b'), new File([], 'c')]);
  await settle();
  await write('Hier sind sie.');
  reply.mockResolvedValueOnce(question).mockRejectedValueOnce(new Problem('attachment-not-taken'));

  await press(send);

  expect(words()).toContain('1 Nachricht ist hinausgegangen. „zweiter.pdf“ und was danach kommt');
  expect(words()).toContain('WhatsApp hat die Datei nicht angenommen');
  expect((find('textarea') as HTMLTextAreaElement).value).toBe('');
  expect(draft('e1').files).toEqual([second, third]);
  expect(fate('e1')).toBe('failed');

  await press('[data-testid=reload-error] button');
  expect(reply).toHaveBeenCalledTimes(4);
  expect(draft('e1')).toEqual({ text: '' });
});

it('does not send without the file that is still being prepared, nor keep it after the lock', async () => {
  let finish = (_: Attachment) => {};
  vi.mocked(attachment).mockReturnValue(new Promise((done) => (finish = done)));
  const { area, reply, press, write, settle } = await shown();
  await write('Hier ist der Plan');
  area.attach([new File([], 'plan.pdf')]);
  await press(send);
  expect(reply).not.toHaveBeenCalled();

  area.remove();
  forgetDrafts();
  finish(plan);
  await settle();

  expect(draft('e1')).toEqual({ text: '' });
});

it('puts a canned reply into the field, and calls nobody by a nickname', async () => {
  const { reply, find, press, write } = await shown({ town: { cannedReplies: canned } });
  await write('Hallo.');

  await press('[data-testid=canned]');
  await press('.canned__item');

  expect((find('textarea') as HTMLTextAreaElement).value).toBe('Hallo.\nDanke aus Heringen!');
  expect(document.activeElement).toBe(find('textarea'));
  expect(find('.canned')).toBeNull();
  expect(reply).not.toHaveBeenCalled();
});

it('closes the canned replies with Escape, and goes back to where they came from', async () => {
  const { find, press, settle } = await shown({ town: { cannedReplies: canned } });
  await press('[data-testid=canned]');

  document.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
  );
  await settle();

  expect(find('.canned')).toBeNull();
  expect(document.activeElement).toBe(find('[data-testid=canned]'));
});

it('says when the time is over what can be done: templates, or else the telephone', async () => {
  const without = await shown({ left: 0 });
  expect(without.words()).toMatch(/keine Antwort mehr zu.*rufen Sie an: \+49 1/);
  expect(without.find('textarea')).toBeNull();

  const { words, find } = await shown({ left: 0, town: { templates: [template] } });
  expect(words()).toContain('nur noch eine der Vorlagen');
  expect(find('[data-testid=templates]')).not.toBeNull();
});

it('offers templates beside the field in the last hour, not before', async () => {
  const town = { templates: [template] };

  expect((await shown({ left: 1.1 * HOUR, town })).find('[data-testid=templates]')).toBeNull();
  const { find } = await shown({ left: 0.9 * HOUR, town });
  expect(find('[data-testid=templates]')).not.toBeNull();
  expect(find('textarea')).not.toBeNull();
});

it('shows the exact words of a template first and sends them with a second click, never twice', async () => {
  const { reply, press, words } = await shown({ left: 0, town: { templates: [template] } });
  reply.mockRejectedValueOnce(new Problem('offline'));

  await press('.offer__title');
  expect(words()).toContain('Guten Tag Petra');
  expect(reply).not.toHaveBeenCalled();
  await press('[data-testid=template-send]');
  expect(words()).toContain('Keine Verbindung');
  await press('[data-testid=template-send]');

  const [first, second] = reply.mock.calls as unknown[][];
  expect(first).toEqual([
    'e1',
    expect.anything(),
    { template: { name: 'news', language: 'de' }, revision: 3 },
  ]);
  expect(second).toEqual(first);
  expect(words()).toContain('Gesendet.');

  await press('.offer__title');
  await press('[data-testid=template-send]');
  expect((reply.mock.calls as unknown[][])[2]![1]).not.toBe(first![1]);
});

it('keeps what was begun over the end of the time, and says so', async () => {
  const { area, write, words, find, settle } = await shown();
  await write('Liebe Petra');

  area.left = 0;
  await settle();
  expect(words()).toContain('Ihr begonnener Text ist noch da');

  area.left = HOUR;
  await settle();
  expect((find('textarea') as HTMLTextAreaElement).value).toBe('Liebe Petra');
});

it('offers neither field nor template where nobody knows who wrote', async () => {
  const of = { senderUnknown: true } as const;
  const { find, words } = await shown({ left: 0, town: { templates: [template] }, of });

  expect(words()).toContain('lässt sich nicht beantworten');
  expect(find('textarea, .offer__title')).toBeNull();
});

const offered = (name: string, state: TemplateState['state']) => ({ name, language: 'de', state });

it('offers only what WhatsApp takes now', async () => {
  const town = { templates: [template, { ...template, name: 'other', title: 'Andere' }] };

  const { area } = await shown({
    left: 0,
    town,
    templates: [offered('news', 'approved'), offered('other', 'paused')],
  });

  expect(area.textContent).toContain('Rückmeldung');
  expect(area.textContent).not.toContain('Andere');
});

it.each([
  ['pending', 'prüft WhatsApp gerade'],
  ['rejected', 'hat WhatsApp abgelehnt'],
  ['paused', 'für einige Stunden angehalten'],
  ['disabled', 'hat WhatsApp abgeschaltet'],
  ['advertising', 'zählt WhatsApp zur Werbung'],
  ['unavailable', 'nimmt WhatsApp nicht'],
] as const)('says why none is offered: %s', async (state, why) => {
  const { area } = await shown({
    left: 0,
    town: { templates: [template] },
    templates: [offered('news', state)],
  });

  expect(area.querySelector('[data-testid="templates"]')).toBeNull();
  expect(area.textContent).toContain(why);
});

it('does not call sent what WhatsApp has refused: the words are back, and can be sent again', async () => {
  const { area, reply, find, press, write, words } = await shown();
  const refused = { ...question, delivery: { state: 'failed', reason: 'busy' } } as Message;
  reply.mockResolvedValueOnce(refused);
  const sent = vi.fn();
  area.addEventListener('sent', sent);

  await write('Morgen.');
  await press(send);

  expect(find('[role=alert]')!.textContent).toContain('nicht angekommen');
  expect(find('[role=alert]')!.textContent).toContain('gerade gestört oder überlastet');
  expect(words()).not.toContain('Gesendet.');
  expect((find('textarea') as HTMLTextAreaElement).value).toBe('Morgen.');
  expect(fate('e1')).toBe('failed');
  expect(sent).toHaveBeenCalledOnce();

  await press('[data-testid=reload-error] button');

  expect(reply).toHaveBeenCalledTimes(2);
  expect((reply.mock.calls as unknown[][])[1]![1]).not.toBe(
    (reply.mock.calls as unknown[][])[0]![1],
  );
  expect(words()).toContain('Gesendet.');
  expect((find('textarea') as HTMLTextAreaElement).value).toBe('');
  expect(fate('e1')).toBeUndefined();
});

it('tells whoever has moved on, and offers the same answer again without sending it twice', async () => {
  const { area, reply, press, write, settle } = await shown();
  let fail = (_: Error) => {};
  reply.mockReturnValueOnce(new Promise((_, reject) => (fail = reject)));
  await write('Morgen.');
  await press(send);
  expect(fate('e1')).toBe('sending');

  area.remove();
  fail(new Problem('offline'));
  await settle();
  expect(fate('e1')).toBe('failed');

  const back = await shown();
  expect(back.find('[role=alert]')!.textContent).toContain('nicht angekommen');
  await back.press('[data-testid=reload-error] button');
  // Nobody knows whether it had arrived: the same key sends nothing twice.
  const keys = (reply.mock.calls as unknown[][]).map(([, key]) => key);
  expect(keys).toEqual([keys[0], keys[0]]);
});

it('leaves the focus where the reader has gone while an answer or a template was sent', async () => {
  const elsewhere = document.createElement('input');
  document.body.append(elsewhere);
  const away = async () => {
    elsewhere.focus();
    return question;
  };
  const { reply, press, write } = await shown();
  await write('Morgen.');
  reply.mockImplementationOnce(away);
  await press(send);
  expect(document.activeElement).toBe(elsewhere);

  elsewhere.blur();
  const offer = await shown({ left: 0, town: { templates: [template] } });
  await offer.press('.offer__title');
  offer.reply.mockImplementationOnce(away);
  await offer.press('[data-testid=template-send]');
  expect(document.activeElement).toBe(elsewhere);
});

it('says after five seconds what it is waiting for', async () => {
  const { reply, find } = await shown();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    reply.mockReturnValueOnce(new Promise(() => {}));
    const area = find('textarea') as HTMLTextAreaElement;
    area.value = 'Morgen.';
    area.dispatchEvent(new Event('input'));
    await vi.advanceTimersByTimeAsync(1);
    find(send)!.click();
    await vi.advanceTimersByTimeAsync(4_900);
    expect(find('.reply__wait')!.textContent).toBe('');
    await vi.advanceTimersByTimeAsync(200);
    expect(find('.reply__wait')!.textContent).toContain('WhatsApp hat noch nicht bestätigt');
  } finally {
    vi.useRealTimers();
  }
});

it('shows a template that was sent as sent', async () => {
  const at = new Date().toISOString();
  const sent = { id: 'm2', direction: 'out', kind: 'template', at, text: template.text } as Message;
  const refused = { ...sent, delivery: { state: 'failed' } } as Message;

  const once = await shown({ left: 0, town: { templates: [template] }, of: { messages: [sent] } });
  expect(once.find('[data-testid=template-sent]')!.textContent).toContain('gesendet heute');

  const never = await shown({
    left: 0,
    town: { templates: [template] },
    of: { messages: [refused] },
  });
  expect(never.find('[data-testid=template-sent]')).toBeNull();
});
