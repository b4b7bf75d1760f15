// What can be done with a message that stands: answer, react, pass on, edit, delete for everyone.
import * as api from './api.js';
import { el, summary } from './bubbles.js';
import { attempt } from './compose.js';
import { aim } from './aim.js';
import { $, screen } from './state.js';

const SIGNS = ['👍', '❤️', '🙏'];
const TO_PASS_ON = ['text', 'image', 'video', 'audio', 'document', 'sticker', 'location', 'contacts'];
const WITH_WORDS = ['text', 'image', 'video', 'document'];

const choice = (title, chosen) =>
  el('button', { type: 'button', onclick: () => { close(); chosen(); } }, title);

function sign(message, emoji) {
  const isOn = $('messages').querySelector(`[data-id="${CSS.escape(message.id)}"] .emoji[data-from="citizen"]`)?.textContent === emoji;
  const button = choice(emoji, () => attempt(api.send(screen.open, { kind: 'reaction', messageId: message.id, emoji: isOn ? '' : emoji })));
  button.setAttribute('aria-label', `Mit ${emoji} reagieren`);
  button.setAttribute('aria-pressed', String(isOn));
  return button;
}

function own(message) {
  const edit = choice('Bearbeiten', () => aim({ edits: message }));
  const revoke = choice('Für alle löschen', () => attempt(api.send(screen.open, { kind: 'revoke', messageId: message.id })));
  return WITH_WORDS.includes(message.kind) ? [edit, revoke] : [revoke];
}

function close() {
  $('messages').querySelector('.actions')?.remove();
}

function open(item, message) {
  close();
  const signs = el('div', { className: 'signs' }, ...SIGNS.map((emoji) => sign(message, emoji)));
  const forward = choice('Weiterleiten', () => attempt(api.send(screen.open, { kind: 'forward', messageId: message.id })));
  const often = choice('Häufig weiterleiten', () => attempt(api.send(screen.open, { kind: 'forward', messageId: message.id, often: true })));
  const rest = [...(TO_PASS_ON.includes(message.kind) ? [forward, often] : []), ...(message.from === 'citizen' ? own(message) : [])];
  const menu = el('div', { className: 'actions menu' }, signs, choice('Antworten', () => aim({ answers: message })), ...rest);
  item.append(menu);
  menu.scrollIntoView({ block: 'nearest' });
  menu.querySelector('button').focus();
}

/** The button on a bubble that opens its menu. */
export function handle(message) {
  const button = el('button', { className: 'handle', type: 'button', ariaLabel: `Aktionen für „${summary(message)}“` }, '⋯');
  button.dataset.testid = 'bubble-menu';
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    open(button.closest('.bubble'), message);
  });
  return button;
}

document.addEventListener('click', (event) => {
  if (!event.target.closest('.actions')) close();
});
document.addEventListener('keydown', (event) => event.key === 'Escape' && close());
