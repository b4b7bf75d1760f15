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
  cancel: 'Abbrechen',
  confirm: 'Endgültig löschen',
  erasing: 'Wird gelöscht …',
};
