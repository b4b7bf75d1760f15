import type { Enquiry, Message } from '../generated/api';

const ON_ITS_WAY = ['accepted', 'sent', 'delivered', 'read'];

/** Whether WhatsApp has taken an answer: only then its enquiry may go. */
export function isTaken(message: Message | undefined): boolean {
  return message?.delivery !== undefined && ON_ITS_WAY.includes(message.delivery.state);
}

/** Whether the citizen has said nothing else since, neither in a new message nor by changing an old one. */
export function saysTheSame(seen: Enquiry, now: Enquiry): boolean {
  return said(seen, now) === said(now, seen);
}

/** What the citizen has said, as far back as both go. */
function said({ messages }: Enquiry, other: Enquiry): string {
  const from = other.messages[0]?.id ?? '';
  const inbound = messages.filter(({ id, direction }) => direction === 'in' && id >= from);
  return JSON.stringify(inbound.map((each) => [each.id, each.edited, 'text' in each && each.text]));
}
