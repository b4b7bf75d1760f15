import type { Message } from '../../generated/api';
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
  unsupported: 'Unreadable message',
  template: 'Template',
  revoked: 'Message taken back',
} satisfies Record<Message['kind'] | 'revoked', string>;

export const kind = (kind: string) => (Object.hasOwn(kinds, kind) ? kinds[kind]! : 'Other message');

export const contacts = (n: number) => plural(n, 'contact', 'contacts');

export const conversation = {
  back: 'Back to the list',
  messages: 'Messages',
  unknownKind: (kind: string) =>
    `WhatsApp does not pass on messages of this kind readably: ${kind}. Please ask.`,
  deletion: (date: string) => `Will be deleted on ${date} unless something new arrives.`,
  fromCitizen: 'Citizen',
  fromYou: 'You',
  newBelow: 'New messages',
  today: 'Today',
  yesterday: 'Yesterday',
  coordinates: 'Coordinates',
  edited: 'edited',
  forwarded: { once: 'Forwarded', often: 'Forwarded many times' },
  referral: 'Comes from an advertisement or a post:',
  answers: 'Answer to:',
  quotedGone: 'Answer to a message that is no longer here.',
  none: 'All messages were taken back.',
  gone: 'This enquiry no longer exists',
  goneWhy:
    'The citizen has deleted it, it was resolved elsewhere, or its time is over. There is nothing left for you to do.',
  unsent: 'The answer that you had begun was not sent.',
};
