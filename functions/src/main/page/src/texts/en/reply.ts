import type { TemplateState } from '../../generated/api';
import { plural } from '../plural';

/** Why a citizen who has not written for 24 hours cannot be written to either. */
const refused = {
  pending: 'WhatsApp is still reviewing the templates that could be sent now.',
  rejected: 'WhatsApp has rejected the templates that could be sent now.',
  paused: 'WhatsApp has paused the templates that could be sent now for some hours.',
  disabled: 'WhatsApp has disabled the templates that could be sent now.',
  advertising: 'WhatsApp counts the templates that could be sent now as advertising.',
  unavailable: 'WhatsApp does not take the templates that could be sent now.',
};

export const reply = {
  partlySent: (sent: number, name: string | undefined) =>
    `${plural(sent, 'message has', 'messages have')} gone out. ${name ? `“${name}”` : 'The next file'} and what follows have not yet.`,
  notSent: 'Your answer has not arrived. It is still in the field.',
  sendAgain: 'Send again',
  slow: 'WhatsApp has not confirmed yet. This can take half a minute; you can open another enquiry meanwhile.',
  slowFile: 'The file is still being uploaded. Please stay here until it is done.',
  heading: 'Answer',
  label: 'Your answer',
  caption: 'Text for the file',
  hint: 'Ctrl + Enter sends',
  send: 'Send',
  finish: 'Answer and resolve',
  sending: 'Sending …',
  sent: 'Sent.',
  counter: (left: number) => `${plural(left, 'character', 'characters')} left`,
  tooLong: (over: number) => `${plural(over, 'character', 'characters')} too many`,
  countdown: (left: string) => `Time to answer: ${left}`,
  attach: 'Attach pictures or PDFs',
  dropQuote: 'Do not answer this message',
  canned: 'Canned replies',
  cannedSearch: 'Search canned replies',
  cannedNone: 'No canned reply found.',
  cannedEdit: 'Edit canned replies',
  closed: 'You cannot answer freely at the moment',
  closedTemplates:
    'The last message is older than 24 hours. WhatsApp now allows only one of the templates below. As soon as the citizen writes again you can answer freely.',
  closedWhy: (phone: string | undefined) =>
    `The last message is older than 24 hours, so WhatsApp no longer allows an answer. As soon as the citizen writes again you can answer.${phone ? ` If it is urgent, call: ${phone}` : ''}`,
  nobody: 'This message cannot be answered',
  nobodyWhy:
    'WhatsApp has not told who wrote it. It stays here until you resolve it or its time is over. If the person writes again, that shows as an enquiry of its own.',
  closedRefused: (state: Exclude<TemplateState['state'], 'approved'>) =>
    `The last message is older than 24 hours. ${refused[state]} As soon as the citizen writes again you can answer.`,
  kept: 'The text that you had begun is still there and comes back as soon as you can answer.',
};

/** The editor of canned replies. */
export const canned = {
  heading: 'Edit canned replies',
  nobodys:
    'Canned replies hold for everybody who answers here, and they stay. Names, numbers or anything else of a citizen do not belong in them.',
  places:
    '{stadt}, {zeiten} and {datum} become the town, its hours and the day. No name is ever put in: on WhatsApp people are called what they like.',
  title: 'Title',
  text: 'Text',
  untitled: 'without a title',
  add: 'New canned reply',
  remove: 'Remove',
  save: 'Save',
  many: (n: number, most: number) => `${n} of ${most} at most`,
  saved: 'Canned replies saved.',
  unsaved: 'Your changes are not saved yet.',
  goOn: 'Go on editing',
  drop: 'Discard changes',
  blank: 'Title and text must not be empty.',
  unknownPlace: (place: string) =>
    `${place} is not replaced and would stand like that in the message.`,
};

export const attachment = {
  unnamed: 'No name',
  preparing: 'Preparing …',
  preview: 'Preview of the picture',
  remove: 'Do not attach the file',
  cancel: 'Cancel the upload',
  uploading: 'Uploading',
  drop: 'Drop here: pictures or PDFs',
  eachAlone: (n: number) =>
    `${n} files: each goes as a message of its own, the text with the first.`,
  refused: (n: number) => plural(n, 'file is not attached', 'files are not attached'),
};

export const templates = {
  sent: (time: string) => `sent ${time}`,
  heading: 'Send a template',
  why: 'WhatsApp has approved templates beforehand. They can still be sent when time is over.',
  exact: 'Exactly these words are sent:',
  send: 'Send this template',
};

export const reactions = {
  quote: 'Answer this message',
  react: 'React with a sign',
  remove: 'Take back',
  citizen: (emoji: string) => `Reaction: ${emoji}`,
  own: (emoji: string) => `Your reaction: ${emoji}`,
};
