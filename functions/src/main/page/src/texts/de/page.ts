export const page = {
  title: 'Digitale Sprechstunde',
  otherLanguage: 'English',
  skip: 'Zum Inhalt springen',
  logOut: 'Abmelden',
  close: 'Schließen',
  retry: 'Erneut versuchen',
  loading: 'Wird geladen …',
  covered: 'Verdeckt, solange Sie woanders sind.',
  unnamed: 'Ohne Namen',
  senderUnknown: 'Absender unbekannt',
  tab: {
    unread: (n: number) => `${n} neu`,
    today: (n: number) => `${n} heute`,
    failed: (n: number) => `${n} nicht gesendet`,
  },
  leave: {
    heading: 'Sprechstunde verlassen?',
    words:
      'Mit einem Schritt zurück werden Sie abgemeldet, und was Sie begonnen haben, geht verloren.',
    stay: 'Hier bleiben',
    go: 'Abmelden',
  },
};

export const legal = {
  heading: 'Rechtliches',
  accessibility: 'Barrierefreiheit',
  privacy: 'Datenschutz',
  imprint: 'Impressum',
  feedback: 'Barriere melden',
};

export const login = {
  heading: 'Willkommen zur Sprechstunde',
  welcome: 'Hier lesen und beantworten Sie, was Bürgerinnen und Bürger Ihnen schreiben.',
  promise: 'Auf diesem Gerät wird nichts gespeichert.',
  button: 'Anmelden',
  leaving: 'Sie werden zur Anmeldung weitergeleitet …',
  lockedHeading: 'Gesperrt – neu anmelden',
  locked: 'Nach fünf Minuten ohne Eingabe wurde die Seite gesperrt und alles aus ihr entfernt.',
  expired: 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich erneut an.',
  loggedOut: 'Sie sind abgemeldet.',
  notAsked:
    'Der Anmeldedienst hat nicht nach Ihrem Passwort gefragt. Bitte versuchen Sie es noch einmal; bleibt es dabei, hilft der Admin.',
  notAdmitted:
    'Sie haben sich angemeldet, aber diese Anmeldung ist für die Sprechstunde nicht freigegeben. Bitte wenden Sie sich an Ihre IT, oder melden Sie sich mit einer anderen an.',
  failed: 'Die Anmeldung ist nicht gelungen. Bitte versuchen Sie es noch einmal.',
  kept: 'Was Sie zu schreiben begonnen hatten, liegt verschlossen im Arbeitsspeicher, höchstens eine Stunde. Es erscheint wieder, wenn Sie sich selbst anmelden; dazu öffnet sich ein eigenes Fenster. Angehängte Dateien wählen Sie bitte neu.',
  drop: 'Begonnenes verwerfen und hier anmelden',
  beside: 'Melden Sie sich bitte im anderen Fenster an. Danach geht es hier weiter.',
  blocked:
    'Der Browser hat das Fenster für die Anmeldung nicht geöffnet. Erlauben Sie es bitte für diese Seite, oder verwerfen Sie das Begonnene.',
  done: 'Sie sind angemeldet. Dieses Fenster können Sie schließen.',
  unavailable: 'Der Anmeldedienst ist gerade nicht erreichbar.',
};

export const problems = {
  offline: 'Keine Verbindung. Bitte prüfen Sie das Netz.',
  forbidden: 'Mit dieser Anmeldung dürfen Sie die Sprechstunde nicht öffnen.',
  'not-found': 'Dieses Anliegen gibt es nicht mehr. Es wurde abgeschlossen oder ist abgelaufen.',
  'signed-out': 'Ihre Anmeldung ist abgelaufen.',
  'sender-unknown':
    'WhatsApp hat nicht mitgeteilt, wer diese Nachricht geschrieben hat. Darum kann sie nicht beantwortet werden.',
  linked:
    'Von derselben Person ist noch ein früheres Anliegen offen. Bitte lesen Sie es und schließen Sie es zuerst ab.',
  changed: 'Inzwischen ist etwas Neues eingetroffen. Es wurde nichts gelöscht.',
  'canned-changed':
    'Die Textbausteine wurden inzwischen an anderer Stelle geändert. Es wurde nichts überschrieben.',
  erased: 'Das Anliegen wurde inzwischen gelöscht. Die Antwort wurde nicht mehr gesendet.',
  'not-unclear':
    'Was aus dieser Antwort geworden ist, hat sich geklärt, oder sie wurde gerade erst noch einmal gesendet.',
  answered:
    'Inzwischen hat jemand anderes geantwortet. Ihre Antwort wurde nicht gesendet und steht noch im Feld.',
  'note-changed': 'Die Notiz hat inzwischen jemand anderes geändert. Ihr Text steht noch im Feld.',
  'unknown-person': 'Diese Person hat sich noch nicht angemeldet. Bitte laden Sie die Seite neu.',
  'window-closed': 'Die 24 Stunden, in denen WhatsApp eine Antwort zulässt, sind vorbei.',
  'invalid-text': 'Dieser Text kann nicht gesendet werden.',
  'idempotency-mismatch': 'Diese Antwort wurde schon mit anderem Text gesendet.',
  'unknown-quote': 'Die Nachricht, auf die Sie antworten, gibt es hier nicht mehr.',
  'attachment-gone': 'Die Datei ist nicht mehr da. Bitte hängen Sie sie noch einmal an.',
  'attachment-type': 'Angehängt werden können Bilder (JPEG, PNG, WebP) und PDF-Dateien.',
  'attachment-too-large': 'Diese Datei ist zu groß. WhatsApp nimmt PDF-Dateien bis 100 MB.',
  'attachment-not-taken':
    'WhatsApp hat die Datei nicht angenommen, deshalb wurde nichts gesendet. Bitte versuchen Sie es noch einmal.',
  'attachment-unreadable': 'Dieses Bild ist beschädigt und lässt sich nicht öffnen.',
  'attachment-unread': 'Diese Datei lässt sich nicht lesen.',
  'too-many-attachments': 'Höchstens zehn Dateien auf einmal.',
  'upload-failed': 'Die Datei konnte nicht hochgeladen werden. Bitte senden Sie noch einmal.',
  'unknown-template': 'Diese Vorlage gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  'not-taken': 'WhatsApp hat die Reaktion nicht bestätigt. Bitte versuchen Sie es noch einmal.',
  'not-an-emoji': 'Mit diesem Zeichen kann man nicht reagieren.',
  general: 'Das hat nicht geklappt. Bitte versuchen Sie es gleich noch einmal.',
} as Record<string, string> & { general: string };
