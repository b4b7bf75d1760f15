import { many } from '../many';

export const reply = {
  heading: 'Antworten',
  label: 'Ihre Antwort',
  hint: 'Strg + Eingabe sendet',
  send: 'Senden',
  sending: 'Wird gesendet …',
  counter: (left: number) => `noch ${many(left, 'Zeichen', 'Zeichen')}`,
  tooLong: (over: number) => `${over} Zeichen zu viel`,
  countdown: (left: string) => `Antworten ist noch ${left} möglich.`,
  closed: 'Antworten ist gerade nicht möglich',
  closedWhy:
    'Die letzte Nachricht ist älter als 24 Stunden. WhatsApp lässt deshalb keine Antwort mehr zu. Sobald die Bürgerin oder der Bürger wieder schreibt, können Sie antworten.',
};
