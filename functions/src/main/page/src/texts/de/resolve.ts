export const resolve = {
  button: 'Abschließen',
  heading: 'Anliegen abschließen und alles löschen?',
  answerHeading: 'Antwort senden und alles löschen?',
  answerConfirm: 'Senden und endgültig löschen',
  who: 'Anliegen von',
  erased: (messages: number | undefined) =>
    `Gelöscht wird hier: Name, Telefonnummer, ${messages === 1 ? 'die Nachricht' : messages ? `alle ${messages} Nachrichten` : 'alle Nachrichten'} und alle Dateien dieses Anliegens, auch Ihre Antworten.`,
  stays: 'Der Chat auf dem Telefon der Bürgerin oder des Bürgers bleibt dort stehen.',
  final: 'Das kann nicht rückgängig gemacht werden.',
  keep: 'Was für die Akten gebraucht wird, muss vorher übernommen sein.',
  arrived: (n: number) =>
    n === 1
      ? 'Gerade ist eine neue Nachricht gekommen.'
      : `Gerade sind ${n} neue Nachrichten gekommen.`,
  unsent: 'Sie haben eine Antwort begonnen und nicht gesendet.',
  onItsWay: 'Eine Antwort ist noch auf dem Weg.',
  undelivered: 'Ihre letzte Antwort wurde nicht zugestellt.',
  unanswered: 'Auf die letzte Nachricht gibt es noch keine Antwort.',
  cancel: 'Abbrechen',
  confirm: 'Endgültig löschen',
  erasing: 'Wird gelöscht …',
};

export const postpone = {
  button: 'Zurückstellen',
  back: 'Wieder vorlegen',
  heading: 'Wann soll es wieder vorliegen?',
  returns: 'Schreibt die Bürgerin oder der Bürger vorher, liegt es sofort wieder hier.',
  hours: 'In drei Stunden',
  tomorrow: 'Morgen, 8 Uhr',
  monday: 'Montag, 8 Uhr',
  own: 'Anderer Zeitpunkt',
  beyondWindow: (end: string) => `erst nach Ende der WhatsApp-Frist (${end})`,
  windowClosed: 'die WhatsApp-Frist ist schon vorbei',
  beyondDeletion: (date: string) => `geht nicht: Löschung am ${date}`,
};
