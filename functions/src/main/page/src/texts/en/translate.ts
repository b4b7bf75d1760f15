import type { State } from '../../translate/translation';

const states: Record<State, string> = {
  off: '',
  working: 'Translating; the first time the browser loads a language model for it …',
  on: 'Translated.',
  same: 'This is your language already.',
  unable: 'The browser cannot translate this language.',
};

export const translate = {
  button: 'Translate',
  original: 'Show the original',
  why: 'The browser translates on this device. Not a word leaves it.',
  states,
  label: 'Translated by the browser:',
  answer: 'In the language of the message, translated by the browser:',
  take: 'Use it',
};
