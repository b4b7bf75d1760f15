export const resolve = {
  arrived: (n: number) =>
    n === 1 ? 'A new message has just come.' : `${n} new messages have just come.`,
  unsent: 'You have begun an answer and not sent it.',
  onItsWay: 'An answer is still on its way.',
  undelivered: 'Your last answer was not delivered.',
  unanswered: 'The last message has no answer yet.',
  button: 'Resolve',
  heading: 'Resolve the enquiry and delete everything?',
  answerHeading: 'Send the answer and delete everything?',
  answerConfirm: 'Send and delete for good',
  who: 'Enquiry of',
  erased: (messages: number | undefined) =>
    `What is deleted here: name, phone number, ${messages === 1 ? 'the message' : messages ? `all ${messages} messages` : 'all messages'} and all files of this enquiry, your answers included.`,
  stays: 'The chat on the citizen’s phone stays there.',
  final: 'This cannot be undone.',
  keep: 'Whatever the files of the town need must have been taken over before.',
  cancel: 'Cancel',
  confirm: 'Delete for good',
  erasing: 'Deleting …',
};

export const postpone = {
  button: 'Postpone',
  back: 'Put back',
  heading: 'When should it be back?',
  returns: 'If the citizen writes before that, it is back at once.',
  hours: 'In three hours',
  tomorrow: 'Tomorrow, 8 am',
  monday: 'Monday, 8 am',
  own: 'Another time',
  beyondWindow: (end: string) => `only after WhatsApp’s time limit (${end})`,
  windowClosed: 'WhatsApp’s time limit is over already',
  beyondDeletion: (date: string) => `not possible: deletion on ${date}`,
};
