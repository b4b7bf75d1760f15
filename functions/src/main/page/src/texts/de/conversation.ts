import type { Message } from '../../generated/api';
import { plural } from '../plural';

const kinds: Record<string, string> = {
  text: 'Nachricht',
  image: 'Foto',
  video: 'Video',
  audio: 'Sprachnachricht',
  document: 'Dokument',
  sticker: 'Sticker',
  location: 'Standort',
  contacts: 'Kontakt',
  choice: 'Auswahl',
  form: 'Formular',
  order: 'Bestellung',
  unsupported: 'Nicht lesbare Nachricht',
  template: 'Vorlage',
  revoked: 'Nachricht zurückgenommen',
} satisfies Record<Message['kind'] | 'revoked', string>;

export const kind = (kind: string) =>
  Object.hasOwn(kinds, kind) ? kinds[kind]! : 'Andere Nachricht';

export const contacts = (n: number) => plural(n, 'Kontakt', 'Kontakte');

export const conversation = {
  back: 'Zurück zur Liste',
  messages: 'Nachrichten',
  unknownKind: (kind: string) =>
    `WhatsApp gibt Nachrichten dieser Art nicht lesbar weiter: ${kind}. Bitte fragen Sie nach.`,
  deletion: (date: string) => `Wird am ${date} gelöscht, wenn nichts Neues kommt.`,
  fromCitizen: 'Bürgerin oder Bürger',
  fromYou: 'Sie',
  newBelow: 'Neue Nachrichten',
  today: 'Heute',
  yesterday: 'Gestern',
  coordinates: 'Koordinaten',
  edited: 'bearbeitet',
  forwarded: { once: 'Weitergeleitet', often: 'Häufig weitergeleitet' },
  referral: 'Kommt von einer Anzeige oder einem Beitrag:',
  answers: 'Antwort auf:',
  quotedGone: 'Antwort auf eine Nachricht, die hier nicht mehr vorhanden ist.',
  none: 'Alle Nachrichten wurden zurückgenommen.',
  gone: 'Dieses Anliegen gibt es nicht mehr',
  goneWhy:
    'Die Bürgerin oder der Bürger hat es selbst gelöscht, es wurde an anderer Stelle abgeschlossen, oder seine Frist ist abgelaufen. Sie müssen nichts weiter tun.',
  unsent: 'Ihre begonnene Antwort wurde nicht gesendet.',
};
