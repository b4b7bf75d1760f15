import type { Delivery, FailureReason } from '../../generated/api';

export const delivery = {
  pending: 'sending …',
  unknown: 'unclear whether sent',
  accepted: 'handed to WhatsApp',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'not delivered',
} satisfies Record<Delivery['state'], string>;

export const failures = {
  'window-closed':
    'The last message is older than 24 hours. WhatsApp no longer allows a free answer.',
  unreachable:
    'This person cannot be reached by WhatsApp at the moment. Please choose another way.',
  'too-fast': 'Too many messages in a short time. Please wait a moment and send again.',
  busy: 'WhatsApp is disturbed or overloaded at the moment. Please send again later.',
  'held-back': 'WhatsApp held the message back. Try again tomorrow at the earliest.',
  'opted-out': 'This person no longer accepts such messages from the town.',
  experiment: 'WhatsApp did not deliver this message because of a test of its own.',
  token: 'The town’s access to WhatsApp has expired. Please tell the technicians.',
  permission: 'The town’s access to WhatsApp lacks a permission. Please tell the technicians.',
  'account-locked': 'WhatsApp has locked the town’s account. Please tell the technicians.',
  payment: 'The town’s WhatsApp account lacks a means of payment. Please tell the technicians.',
  number: 'The town’s WhatsApp number is not activated. Please tell the technicians.',
  'our-mistake': 'WhatsApp did not understand this message. Please tell the technicians.',
  template: 'WhatsApp does not know this template or has stopped it. Please tell the technicians.',
  'wrong-recipient': 'The town cannot write to this number.',
  'identity-changed': 'This number may belong to somebody else by now. So nothing was sent.',
  lost: 'WhatsApp could not deliver the message and has discarded it. Please send it again.',
  'file-unreadable': 'WhatsApp could not load the file.',
  'file-refused': 'WhatsApp has not taken this file. Please try another one.',
  'not-available': 'WhatsApp does not deliver this message.',
  other: 'WhatsApp did not deliver the message.',
} satisfies Record<FailureReason, string>;

export const again = {
  why: 'It is unclear whether this answer arrived. If you send it again, it may arrive twice.',
  send: 'Send again',
};

export const failureCode = (code: number) => `(code ${code})`;
