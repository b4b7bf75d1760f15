import { html, nothing, type TemplateResult } from 'lit';
import type { Contact, Message, Place } from '../model';
import { texts } from '../texts';
import '../media/message-file';

/** What a message says, by its kind. All of it comes from strangers: text bindings only. */
export function content(message: Message, renew: () => Promise<void>): TemplateResult {
  const parts = [
    message.media
      ? html`<message-file .message=${message} .renew=${renew}></message-file>`
      : undefined,
    message.location && place(message.location),
    message.contacts?.length ? people(message.contacts) : undefined,
    message.text ? html`<p class="words" dir="auto">${message.text}</p>` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length ? html`${parts}` : unknown(message.kind);
}

function place(location: Place): TemplateResult {
  const { conversation, kind } = texts();
  const { latitude, longitude, name, address } = location;
  return html`<div class="facts">
    <p class="facts__kind">${kind('location')}</p>
    ${name ? html`<p dir="auto">${name}</p>` : nothing}
    ${address ? html`<p dir="auto">${address}</p>` : nothing}
    <p class="muted">${conversation.coordinates}: ${degrees(latitude)}, ${degrees(longitude)}</p>
  </div>`;
}

/** With a point in every language, because that is what maps take. */
function degrees(value: number): string {
  return Number(value).toFixed(6);
}

function people(contacts: Contact[]): TemplateResult {
  return html`<div class="facts">
    <p class="facts__kind">${texts().contacts(contacts.length)}</p>
    ${contacts.map((contact) => person(contact))}
  </div>`;
}

function person(contact: Contact): TemplateResult {
  const ways = [contact.organisation, ...(contact.phones ?? []), ...(contact.emails ?? [])];
  return html`<p><bdi class="strong">${contact.name ?? texts().unnamed}</bdi></p>
    ${ways.filter(Boolean).map((way) => html`<p><bdi>${way}</bdi></p>`)}`;
}

function unknown(kind: string): TemplateResult {
  return html`<p class="file-note" dir="auto">${texts().conversation.unknownKind(kind)}</p>`;
}
