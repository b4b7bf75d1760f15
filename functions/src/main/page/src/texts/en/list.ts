import { plural } from '../plural';

export const list = {
  heading: 'Open enquiries',
  order: 'Order',
  newest: 'Newest',
  waiting: 'Longest waiting',
  more: 'Load more',
  empty: 'No open enquiries',
  emptyMore: 'New messages appear here by themselves.',
  choose: 'Choose an enquiry on the left.',
  you: 'You',
  waits: (since: string) => `waiting ${since}`,
  answered: 'answered',
  answerIn: (time: string) => `${time} to answer`,
  windowClosed: 'WhatsApp’s time limit is over',
  emergency: 'Possible emergency',
  deletion: (date: string) => `Deletion ${date}`,
  arrived: (n: number) => plural(n, 'new message', 'new messages'),
};
