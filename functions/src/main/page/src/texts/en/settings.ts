/** Keys and what they do, in the order of the sheet; several keys stand beside each other. */
const keyList: [keys: string, does: string][] = [
  ['j k', 'next, previous enquiry'],
  ['↓ ↑', 'next, previous message, where a message has the focus'],
  ['r', 'answer'],
  ['a', 'attach a picture or PDF'],
  ['e', 'resolve (asks first)'],
  ['/', 'search'],
  ['Ctrl+Enter', 'send, in the field for the answer'],
  ['Ctrl+Shift+Enter', 'send and resolve (asks first)'],
  ['Esc', 'from the field to the messages, from there back to the list'],
  ['?', 'this overview'],
];

export const settings = {
  heading: 'Settings, numbers and keys',
  coverOnBlur: 'Cover the page as soon as another window is in front',
  coverOnBlurWhy:
    'Switch this off while you copy something into a file side by side. A page that cannot be seen at all is always covered.',
  keys: 'Single keys operate the page',
  keysWhy: 'Switch this off if you dictate or hit keys by accident.',
  sound: 'A soft tone when something new comes',
  soundWhy: 'Also while the page cannot be seen.',
  keysHeading: 'Keys',
  keyList,
  forgotten:
    'What you tick here lasts until the end of this visit. Your name stays stored until you have not logged in for 90 days.',
};

export const lock = {
  heading: 'Are you still there?',
  why: 'In one minute the page will be locked and emptied. Any movement and any key prevents that.',
  left: (seconds: number) => `${seconds} seconds left.`,
  stay: 'Keep working',
};
