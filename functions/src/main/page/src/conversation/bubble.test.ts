import { render } from 'lit';
import { expect, it, vi } from 'vitest';
import type { FailureReason, Message } from '../generated/api';
import { texts } from '../texts';
import { bubble, failure } from './bubble';

const renew = async () => {};

function rendered(message: Partial<Message>, others: Message[] = []): HTMLElement {
  const place = document.createElement('div');
  const whole = { id: 'm1', direction: 'in', kind: 'text', at: '2026-11-23T10:00:00Z', ...message };
  const find = (id: string) => others.find((other) => other.id === id);
  render(bubble(whole as Message, { renew, find, more: false, show: () => {} }), place);
  expect(place.querySelector('a, img, script')).toBeNull();
  return place;
}

function shown(message: Partial<Message>, others: Message[] = []): string {
  return rendered(message, others).textContent!.replace(/\s+/g, ' ');
}

/** With what its elements draw by themselves. */
async function settled(message: Partial<Message>): Promise<HTMLElement> {
  const place = rendered(message);
  document.body.replaceChildren(place);
  await vi.waitFor(() => expect(place.querySelector('leaving-step button')).not.toBeNull());
  return place;
}

const words = (place: HTMLElement) => place.textContent!.replace(/\s+/g, ' ');

it('shows links and markup as the text they are', async () => {
  expect(words(await settled({ text: '<script>x</script> https://example.org' }))).toContain(
    '<script>x</script> https://example.org',
  );
});

it('opens an address only by a second click, after a word of who will know of it', async () => {
  const place = await settled({ text: 'Siehe https://example.org/x' });
  const word = place.querySelector<HTMLElement>('.leaving__word')!;

  word.click();
  await vi.waitFor(() => expect(place.querySelector('a')).not.toBeNull());

  expect(words(place)).toContain('Öffnet example.org in einem neuen Fenster.');
  const link = place.querySelector('a')!;
  expect(link.href).toBe('https://example.org/x');
  expect(link.rel).toContain('noreferrer');
  word.click();
  await vi.waitFor(() => expect(place.querySelector('a')).toBeNull());
});

it('names a kind that it cannot show, and one that nobody knows by its word', () => {
  const poll = { kind: 'unsupported', unsupported: { kind: 'poll_creation' } } as const;

  expect(shown(poll)).toContain('nicht lesbar weiter: Umfrage.');
  expect(shown({ kind: 'unsupported', unsupported: { kind: 'hologram' } })).toContain('„hologram“');
  expect(shown({ kind: 'unsupported', unsupported: { kind: 'constructor' } })).toContain(
    '„constructor“',
  );
});

it('says why a file or a message did not come, and what to do', () => {
  const large = { kind: 'document', reason: 'file' } as const;

  expect(shown({ kind: 'unsupported', unsupported: large })).toContain('größer als 100 MB');
  expect(shown({ kind: 'unsupported', unsupported: { ...large, reason: 'gone' } })).toContain(
    'noch einmal senden',
  );
});

it('names a kind that only a later release knows, for a page that was left open', () => {
  expect(shown({ kind: 'poll_creation' } as unknown as Message)).toContain('Umfrage');
});

it('says what a citizen wants who could not be answered, and what to do', () => {
  expect(shown({ kind: 'erase-wish' })).toMatch(
    /Möchte gelöscht werden.*abschließen.*WhatsApp hat/,
  );
  expect(shown({ kind: 'information-wish' })).toMatch(/gespeichert.*Art. 15/);
  expect(shown({ kind: 'help-wish' })).toMatch(/Hilfe.*110 und 112/);
});

it('shows a choice, a form and an order in plain words', () => {
  expect(shown({ kind: 'choice', text: 'Ja', description: 'Termin passt' })).toMatch(
    /Auswahl.*Ja.*Termin passt/,
  );
  expect(shown({ kind: 'form', lines: [{ label: 'Straße', value: 'Am Markt' }] })).toMatch(
    /Formular.*Straße.*Am Markt/,
  );
  const order = [{ label: 'Brot', value: '2 × 3 EUR' }];
  expect(shown({ kind: 'order', text: 'Bitte heute', lines: order })).toMatch(
    /Bestellung.*Bitte heute.*Brot.*2 × 3 EUR/,
  );
});

