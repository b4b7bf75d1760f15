import type { Enquiry, Message, WishMessage } from '../../generated/api';
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
  'erase-wish': 'Möchte gelöscht werden',
  'information-wish': 'Möchte wissen, was gespeichert ist',
  'help-wish': 'Hat um Hilfe gebeten',
  unsupported: 'Nicht lesbare Nachricht',
  template: 'Vorlage',
  revoked: 'Nachricht zurückgenommen',
} satisfies Record<Message['kind'] | 'revoked', string>;

export const kind = (kind: string) =>
  Object.hasOwn(kinds, kind) ? kinds[kind]! : 'Andere Nachricht';

/** Wishes that are usually answered by the program, and of which the mayor reads only where it could not. */
export const wishes = {
  'erase-wish':
    'Wenn Sie das Anliegen als erledigt abschließen, ist alles gelöscht. Mehr ist nicht zu tun.',
  'information-wish':
    'Bitte teilen Sie mit, was hier steht und bis wann es gespeichert bleibt. Das ist ein Recht nach Art. 15 DSGVO, die Frist beträgt einen Monat.',
  'help-wish':
    'Bitte antworten Sie kurz. Ist es ein Notfall, helfen 110 und 112; das wurde hier nicht mitgeteilt.',
  why: 'WhatsApp hat die Antwort, die sonst von selbst kommt, nicht zugestellt.',
} satisfies Record<WishMessage['kind'] | 'why', string>;

export const contacts = (n: number) => plural(n, 'Kontakt', 'Kontakte');

export const conversation = {
  back: 'Zurück zur Liste',
  messages: 'Nachrichten',
  linked: (others: number) =>
    others === 1
      ? 'Von derselben Person ist noch ein Anliegen offen.'
      : `Von derselben Person sind noch ${others} Anliegen offen.`,
  linkedSince: (date: string, messages: number) =>
    `Ansehen: seit ${date}, ${messages === 1 ? 'eine Nachricht' : `${messages} Nachrichten`}`,
  unknownKind: (kind: string) =>
    `WhatsApp gibt Nachrichten dieser Art nicht lesbar weiter: ${kind}. Bitte fragen Sie nach.`,
  deletion: (date: string) => `Wird am ${date} gelöscht, wenn nichts Neues kommt.`,
  fromCitizen: 'Bürgerin oder Bürger',
  fromYou: 'Sie',
  newBelow: 'Neue Nachrichten',
  today: 'Heute',
  yesterday: 'Gestern',
  coordinates: 'Koordinaten',
  saveContact: 'Kontakt speichern (.vcf)',
  saveContactWhy:
    'Der Kontakt liegt dann auf diesem Computer und wird nicht mit dem Anliegen gelöscht. Das ist dann Ihre Aufgabe.',
  edited: 'bearbeitet',
  forwarded: { once: 'Weitergeleitet', often: 'Häufig weitergeleitet' },
  referral: 'Kommt von einer Anzeige oder einem Beitrag:',
  answers: 'Antwort auf:',
  emergency:
    'Möglicher Notfall. Besteht Lebensgefahr, wählen Sie 112. Ein Programm antwortet sofort mit 110, 112 und Hilfetelefonen, einmal am Tag.',
  quotedEarlier: 'Antwort auf eine ältere Nachricht, die noch nicht geladen ist.',
  earlier: 'Ältere Nachrichten laden',
  earlierLoaded: (n: number) => plural(n, 'ältere Nachricht geladen', 'ältere Nachrichten geladen'),
  quotedGone: 'Antwort auf eine Nachricht, die hier nicht mehr vorhanden ist.',
  none: 'Alle Nachrichten wurden zurückgenommen.',
  gone: 'Dieses Anliegen gibt es nicht mehr',
  goneWhy:
    'Die Bürgerin oder der Bürger hat es selbst gelöscht, es wurde an anderer Stelle abgeschlossen, oder seine Frist ist abgelaufen. Sie müssen nichts weiter tun.',
  unsent: 'Ihre begonnene Antwort wurde nicht gesendet.',
  refused: 'Eine Ihrer Antworten ist nicht angekommen',
  told: 'Von selbst gesendet:',
  toldTexts: {
    emergency: '110, 112 und Hilfetelefone',
    greeting: 'Begrüßung mit Datenschutzhinweis',
    'outside-hours': 'Hinweis, dass gerade niemand da ist',
    'window-closes':
      'Nachricht, dass die Frist für eine Antwort bald endet und nichts vergessen ist',
    unreadable: 'Bitte, diese Nachricht anders zu schicken',
    'too-large': 'Hinweis, dass eine Datei zu groß war',
    'file-again': 'Bitte, eine Datei noch einmal zu schicken',
    'too-many-files': 'Hinweis, dass heute keine Dateien mehr angenommen werden',
  } satisfies Record<Enquiry['told'][number]['text'], string>,
};
