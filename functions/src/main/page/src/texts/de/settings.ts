/** Keys and what they do, in the order of the sheet; several keys stand beside each other. */
const keyList: [keys: string, does: string][] = [
  ['j k', 'nächstes, vorheriges Anliegen'],
  ['↓ ↑', 'nächste, vorherige Nachricht, wenn eine Nachricht den Fokus hat'],
  ['r', 'antworten'],
  ['a', 'Bild oder PDF anhängen'],
  ['e', 'abschließen (fragt nach)'],
  ['/', 'suchen'],
  ['Strg+Enter', 'senden, im Antwortfeld'],
  ['Strg+Umschalt+Enter', 'senden und abschließen (fragt nach)'],
  ['Esc', 'aus dem Feld zu den Nachrichten, von dort zurück zur Liste'],
  ['?', 'diese Übersicht'],
];

export const settings = {
  heading: 'Einstellungen, Zahlen und Tasten',
  coverOnBlur: 'Verdecken, sobald ein anderes Fenster vorne ist',
  coverOnBlurWhy:
    'Schalten Sie das aus, wenn Sie etwas neben der Sprechstunde in eine Akte übertragen. Ist die Seite gar nicht zu sehen, wird sie immer verdeckt.',
  keys: 'Einzelne Tasten bedienen die Seite',
  keysWhy: 'Schalten Sie das aus, wenn Sie diktieren oder Tasten versehentlich treffen.',
  sound: 'Ein leiser Ton, wenn etwas Neues kommt',
  soundWhy: 'Auch wenn die Seite gerade nicht zu sehen ist.',
  keysHeading: 'Tasten',
  keyList,
  forgotten:
    'Was Sie hier ankreuzen, gilt bis zum Ende dieses Besuchs. Ihr Name bleibt gespeichert, bis Sie sich 90 Tage lang nicht angemeldet haben.',
};

export const lock = {
  heading: 'Sind Sie noch da?',
  why: 'In einer Minute wird die Seite gesperrt und alles aus ihr entfernt. Jede Bewegung und jede Taste verhindert das.',
  left: (seconds: number) => `Noch ${seconds} Sekunden.`,
  stay: 'Weiterarbeiten',
};
