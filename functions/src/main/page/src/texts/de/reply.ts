import type { TemplateState } from '../../generated/api';
import { plural } from '../plural';

/** Why a citizen who has not written for 24 hours cannot be written to either. */
const refused = {
  pending: 'Die Vorlagen, die jetzt noch gingen, prüft WhatsApp gerade.',
  rejected: 'Die Vorlagen, die jetzt noch gingen, hat WhatsApp abgelehnt.',
  paused: 'Die Vorlagen, die jetzt noch gingen, hat WhatsApp für einige Stunden angehalten.',
  disabled: 'Die Vorlagen, die jetzt noch gingen, hat WhatsApp abgeschaltet.',
  advertising: 'Die Vorlagen, die jetzt noch gingen, zählt WhatsApp zur Werbung.',
  unavailable: 'Die Vorlagen, die jetzt noch gingen, nimmt WhatsApp nicht.',
};

export const reply = {
  heading: 'Antworten',
  label: 'Ihre Antwort',
  caption: 'Text zur Datei',
  hint: 'Strg + Eingabe sendet',
  send: 'Senden',
  finish: 'Antworten und abschließen',
  sending: 'Wird gesendet …',
  sent: 'Gesendet.',
  partlySent: (sent: number, name: string | undefined) =>
    `${plural(sent, 'Nachricht ist', 'Nachrichten sind')} hinausgegangen. ${name ? `„${name}“` : 'Die nächste Datei'} und was danach kommt, noch nicht.`,
  notSent: 'Ihre Antwort ist nicht angekommen. Sie steht noch im Feld.',
  sendAgain: 'Noch einmal senden',
  slow: 'WhatsApp hat noch nicht bestätigt. Das kann eine halbe Minute dauern; Sie können inzwischen ein anderes Anliegen öffnen.',
  slowFile: 'Die Datei wird noch hochgeladen. Bleiben Sie bitte so lange hier.',
  counter: (left: number) => `noch ${plural(left, 'Zeichen', 'Zeichen')}`,
  tooLong: (over: number) => `${over} Zeichen zu viel`,
  countdown: (left: string) => `Antwortfrist: ${left}`,
  attach: 'Bilder oder PDF anhängen',
  dropQuote: 'Nicht auf diese Nachricht antworten',
  canned: 'Textbausteine',
  cannedSearch: 'Textbausteine durchsuchen',
  cannedNone: 'Kein Textbaustein gefunden.',
  cannedEdit: 'Textbausteine bearbeiten',
  closed: 'Freies Antworten ist gerade nicht möglich',
  closedTemplates:
    'Die letzte Nachricht ist älter als 24 Stunden. WhatsApp lässt jetzt nur noch eine der Vorlagen unten zu. Sobald die Bürgerin oder der Bürger wieder schreibt, können Sie frei antworten.',
  closedWhy: (phone: string | undefined) =>
    `Die letzte Nachricht ist älter als 24 Stunden. WhatsApp lässt deshalb keine Antwort mehr zu. Sobald die Bürgerin oder der Bürger wieder schreibt, können Sie antworten.${phone ? ` Wenn es eilt, rufen Sie an: ${phone}` : ''}`,
  nobody: 'Diese Nachricht lässt sich nicht beantworten',
  nobodyWhy:
    'WhatsApp hat nicht mitgeteilt, wer sie geschrieben hat. Sie bleibt hier, bis Sie sie als erledigt abschließen oder ihre Frist abläuft. Schreibt die Person noch einmal, erscheint das als eigenes Anliegen.',
  closedRefused: (state: Exclude<TemplateState['state'], 'approved'>) =>
    `Die letzte Nachricht ist älter als 24 Stunden. ${refused[state]} Sobald die Bürgerin oder der Bürger wieder schreibt, können Sie antworten.`,
  kept: 'Ihr begonnener Text ist noch da und erscheint wieder, sobald Sie antworten können.',
};

/** The editor of canned replies. */
export const canned = {
  heading: 'Textbausteine bearbeiten',
  nobodys:
    'Textbausteine gelten für alle, die hier antworten, und bleiben stehen. Namen, Nummern oder andere Angaben von Bürgerinnen und Bürgern gehören nicht hinein.',
  places:
    '{stadt}, {zeiten} und {datum} werden beim Einfügen ersetzt. Einen Namen setzt die Sprechstunde nie ein: In WhatsApp nennt sich jeder, wie er will.',
  title: 'Titel',
  text: 'Text',
  untitled: 'ohne Titel',
  add: 'Neuer Textbaustein',
  remove: 'Entfernen',
  save: 'Speichern',
  many: (n: number, most: number) => `${n} von höchstens ${most}`,
  saved: 'Textbausteine gespeichert.',
  unsaved: 'Ihre Änderungen sind noch nicht gespeichert.',
  goOn: 'Weiter bearbeiten',
  drop: 'Änderungen verwerfen',
  blank: 'Titel und Text dürfen nicht leer sein.',
  unknownPlace: (place: string) => `${place} wird nicht ersetzt und stünde so in der Nachricht.`,
};

export const attachment = {
  unnamed: 'Ohne Namen',
  preparing: 'Wird vorbereitet …',
  preview: 'Vorschau des Bildes',
  remove: 'Datei nicht anhängen',
  cancel: 'Hochladen abbrechen',
  uploading: 'Wird hochgeladen',
  drop: 'Hier ablegen: Bilder oder PDF-Dateien',
  eachAlone: (n: number) =>
    `${n} Dateien: Jede geht als eigene Nachricht, der Text mit der ersten.`,
  refused: (n: number) => plural(n, 'Datei wird nicht angehängt', 'Dateien werden nicht angehängt'),
};

export const templates = {
  heading: 'Eine Vorlage senden',
  why: 'Vorlagen hat WhatsApp vorab genehmigt. Sie gehen auch noch, wenn die Frist vorbei ist.',
  exact: 'Genau diese Worte werden gesendet:',
  send: 'Diese Vorlage senden',
  sent: (time: string) => `gesendet ${time}`,
};

export const reactions = {
  quote: 'Auf diese Nachricht antworten',
  react: 'Mit einem Zeichen reagieren',
  remove: 'Zurücknehmen',
  citizen: (emoji: string) => `Reaktion: ${emoji}`,
  own: (emoji: string) => `Ihre Reaktion: ${emoji}`,
};
