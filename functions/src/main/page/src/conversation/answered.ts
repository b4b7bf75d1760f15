import type { Message } from '../generated/api';

const ON_ITS_WAY = ['accepted', 'sent', 'delivered', 'read'];

/** Whether WhatsApp has taken an answer: only then its enquiry may go. */
export function isTaken(message: Message | undefined): boolean {
  return message?.delivery !== undefined && ON_ITS_WAY.includes(message.delivery.state);
}
