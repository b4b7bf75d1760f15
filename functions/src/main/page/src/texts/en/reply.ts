import { many } from '../many';

export const reply = {
  heading: 'Answer',
  label: 'Your answer',
  hint: 'Ctrl + Enter sends',
  send: 'Send',
  sending: 'Sending …',
  counter: (left: number) => `${many(left, 'character', 'characters')} left`,
  tooLong: (over: number) => `${many(over, 'character', 'characters')} too many`,
  countdown: (left: string) => `You can answer for another ${left}.`,
  closed: 'You cannot answer at the moment',
  closedWhy:
    'The last message is older than 24 hours, so WhatsApp no longer allows an answer. As soon as the citizen writes again you can answer.',
};
