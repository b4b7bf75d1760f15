import type { State } from '../../translate/translation';

const states: Record<State, string> = {
  off: '',
  working: 'Wird übersetzt; beim ersten Mal lädt der Browser dafür ein Sprachmodell …',
  on: 'Übersetzt.',
  same: 'Das ist schon Ihre Sprache.',
  unable: 'Diese Sprache kann der Browser nicht übersetzen.',
};

export const translate = {
  button: 'Übersetzen',
  original: 'Original zeigen',
  why: 'Der Browser übersetzt auf diesem Gerät. Kein Wort verlässt es.',
  states,
  label: 'Vom Browser übersetzt:',
  answer: 'In der Sprache der Nachricht, vom Browser übersetzt:',
  take: 'Übernehmen',
};
