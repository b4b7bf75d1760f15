import { html, nothing, type TemplateResult } from 'lit';
import type { Contact, Line, Message, Place } from '../model';
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
    ['choice', 'form', 'order', 'template'].includes(message.kind) ? head(message.kind) : undefined,
    message.text ? html`<p class="words" dir="auto">${message.text}</p>` : undefined,
    message.description ? html`<p class="muted" dir="auto">${message.description}</p>` : undefined,
    message.lines?.length ? lines(message.lines) : undefined,
  ].filter((part) => part !== undefined);
  return parts.length ? html`${parts}` : unsupported(message);
}

function head(kind: string): TemplateResult {
  return html`<p class="facts__kind">${texts().kind(kind)}</p>`;
}

function place(location: Place): TemplateResult {
  const { conversation } = texts();
  const { latitude, longitude, name, address } = location;
  const point =
    latitude === undefined || longitude === undefined ? undefined : [latitude, longitude];
  return html`<div class="facts">
    ${head('location')} ${name ? html`<p dir="auto">${name}</p>` : nothing}
    ${address ? html`<p dir="auto">${address}</p>` : nothing}
    ${
      point
        ? html`<p class="muted">${conversation.coordinates}: ${point.map(degrees).join(', ')}</p>`
        : nothing
    }
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

function lines(all: Line[]): TemplateResult {
  return html`<dl class="lines">
    ${all.map(
      ({ label, value }) =>
        html`<div>
          ${label ? html`<dt dir="auto">${label}</dt>` : nothing}
          <dd dir="auto">${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function unsupported(message: Message): TemplateResult {
  const { conversation, unreadable } = texts();
  const { kind, reason } = message.unsupported ?? { kind: message.kind };
  const name = Object.hasOwn(unreadable.kinds, kind) ? unreadable.kinds[kind]! : `„${kind}“`;
  const sentence = unreadable.reasons[reason ?? ''] ?? conversation.unknownKind(name);
  return html`<p class="file-note" dir="auto">${sentence}</p>`;
}
