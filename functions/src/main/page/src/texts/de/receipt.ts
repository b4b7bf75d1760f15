import type { Configuration } from '../../generated/api';

export const receipt = {
  heading: 'Hier ist alles gelöscht',
  erasingHeading: (clock: string) => `Unlesbar seit ${clock} Uhr, wird gelöscht`,
  done: 'Das Anliegen ist abgeschlossen. Von ihm ist hier nichts mehr vorhanden.',
  erasing: 'Niemand kann die Inhalte mehr lesen. Die letzten Reste werden gerade entfernt.',
  unsure: 'Der Stand der Löschung lässt sich gerade nicht abfragen. Sie läuft trotzdem weiter.',
  what: 'Gelöscht',
  looked: 'Noch einmal nachgesehen',
  whatsapp: 'Bei WhatsApp',
  enquiry: 'Kennung',
  messages: 'Nachrichten',
  files: 'Dateien',
  unreadable: 'Unlesbar seit',
  erasedAt: 'Gelöscht um',
  timeForgotten: 'bestätigt; die Uhrzeit ist nicht mehr gespeichert',
  table: 'Datenbank',
  bucket: 'Dateispeicher',
  lookedAgain: 'leer',
  notYet: 'noch nicht bestätigt',
  farewell: 'Abschiedsnachricht',
  contactBook: 'Adressbuch',
  whatsappFiles: 'Kopien der Dateien',
  farewellAnswer: {
    done: 'gesendet',
    failed: 'nicht gelungen',
    skipped: 'nicht gesendet',
    unknown: 'unklar, ob gesendet',
  },
  contactBookAnswer: {
    done: 'Eintrag gelöscht',
    failed:
      'nicht gelöscht: WhatsApp hat es nicht bestätigt. Das System fragt eine Woche lang weiter nach.',
    skipped: 'nicht möglich: WhatsApp nannte keine Kennung',
    unknown:
      'Löschen beauftragt, noch nicht bestätigt. Das System fragt eine Woche lang weiter nach.',
  },
  whatsappFilesAnswer: {
    done: 'gelöscht',
    failed:
      'nicht gelöscht: WhatsApp hat es nicht bestätigt. Das System fragt eine Woche lang weiter nach; danach löscht WhatsApp sie nach eigener Frist.',
    skipped: 'keine mehr vorhanden',
    unknown:
      'Löschen beauftragt, noch nicht bestätigt. Das System fragt eine Woche lang weiter nach.',
  },
  scope: (storage: Configuration['whatsapp_storage']) =>
    `Das gilt für die Systeme der Stadt. WhatsApp bewahrt Nachrichten nach eigenen Fristen auf, höchstens ${storage === 'none' ? 'eine Stunde' : '30 Tage'}. Der Chat auf dem Telefon der Bürgerin oder des Bürgers bleibt dort stehen.`,
  print: 'Drucken',
  next: 'Nächstes Anliegen',
  back: 'Zurück zur Liste',
  sheet: 'Löschbestätigung',
  sheetWords:
    'Das Anliegen mit dieser Kennung ist abgeschlossen. Alle seine Nachrichten und Dateien sind gelöscht, ebenso Name und Telefonnummer.',
  sheetNobody: 'Die Kennung ist zufällig. Dieses Blatt nennt keine Person.',
  printed: (time: string) => `Ausgedruckt am ${time}`,
  signature: 'Datum, Unterschrift',
};
