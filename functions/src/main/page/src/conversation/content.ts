import { html, nothing, type TemplateResult } from 'lit';
import type {
  Contact,
  Lines,
  Location,
  Message,
  UnsupportedMessage,
  WishMessage,
} from '../generated/api';
import { mailAddress, phoneNumber, webAddress } from '../leaving/links';
import { onTheMap, opened, outward, saving } from '../leaving/outward';
import { AT_A_DESK, save } from '../leaving/save';
import { vcard } from '../leaving/vcard';
import { texts } from '../texts';
import '../media/message-file';

/** What a message says, by its kind. All of it comes from strangers: text bindings only. */
export function content(message: Message, renew: () => Promise<void>): unknown {
  switch (message.kind) {
    case 'text':
      // WhatsApp sends no text without words; something is said of it nevertheless.
      return message.text ? words(message.text) : unsupported(message);
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return [
        html`<message-file .message=${message} .renew=${renew}></message-file>`,
        words(message.text),
      ];
    case 'location':
      return place(message.location);
    case 'contacts':
      return people(message.contacts);
    case 'choice':
      return [head(message.kind), words(message.text), words(message.description, 'muted')];
    case 'form':
      return [head(message.kind), lines(message.lines)];
    case 'order':
      return [head(message.kind), words(message.text), lines(message.lines)];
    case 'template':
      return [head(message.kind), words(message.text)];
    case 'erase-wish':
    case 'information-wish':
    case 'help-wish':
      return wish(message.kind);
    case 'unsupported':
      return unsupported(message.unsupported);
    default:
      return ofALaterRelease(message);
  }
}

/** Each kind of the API has its case above, or this does not compile; a page left open may yet meet another. */
function ofALaterRelease(message: never): TemplateResult {
  return unsupported(message);
}

function words(text?: string, style = 'words'): TemplateResult | typeof nothing {
  return text ? html`<p class=${style} dir="auto">${opened(text)}</p>` : nothing;
}

function head(kind: string): TemplateResult {
  return html`<p class="facts__kind">${texts().kind(kind)}</p>`;
}

function place(location: Location): TemplateResult {
  const { conversation } = texts();
  const { latitude, longitude, name, address, url } = location;
  const isPoint = latitude !== undefined && longitude !== undefined;
  return html`<div class="facts">
    ${head('location')} ${name ? html`<p dir="auto">${name}</p>` : nothing}
    ${address ? html`<p dir="auto">${address}</p>` : nothing}
    ${url ? html`<p>${addressed(url)}</p>` : nothing}
    ${
      isPoint
        ? html`<p class="muted">${conversation.coordinates}: ${onTheMap(latitude, longitude)}</p>`
        : nothing
    }
  </div>`;
}

/** An address of the web; what is none stays what it is. */
function addressed(url: string): TemplateResult {
  const found = webAddress(url);
  return found ? outward(found) : html`<bdi>${url}</bdi>`;
}

function people(contacts: Contact[]): TemplateResult {
  return html`<div class="facts">
    <p class="facts__kind">${texts().contacts(contacts.length)}</p>
    ${contacts.map((contact) => person(contact))}
  </div>`;
}

function person(contact: Contact): TemplateResult {
  const { conversation, unnamed } = texts();
  const { name = unnamed, organisation, department, addresses, phones, emails, urls } = contact;
  const ways = [
    ...[organisation, department, ...addresses]
      .filter(Boolean)
      .map((line) => html`<bdi>${line}</bdi>`),
    ...phones.map((phone) => outward(phoneNumber(phone))),
    ...emails.map((email) => outward(mailAddress(email))),
    ...urls.map(addressed),
  ];
  const run = () => save(vcard(contact, unnamed), `${name}.vcf`, 'text/vcard');
  return html`<p><bdi class="strong">${name}</bdi></p>
    ${ways.map((way) => html`<p>${way}</p>`)}
    ${
      matchMedia(AT_A_DESK).matches
        ? saving(conversation.saveContact, conversation.saveContactWhy, run)
        : nothing
    }`;
}

function lines(all: Lines): TemplateResult | typeof nothing {
  if (!all.length) return nothing;
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

/** Nothing that lies at WhatsApp, so it can be neither quoted nor reacted to. */
export function isWish(message: Message): message is WishMessage {
  return message.kind.endsWith('-wish');
}

/** No words of the citizen: what they want, and why the mayor reads of it. */
function wish(kind: WishMessage['kind']): TemplateResult {
  const { wishes } = texts();
  return html`<div class="facts">
    ${head(kind)}
    <p>${wishes[kind]}</p>
    <p class="muted">${wishes.why}</p>
  </div>`;
}

function unsupported({ kind, reason }: UnsupportedMessage['unsupported']): TemplateResult {
  const { conversation, unreadable } = texts();
  const name = Object.hasOwn(unreadable.kinds, kind) ? unreadable.kinds[kind]! : `„${kind}“`;
  const sentence = unreadable.reasons[reason ?? ''] ?? conversation.unknownKind(name);
  return html`<p class="file-note" dir="auto">${sentence}</p>`;
}
