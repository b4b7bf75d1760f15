import { plural } from '../plural';

export const list = {
  heading: 'Offene Anliegen',
  order: 'Reihenfolge',
  newest: 'Neueste',
  waiting: 'Am längsten wartend',
  more: 'Weitere laden',
  empty: 'Keine offenen Anliegen',
  emptyMore: 'Neue Nachrichten erscheinen hier von selbst.',
  choose: 'Wählen Sie links ein Anliegen aus.',
  you: 'Sie',
  waits: (since: string) => `wartet ${since}`,
  answered: 'beantwortet',
  answerIn: (time: string) => `Antwort noch ${time}`,
  windowClosed: 'WhatsApp-Frist vorbei',
  emergency: 'Möglicher Notfall',
  deletion: (date: string) => `Löschung ${date}`,
  arrived: (n: number) => plural(n, 'neue Nachricht', 'neue Nachrichten'),
};
