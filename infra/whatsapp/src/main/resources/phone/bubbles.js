// Draws one message. Everything that somebody wrote goes in as text, never as markup.
import { mediaUrl } from './api.js';
import { offers } from './offers.js';

const CLOCK = new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('de-DE', { weekday: 'long', day: 'numeric', month: 'long' });
const TICKS = { waiting: '✓', sent: '✓', delivered: '✓✓', read: '✓✓' };
const TICK_WORDS = { waiting: 'wird zugestellt', sent: 'abgeschickt', delivered: 'zugestellt', read: 'gelesen' };

/** An element with properties and children; strings become text. */
export function el(name, properties = {}, ...children) {
  const { data = {}, ...rest } = properties;
  const element = Object.assign(document.createElement(name), rest);
  Object.assign(element.dataset, data);
  element.append(...children.filter(Boolean));
  return element;
}

export const clock = (at) => CLOCK.format(new Date(at));

export function dayName(at) {
  const day = (date) => new Date(date).toDateString();
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  if (day(at) === day(new Date())) return 'Heute';
  return day(at) === day(yesterday) ? 'Gestern' : DAY.format(new Date(at));
}

const words = (text) => text && el('p', { className: 'words' }, text);
const icon = (kind) => el('i', { className: kind, ariaHidden: 'true' });
const chip = (kind, title, ...lines) =>
  el('div', { className: 'chip' }, icon(kind), el('div', {}, title, ...lines.map((line) => line && el('small', {}, line))));

function documentChip(content) {
  const name = content.filename ?? 'Dokument';
  const link = el('a', { className: 'chip', href: mediaUrl(content.id), download: name }, icon('file'));
  link.append(el('div', {}, name, el('small', {}, content.mime_type === 'application/pdf' ? 'PDF' : content.mime_type)));
  return link;
}

function cards(contacts) {
  return contacts.map((card) =>
    chip('card', card.name?.formatted_name ?? 'Kontakt', card.org?.company,
      ...(card.phones ?? []).map((phone) => phone.phone), ...(card.emails ?? []).map((email) => email.email)));
}

const UNREADABLE = { poll_creation: 'Umfrage', gif: 'GIF', media_placeholder: 'Foto zum einmaligen Ansehen' };
const unreadable = (content) => UNREADABLE[content?.type] ?? 'Nachricht oder Datei besonderer Art';
const order = ({ text, product_items: items }) => chip('rare', 'Bestellung', ...items.map((one) => `${one.quantity} × ${one.product_retailer_id}`), text);

function body({ kind, content }, tapped) {
  switch (kind) {
    case 'text': return [words(content.body)];
    case 'image': return [el('img', { src: mediaUrl(content.id), alt: 'Foto' }), words(content.caption)];
    case 'sticker': return [el('img', { src: mediaUrl(content.id), alt: 'Aufkleber' })];
    case 'video':
      return [el('video', { src: mediaUrl(content.id), controls: true, preload: 'metadata' }), words(content.caption)];
    case 'audio': return [el('audio', { src: mediaUrl(content.id), controls: true, preload: 'metadata' })];
    case 'document': return [documentChip(content), words(content.caption)];
    case 'location':
      return [chip('place', content.name ?? 'Standort', content.address, `${content.latitude}, ${content.longitude}`)];
    case 'contacts': return cards(content);
    case 'interactive':
    case 'template':
      return [words(summary({ kind, content })), ...offers(content, tapped)];
    case 'button': return [words(content.text)];
    case 'order': return [order(content)];
    case 'unsupported': return [chip('rare', unreadable(content), 'kann das Rathaus nicht lesen')];
    case 'request_welcome': return [el('p', { className: 'gone' }, 'Chat geöffnet')];
    case 'revoked': return [el('p', { className: 'gone' }, 'Diese Nachricht wurde gelöscht')];
    default: return [words(`Nachricht der Art „${kind}“`)];
  }
}

/** The ticks under a message of the citizen's; the town's messages have none on this phone. */
export function tick(message) {
  const words = el('span', { className: 'late' }, message.tick === 'waiting' ? 'wird zugestellt …' : '');
  const mark = el('span', { className: 'tick', data: { testid: 'tick', tick: message.tick } }, TICKS[message.tick] ?? '');
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', TICK_WORDS[message.tick] ?? '');
  return el('span', { className: 'ticks' }, words, ' ', mark);
}

const reacted = (emoji) => (emoji ? `Reaktion ${emoji}` : 'Reaktion entfernt');

/** One line of the words of a message, for lists and quotes. */
export function summary({ kind, content }) {
  const names = { revoked: 'Gelöschte Nachricht', image: 'Foto', video: 'Video', audio: 'Sprachnachricht', sticker: 'Aufkleber', location: 'Standort', contacts: 'Kontakt', order: 'Bestellung', request_welcome: 'Chat geöffnet' };
  if (kind === 'reaction') return reacted(content.emoji);
  if (kind === 'unsupported') return unreadable(content);
  if (content?.nfm_reply) return 'Formular ausgefüllt';
  const written = content?.body?.text ?? content?.body ?? content?.text ?? (content?.button_reply ?? content?.list_reply)?.title;
  return (kind !== 'order' && written) || (content?.caption ?? content?.filename ?? names[kind] ?? `Nachricht (${kind})`);
}

/** Changes when the message must be drawn anew. */
export const look = ({ kind, edited, content }) => (edited ? JSON.stringify(content) : kind);

/**
 * The list item for a message.
 * @param quoted the message that it answers, if any
 * @param tapped takes the letter that a tap sends
 */
export function bubble(message, quoted, tapped) {
  const data = { testid: 'bubble', from: message.from, kind: message.kind, id: message.id, at: message.at, look: look(message) };
  const time = el('time', { dateTime: message.at }, clock(message.at));
  const foot = el('div', { className: 'foot' }, message.edited && 'bearbeitet', time, message.from === 'citizen' && tick(message));
  const quote = quoted && el('div', { className: 'quote' }, summary(quoted));
  const { forwarded, frequently_forwarded: often } = message.context ?? {};
  const passed = (forwarded || often) && el('p', { className: 'passed' }, often ? 'Häufig weitergeleitet' : 'Weitergeleitet');
  const group = message.group && el('p', { className: 'passed' }, 'In einer Gruppe');
  return el('li', { className: 'bubble', data }, group, passed, quote, ...body(message, tapped), foot);
}