it('shows a place that has no point on the map', () => {
  expect(shown({ kind: 'location', location: { address: 'Am Markt 1' } })).not.toContain('Koord');
});

it('says what was forwarded, and what came from an advertisement', () => {
  expect(shown({ text: 'Kettenbrief', forwarded: 'often' })).toContain('Häufig weitergeleitet');
  expect(shown({ text: 'Hallo', referral: { heading: 'Stadtfest' } })).toMatch(
    /Anzeige.*Stadtfest/,
  );
});

it('shows what a message answers, and owns up if that is no longer here', () => {
  const question = { id: 'q', direction: 'out', kind: 'text', text: 'Wann?', at: '' } as Message;

  expect(shown({ text: 'Morgen', quote: { message: 'q' } }, [question])).toMatch(
    /Sie.*Wann\?.*Morgen/,
  );
  expect(shown({ text: 'Morgen', quote: { message: 'q' } })).toContain('nicht mehr vorhanden');
  expect(shown({ text: 'Morgen', quote: {} })).toContain('nicht mehr vorhanden');
});

it('tells the mayor’s reaction to a message from the citizen’s', () => {
  const place = rendered({ text: 'Ja', reaction: '🙏', townReaction: '👍' });

  const labels = [...place.querySelectorAll('[role=img]')].map((emoji) =>
    emoji.getAttribute('aria-label'),
  );
  expect(labels).toEqual(['Reaktion: 🙏', 'Ihre Reaktion: 👍']);
  expect(place.textContent).toMatch(/🙏[^]*👍/);
});

it('shows a location in words and numbers, and asks nobody for a map', async () => {
  const location = { latitude: 50.8892, longitude: 10.0083, name: 'Werrabrücke' };

  const place = await settled({ kind: 'location', location });

  expect(words(place)).toContain('50.889200, 10.008300');
  expect(place.innerHTML).not.toContain('openstreetmap');
});

it('shows contacts with all their numbers', async () => {
  const contacts = [
    {
      name: 'Karl',
      department: 'Tiefbau',
      phones: ['+49 1', '+49 2'],
      emails: [],
      addresses: ['Ring 1, Heringen'],
      urls: ['https://x.example'],
    },
  ];

  expect(words(await settled({ kind: 'contacts', contacts }))).toMatch(
    /Karl.*Tiefbau.*Ring 1.*\+49 1.*\+49 2.*https:\/\/x\.example/,
  );
});

it('says why an answer was not delivered', () => {
  const delivery = { state: 'failed', code: 131047, reason: 'window-closed' } as const;

  expect(shown({ direction: 'out', text: 'Ja', delivery })).toMatch(/nicht zugestellt.*24 Stunden/);
});

it('has a sentence for every reason, and names the code that is none', () => {
  const reasons = Object.keys(texts().failures) as FailureReason[];
  const sentences = reasons.map((reason) => failure({ state: 'failed', reason, code: 4711 }));
  expect(new Set(sentences).size).toBe(reasons.length);
  expect(sentences.filter((sentence) => sentence.includes('4711'))).toHaveLength(1);
  expect(failure({ state: 'failed', reason: 'other', code: 131999 })).toContain('131999');
});

it('blames nobody when WhatsApp names no reason', () => {
  expect(failure({ state: 'failed' })).toBe('WhatsApp hat die Nachricht nicht zugestellt.');
});

it('does not call a person unreachable by number who may have none', () => {
  expect(failure({ state: 'failed', reason: 'unreachable', code: 131026 })).toBe(
    'Diese Person ist über WhatsApp gerade nicht erreichbar. Bitte wählen Sie einen anderen Weg.',
  );
});

it('marks what was changed afterwards', () => {
  expect(shown({ text: 'Morgen um drei', edited: true })).toContain('bearbeitet');
  expect(shown({ text: 'Morgen um drei' })).not.toContain('bearbeitet');
});
