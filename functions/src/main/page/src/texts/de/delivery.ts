import type { Delivery, FailureReason } from '../../generated/api';

export const delivery = {
  pending: 'wird gesendet …',
  unknown: 'unklar, ob gesendet',
  accepted: 'an WhatsApp übergeben',
  sent: 'gesendet',
  delivered: 'zugestellt',
  read: 'gelesen',
  failed: 'nicht zugestellt',
} satisfies Record<Delivery['state'], string>;

export const failures = {
  'window-closed':
    'Die letzte Nachricht ist älter als 24 Stunden. WhatsApp lässt keine freie Antwort mehr zu.',
  unreachable:
    'Diese Person ist über WhatsApp gerade nicht erreichbar. Bitte wählen Sie einen anderen Weg.',
  'too-fast':
    'Zu viele Nachrichten in kurzer Zeit. Bitte warten Sie einen Augenblick und senden Sie noch einmal.',
  busy: 'WhatsApp ist gerade gestört oder überlastet. Bitte senden Sie später noch einmal.',
  'held-back':
    'WhatsApp hat die Nachricht zurückgehalten. Versuchen Sie es frühestens morgen wieder.',
  'opted-out': 'Diese Person nimmt solche Nachrichten der Stadt nicht mehr an.',
  experiment: 'WhatsApp hat diese Nachricht wegen eines eigenen Tests nicht zugestellt.',
  token: 'Der Zugang der Stadt zu WhatsApp ist abgelaufen. Bitte geben Sie der Technik Bescheid.',
  permission:
    'Dem Zugang der Stadt zu WhatsApp fehlt eine Berechtigung. Bitte geben Sie der Technik Bescheid.',
  'account-locked':
    'WhatsApp hat das Konto der Stadt gesperrt. Bitte geben Sie der Technik Bescheid.',
  payment:
    'Beim WhatsApp-Konto der Stadt fehlt die Zahlungsart. Bitte geben Sie der Technik Bescheid.',
  number:
    'Die WhatsApp-Nummer der Stadt ist nicht freigeschaltet. Bitte geben Sie der Technik Bescheid.',
  'our-mistake':
    'WhatsApp hat diese Nachricht nicht verstanden. Bitte geben Sie der Technik Bescheid.',
  template:
    'WhatsApp kennt diese Vorlage nicht oder hat sie angehalten. Bitte geben Sie der Technik Bescheid.',
  'wrong-recipient': 'An diese Nummer kann die Stadt nicht schreiben.',
  'identity-changed':
    'Hinter dieser Nummer steht vielleicht jemand anderes. Darum wurde nichts gesendet.',
  lost: 'WhatsApp konnte die Nachricht nicht zustellen und hat sie verworfen. Bitte senden Sie noch einmal.',
  'file-unreadable': 'WhatsApp konnte die Datei nicht laden.',
  'file-refused':
    'WhatsApp hat diese Datei nicht angenommen. Bitte versuchen Sie es mit einer anderen.',
  'not-available': 'WhatsApp stellt diese Nachricht nicht zu.',
  other: 'WhatsApp hat die Nachricht nicht zugestellt.',
} satisfies Record<FailureReason, string>;

export const again = {
  why: 'Es ist unklar, ob diese Antwort ankam. Senden Sie sie noch einmal, kommt sie vielleicht zweimal an.',
  send: 'Noch einmal senden',
};

export const failureCode = (code: number) => `(Meldung ${code})`;
