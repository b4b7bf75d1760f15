import { render } from 'lit';
import { expect, it } from 'vitest';
import type { Summary } from '../generated/api';
import type { Fate } from '../reply/outbox';
import { entry, preview } from './entry';

const hour = 3_600_000;
const at = (offset: number) => new Date(Date.now() + offset).toISOString();
const summary: Summary = {
  id: 'e1',
  name: '<img src=x onerror=alert(1)>',
  preview: { direction: 'in', kind: 'text', text: '<b>Guten Tag</b>' },
  openedAt: at(-3 * hour),
  lastMessageAt: at(-3 * hour),
  lastInboundAt: at(-3 * hour),
  waitingSince: at(-3.5 * hour),
  replyUntil: at(21 * hour),
  expiresAt: at(29 * 24 * hour),
  inbound: 1,
  outbound: 0,
  revision: 0,
};

function shown(each: Summary, fate?: Fate): HTMLElement {
  const place = document.createElement('div');
  render(entry(each, { open: false, fate, choose: () => {} }), place);
  return place;
}

it('shows what citizens write as text, whatever it looks like', () => {
  const place = shown(summary);

  expect(place.querySelector('img, b')).toBeNull();
  expect(place.textContent).toContain('<img src=x onerror=alert(1)>');
});

it('says in words that it may be an emergency, and of others nothing of the kind', () => {
  expect(shown({ ...summary, urgent: true }).textContent).toContain('Möglicher Notfall');
  expect(shown(summary).textContent).not.toContain('Notfall');
});

it('says whom it is for, though that person has no name', () => {
  const assigned = (name: string) =>
    shown({ ...summary, assigned: { id: 'p1', name } }).textContent;

  expect(assigned('Cem Can')).toContain('für Cem Can');
  expect(assigned('')).toContain('für jemanden im Rathaus');
});

it('says how long it waits, how long it can be answered and when it is deleted', () => {
  const words = shown({ ...summary, replyUntil: at(21.2 * hour) }).textContent!;

  expect(words).toContain('wartet seit 3 Std.');
  expect(words).toContain('Antwort noch 21 Std.');
  expect(words).toContain('Löschung');
});

it('counts the minutes and stands out when the last hours of an answer that is due have begun', () => {
  const soon = shown({ ...summary, replyUntil: at(3.5 * hour) });

  expect(soon.textContent).toMatch(/Antwort noch 3 Std\. 30 Min\./);
  expect(soon.querySelector('.entry__urgent')).not.toBeNull();
  expect(shown(summary).querySelector('.entry__urgent')).toBeNull();
});

it('says no quieter than the last hours that the time in which WhatsApp allows an answer is over', () => {
  const over = shown({ ...summary, replyUntil: at(-hour) });

  expect(over.querySelector('.entry__urgent')!.textContent).toContain('WhatsApp-Frist vorbei');
});

it('marks what was not sent or not delivered until it is dealt with', () => {
  expect(shown(summary, 'failed').textContent).toContain('Antwort nicht gesendet');
  const refused = { ...summary, undeliveredAt: at(-hour) };
  expect(shown(refused).textContent).toContain('Antwort nicht zugestellt');
  expect(shown(refused, 'sending').textContent).not.toContain('nicht zugestellt');
  expect(shown(summary).textContent).not.toContain('nicht');
});

it('says in words, too, what is unread, and until when it is postponed', () => {
  expect(shown({ ...summary, unread: true }).textContent).toContain('Ungelesen:');
  expect(shown(summary).textContent).not.toContain('Ungelesen');
  expect(shown({ ...summary, postponedUntil: at(hour) }).textContent).toContain(
    'zurückgestellt bis',
  );
  expect(shown({ ...summary, postponedUntil: at(-hour) }).textContent).not.toContain(
    'zurückgestellt',
  );
});

it('says calmly how long one could still write when it is answered', () => {
  const { waitingSince: _, ...answered } = summary;

  const place = shown({ ...answered, replyUntil: at(0.7 * hour) });

  expect(place.textContent).toContain('beantwortet');
  expect(place.textContent).toContain('Antwort noch 42 Min.');
  expect(place.querySelector('.entry__urgent')).toBeNull();
});

it('names what is not text by its kind', () => {
  expect(preview({ direction: 'in', kind: 'image' })).toBe('Foto');
  expect(preview({ direction: 'in', kind: 'image', text: 'Loch' })).toBe('Foto: Loch');
  expect(preview({ direction: 'out', kind: 'text', text: 'Danke' })).toBe('Sie: Danke');
  expect(preview({ direction: 'in', kind: 'revoked' })).toBe('Nachricht zurückgenommen');
  expect(preview({ direction: 'in', kind: 'poll_creation' })).toBe('Andere Nachricht');
  expect(preview({ direction: 'in', kind: 'constructor' })).toBe('Andere Nachricht');
});
