import type { Enquiry, Message, WishMessage } from '../../generated/api';
import { plural } from '../plural';

const kinds: Record<string, string> = {
  text: 'Message',
  image: 'Photo',
  video: 'Video',
  audio: 'Voice message',
  document: 'Document',
  sticker: 'Sticker',
  location: 'Location',
  contacts: 'Contact',
  choice: 'Choice',
  form: 'Form',
  order: 'Order',
  'erase-wish': 'Wants to be deleted',
  'information-wish': 'Wants to know what is stored',
  'help-wish': 'Has asked for help',
  unsupported: 'Unreadable message',
  template: 'Template',
  revoked: 'Message taken back',
} satisfies Record<Message['kind'] | 'revoked', string>;

export const kind = (kind: string) => (Object.hasOwn(kinds, kind) ? kinds[kind]! : 'Other message');

/** Wishes that are usually answered by the program, and of which the mayor reads only where it could not. */
export const wishes = {
  'erase-wish': 'Once you resolve the enquiry, everything is deleted. Nothing else is to be done.',
  'information-wish':
    'Please say what stands here and until when it is stored. That is a right under Art. 15 GDPR, within a month.',
  'help-wish':
    'Please answer in a few words. In an emergency 110 and 112 help; they have not been told so here.',
  why: 'WhatsApp has not delivered the answer that otherwise comes by itself.',
} satisfies Record<WishMessage['kind'] | 'why', string>;

export const contacts = (n: number) => plural(n, 'contact', 'contacts');

export const conversation = {
  refused: 'One of your answers did not arrive',
  told: 'Sent automatically:',
  toldTexts: {
    emergency: '110, 112 and helplines',
    greeting: 'greeting with privacy notice',
    'outside-hours': 'note that nobody is there right now',
    'window-closes': 'note that the time to answer ends soon, and that nothing is forgotten',
    unreadable: 'request to send this message differently',
    'too-large': 'note that a file was too large',
    'file-again': 'request to send a file again',
    'too-many-files': 'note that no more files are taken today',
  } satisfies Record<Enquiry['told'][number]['text'], string>,
  back: 'Back to the list',
  messages: 'Messages',
  linked: (others: number) =>
    others === 1
      ? 'Another enquiry of the same person is still open.'
      : `${others} other enquiries of the same person are still open.`,
  linkedSince: (date: string, messages: number) =>
    `View: since ${date}, ${messages === 1 ? 'one message' : `${messages} messages`}`,
  unknownKind: (kind: string) =>
    `WhatsApp does not pass on messages of this kind readably: ${kind}. Please ask.`,
  deletion: (date: string) => `Will be deleted on ${date} unless something new arrives.`,
  fromCitizen: 'Citizen',
  fromYou: 'You',
  newBelow: 'New messages',
  today: 'Today',
  yesterday: 'Yesterday',
  coordinates: 'Coordinates',
  saveContact: 'Save contact (.vcf)',
  saveContactWhy:
    'The contact then lies on this computer and is not deleted with the enquiry. That is then up to you.',
  edited: 'edited',
  forwarded: { once: 'Forwarded', often: 'Forwarded many times' },
  referral: 'Comes from an advertisement or a post:',
  answers: 'Answer to:',
  emergency:
    'Possible emergency. If a life is in danger, call 112. A program answers at once with 110, 112 and helplines, once a day.',
  quotedEarlier: 'Answer to an older message that is not loaded yet.',
  earlier: 'Load older messages',
  earlierLoaded: (n: number) => plural(n, 'older message loaded', 'older messages loaded'),
  quotedGone: 'Answer to a message that is no longer here.',
  none: 'All messages were taken back.',
  gone: 'This enquiry no longer exists',
  goneWhy:
    'The citizen has deleted it, it was resolved elsewhere, or its time is over. There is nothing left for you to do.',
  unsent: 'The answer that you had begun was not sent.',
};
