import type { Contact, Enquiry, Location, Message } from '../generated/api';
import { nameOf, plainName } from '../names';
import { size } from '../sizes';
import { texts } from '../texts';
import { clock, exact, shortDate } from '../time';

interface Record {
  town: string;
  /** With the citizen's name and number, because the file needs them. */
  named: boolean;
  /** When it is taken. */
  at: string;
}

/** An enquiry as plain text for the town's file: what was said, when, and with which files. */
export function record(enquiry: Enquiry, { town, named, at }: Record): string {
  const { title, record: words } = texts();
  const head = [`${title} ${town}`, words.taken(exact(at)), ...(named ? [citizen(enquiry)] : [])];
  return [head.join('\n'), ...enquiry.messages.map(entry), ''].join('\n\n');
}

function citizen(enquiry: Enquiry): string {
  const { phone, username } = enquiry.citizen;
  const ways = [nameOf(enquiry), phone, username].filter(Boolean);
  return `${texts().record.from} ${ways.join(', ')}`;
}

function entry(message: Message): string {
  const { conversation, delivery, reactions } = texts();
  const ours = message.direction === 'out';
  const state = message.delivery && delivery[message.delivery.state];
  const notes = [state, message.edited && conversation.edited].filter(Boolean).join(', ');
  const who = ours ? texts().record.town : conversation.fromCitizen;
  const head = `${shortDate(message.at)}, ${clock(message.at)} – ${who}${notes && ` (${notes})`}:`;
  const signs = [
    message.reaction && reactions.citizen(message.reaction),
    message.townReaction && reactions.own(message.townReaction),
  ];
  return [head, ...content(message), ...signs].filter(Boolean).join('\n');
}

function content(message: Message): (string | undefined)[] {
  const kind = `[${texts().kind(message.kind)}]`;
  switch (message.kind) {
    case 'text':
      return [message.text];
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return [file(message), message.text];
    case 'location':
      return [kind, ...place(message.location)];
    case 'contacts':
      return [kind, ...message.contacts.map(person)];
    case 'choice':
      return [kind, message.text, message.description];
    case 'form':
      return [kind, ...lines(message.lines)];
    case 'order':
      return [kind, message.text, ...lines(message.lines)];
    case 'template':
      return [message.text];
    default:
      return [kind];
  }
}

/** A file by its kind, name and size; what has not come is said to be missing. */
export function file({ kind, media }: Extract<Message, { media: unknown }>): string {
  const bytes = media.state === 'stored' ? size(media.bytes) : texts().record.missing;
  const parts = [texts().kind(kind), plainName(media.fileName), bytes];
  return `[${parts.filter(Boolean).join(', ')}]`;
}

function place({ name, address, latitude, longitude }: Location): (string | undefined)[] {
  const point = latitude === undefined ? undefined : `${latitude}, ${longitude}`;
  return [name, address, point];
}

function person(contact: Contact): string {
  const { name, organisation, department, addresses, phones, emails, urls } = contact;
  const all = [name, organisation, department, ...addresses, ...phones, ...emails, ...urls];
  return all.filter(Boolean).join(', ');
}

function lines(all: { label: string; value: string }[]): string[] {
  return all.map(({ label, value }) => [label, value].filter(Boolean).join(': '));
}
