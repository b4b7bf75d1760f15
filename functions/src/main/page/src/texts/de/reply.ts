import { plural } from '../plural';

export const reply = {
  heading: 'Antworten',
  label: 'Ihre Antwort',
  caption: 'Text zur Datei',
  hint: 'Strg + Eingabe sendet',
  send: 'Senden',
  sending: 'Wird gesendet …',
  sent: 'Gesendet.',
  counter: (left: number) => `noch ${plural(left, 'Zeichen', 'Zeichen')}`,
  tooLong: (over: number) => `${over} Zeichen zu viel`,
  countdown: (left: string) => `Antwortfrist: ${left}`,
  attach: 'Bild oder PDF anhängen',
  dropQuote: 'Nicht auf diese Nachricht antworten',
  canned: 'Textbausteine',
  cannedSearch: 'Textbausteine durchsuchen',
  cannedNone: 'Kein Textbaustein gefunden.',
  closed: 'Freies Antworten ist gerade nicht möglich',
  closedTemplates:
    'Die letzte Nachricht ist älter als 24 Stunden. WhatsApp lässt jetzt nur noch eine der Vorlagen unten zu. Sobald die Bürgerin oder der Bürger wieder schreibt, können Sie frei antworten.',
  closedWhy: (phone: string | undefined) =>
    `Die letzte Nachricht ist älter als 24 Stunden. WhatsApp lässt deshalb keine Antwort mehr zu. Sobald die Bürgerin oder der Bürger wieder schreibt, können Sie antworten.${phone ? ` Wenn es eilt, rufen Sie an: ${phone}` : ''}`,
  nobody: 'Diese Nachricht lässt sich nicht beantworten',
  nobodyWhy:
    'WhatsApp hat nicht mitgeteilt, wer sie geschrieben hat. Sie bleibt hier, bis Sie sie als erledigt abschließen oder ihre Frist abläuft. Schreibt die Person noch einmal, erscheint das als eigenes Anliegen.',
  kept: 'Ihr begonnener Text ist noch da und erscheint wieder, sobald Sie antworten können.',
};

export const attachment = {
  unnamed: 'Ohne Namen',
  preparing: 'Datei wird vorbereitet …',
  preview: 'Vorschau des Bildes',
  remove: 'Datei nicht anhängen',
  cancel: 'Hochladen abbrechen',
  uploading: 'Wird hochgeladen',
  drop: 'Hier ablegen: ein Bild oder eine PDF-Datei',
};

export const templates = {
  heading: 'Eine Vorlage senden',
  why: 'Vorlagen hat WhatsApp vorab genehmigt. Sie gehen auch noch, wenn die Frist vorbei ist.',
  exact: 'Genau diese Worte werden gesendet:',
  send: 'Diese Vorlage senden',
};

export const reactions = {
  quote: 'Auf diese Nachricht antworten',
  react: 'Mit einem Zeichen reagieren',
  remove: 'Zurücknehmen',
  citizen: (emoji: string) => `Reaktion: ${emoji}`,
  own: (emoji: string) => `Ihre Reaktion: ${emoji}`,
};
