import { afterEach, expect, it, vi } from 'vitest';
import type { Api } from '../api';
import { forgetColleagues, introduce } from '../colleagues/colleagues';
import type { ListOrder, Listing, Summary } from '../generated/api';
import { Problem } from '../problem';
import { draft, forgetDrafts, keepDraft } from '../reply/drafts';
import { choices } from '../settings/choices';
import { EnquiryList } from './enquiry-list';

const now = new Date().toISOString();
const summary = (id: string) =>
  ({
    id,
    name: `Name ${id}`,
    inbound: 1,
    outbound: 0,
    revision: 0,
    openedAt: now,
    lastMessageAt: now,
    lastInboundAt: now,
    replyUntil: now,
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    preview: { direction: 'in', kind: 'text', text: 'Guten Tag' },
  }) as Summary;

afterEach(() => {
  document.body.replaceChildren();
  choices.sound = false;
  forgetDrafts();
  forgetColleagues();
  vi.unstubAllGlobals();
});

async function shown(list: (order: ListOrder) => Promise<Listing>) {
  const element = Object.assign(new EnquiryList(), { api: { list } as unknown as Api });
  document.body.append(element);
  const settle = () => new Promise((done) => setTimeout(done));
  await settle();
  return { element, look: () => element.look().then(settle) };
}

it('shows what a server of the release before has, which knows no such order', async () => {
  const { element } = await shown(async (order) => {
    if (order !== 'newest') throw new Problem('bad-request');
    return { enquiries: [summary('a')], next: null };
  });

  expect(element.textContent).toContain('Name a');
  expect(element.querySelector('.kern-alert--danger')).toBeNull();
});

it('says so where it gets none at all, and not that there are none', async () => {
  const { element } = await shown(async () => {
    throw new Problem('general');
  });

  expect(element.querySelector('.kern-alert--danger')).not.toBeNull();
  expect(element.textContent).not.toContain('Keine offenen Anliegen');
});

it.each([
  [true, 1],
  [false, 0],
])('makes a tone of what is new only if the reader wants it: %s', async (wanted, tones) => {
  const audio = vi.fn(function (this: object) {
    const parameter = { setValueAtTime: vi.fn(), exponentialRampToValueAtTime: vi.fn() };
    Object.assign(this, {
      currentTime: 0,
      createGain: () => ({ gain: parameter, connect: vi.fn() }),
      close: vi.fn(),
    });
  });
  vi.stubGlobal('AudioContext', audio);
  vi.stubGlobal(
    'OscillatorNode',
    class {
      connect = vi.fn();
      start = vi.fn();
      stop = vi.fn();
    },
  );
  choices.sound = wanted;
  let enquiries = [summary('a')];
  const { element, look } = await shown(async () => ({ enquiries, next: null }));

  enquiries = [...enquiries, summary('b')];
  await look();

  expect(element.textContent).toContain('1 neue Nachricht');
  expect(audio).toHaveBeenCalledTimes(tones);
});

it('forgets what was begun for an enquiry that two looks at all of them did not find', async () => {
  let enquiries = [summary('a')];
  const { look } = await shown(async () => ({ enquiries, next: null }));
  keepDraft('a', { text: 'Morgen' });
  keepDraft('b', { text: 'Gestern' });
  const all = async () => {
    for (let looks = 0; looks < 24; looks++) await look();
  };

  await all();
  expect(draft('b').text).toBe('Gestern');
  await all();

  expect(draft('a').text).toBe('Morgen');
  expect(draft('b').text).toBe('');
});

it('says who has answered as soon as it is known who sits here', async () => {
  const me = { id: 'p1', name: 'Anna' };
  const answered = { ...summary('a'), answeredBy: me };
  answered.preview = { direction: 'out', kind: 'text', text: 'Morgen' };
  const { element } = await shown(async () => ({ enquiries: [answered], next: null }));
  expect(element.textContent).toContain('Anna: Morgen');

  const introduced = { me, given: true, people: [me] };
  await introduce({ introduce: async () => introduced } as unknown as Api);
  await element.updateComplete;

  expect(element.textContent).toContain('Sie: Morgen');
});
