import type { LostMedia } from '../../generated/api';

export const files = {
  waiting: 'Datei wird geladen …',
  late: 'Die Datei ist noch nicht da. Wir versuchen es weiter.',
  doubtful:
    'Die Datei ist noch nicht da. Wir versuchen es bis zu sieben Tage lang. Schneller geht es, wenn sie noch einmal gesendet wird.',
  decrypting: 'Datei wird entschlüsselt …',
  open: 'Öffnen',
  load: (size: string) => `Laden (${size})`,
  large:
    'Für so große Filme und Aufnahmen reicht der Arbeitsspeicher mancher Geräte nicht: Der Browser kann sie beim Abspielen vorübergehend auf dem Gerät ablegen, ungeschützt, bis Sie das Anliegen schließen. Öffnen Sie sie besser an einem Computer der Verwaltung.',
  enlarge: 'Bild vergrößern',
  picture: (time: string) => `Bild, gesendet ${time}`,
  unnamed: 'Datei ohne Namen',
  closed:
    'Dateien dieser Art zeigt die Sprechstunde nicht an. Bitten Sie um ein Foto oder eine PDF-Datei.',
  unplayable: 'Der Browser kann diese Datei nicht anzeigen.',
  failed: 'Die Datei konnte nicht geladen werden.',
  unreadable: 'Die Datei ist beschädigt und konnte nicht entschlüsselt werden.',
  mayTell: 'Kann Ort und Gerät enthalten: Aus Dateien dieser Art lässt sich das nicht entfernen.',
  save: 'Auf diesem Computer speichern …',
  saveWarning:
    'Die Datei verlässt damit die Sprechstunde: Sie liegt unverschlüsselt auf diesem Computer und wird nicht mit dem Anliegen gelöscht. Das ist dann Ihre Aufgabe. Öffnen Sie nur, was Sie erwarten; Dateien können Schadprogramme enthalten. Fotos vom iPhone (HEIC) öffnet die Fotos-App von Windows oder macOS.',
  saveAnyway: 'Trotzdem speichern',
  saveNot: 'Nicht speichern',
  atADesk: 'An einem Computer der Verwaltung lässt sie sich speichern und dort öffnen.',
  lost: {
    gone: 'Die Datei ist bei WhatsApp nicht mehr vorhanden. Bitte lassen Sie sie noch einmal senden.',
    hash: 'Die Datei ist beschädigt angekommen. Bitte lassen Sie sie noch einmal senden.',
    'too-large': 'Die Datei ist zu groß und wurde nicht übernommen.',
    'too-many':
      'An diesem Tag kamen so viele Dateien von hier, dass diese nicht mehr übernommen wurde. Das haben wir mitgeteilt; morgen kann sie noch einmal gesendet werden.',
    general: 'Die Datei konnte nicht übernommen werden.',
  } satisfies Record<LostMedia['problem'] | 'general', string>,
};

export const viewer = {
  tools: 'Ansicht',
  larger: 'Vergrößern (+)',
  smaller: 'Verkleinern (-)',
  turn: 'Drehen (r)',
  before: 'Vorheriges Bild (←)',
  after: 'Nächstes Bild (→)',
};
