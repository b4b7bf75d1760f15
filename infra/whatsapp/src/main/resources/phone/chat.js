// One chat on the screen. A bubble that stands is never drawn anew, or a playing video would stop.
import * as api from './api.js';
import { handle } from './actions.js';
import { attempt } from './compose.js';
import { bubble, dayName, el, look as lookOf, tick } from './bubbles.js';
import { $, isUnread, openChat, screen, sorted } from './state.js';

const NEAR = 120;
let stays = true; // at the end, until somebody scrolls up

const items = () => [...$('messages').children].filter((item) => item.dataset.at);
const drawn = (id) => items().find((item) => item.dataset.id === id);
const isAtEnd = () => $('messages').scrollHeight - $('messages').scrollTop - $('messages').clientHeight < NEAR;
const toEnd = () => $('messages').scrollTo(0, $('messages').scrollHeight);

const tapped = (message, letter) => attempt(api.send(screen.open, { messageId: message.id, ...letter }));

function failure(message) {
  const text = `Eine Antwort aus dem Rathaus kam nicht an (Fehler ${message.code})`;
  return el('li', { className: 'note', data: { id: message.id, at: message.at } }, text);
}

function item(message) {
  if (message.tick === 'failed') return failure(message);
  const quoted = openChat().messages.get(message.context?.message_id ?? message.context?.id);
  const drawing = bubble(message, quoted, (letter) => tapped(message, letter));
  if (message.kind !== 'revoked') drawing.append(handle(message));
  return drawing;
}

function insert(message) {
  const next = items().find((other) => other.dataset.at > message.at);
  $('messages').insertBefore(item(message), next ?? null);
}

function separateDays() {
  $('messages').querySelectorAll('.day').forEach((day) => day.remove());
  let last = '';
  for (const one of items()) {
    const day = dayName(one.dataset.at);
    if (day !== last) one.before(el('li', { className: 'day' }, day));
    last = day;
  }
}

function update(message) {
  const old = drawn(message.id);
  if (message.tick === 'failed' && old.className === 'bubble') {
    old.replaceWith(failure(message));
  } else if (old.dataset.look !== lookOf(message)) {
    old.replaceWith(item(message));
  } else {
    old.querySelector('.ticks')?.replaceWith(tick(message));
  }
}

function react(message) {
  const target = drawn(message.content.message_id);
  target?.querySelector(`.emoji[data-from="${message.from}"]`)?.remove();
  if (message.content.emoji && message.tick !== 'failed') {
    target?.append(el('span', { className: 'emoji', data: { from: message.from } }, message.content.emoji));
  }
}

function draw(message) {
  if (message.kind === 'reaction') {
    react(message);
  } else if (drawn(message.id)) {
    update(message);
  } else if (message.from === 'citizen' || message.tick !== 'waiting') {
    insert(message);
  }
}

/** Draws what is new or has changed, and keeps the end in view for whoever is there. */
export function drawAll(messages) {
  const follow = stays || messages.some((message) => message.from === 'citizen' && !drawn(message.id));
  messages.forEach(draw);
  separateDays();
  if (follow) toEnd();
}

/** Draws the open chat from nothing. */
export function drawChat() {
  $('messages').replaceChildren();
  drawAll(sorted(openChat()));
  toEnd();
}

/** Whoever has the chat before their eyes has read it. */
export function look() {
  const unread = screen.open && [...openChat().messages.values()].some(isUnread);
  if (unread && document.visibilityState === 'visible') {
    api.markRead(screen.open).catch(() => {});
  }
}

// A picture grows when it has come, a list when it is opened; whoever was at the end stays there.
$('messages').addEventListener('scroll', () => (stays = isAtEnd()));
for (const grown of ['load', 'loadedmetadata', 'toggle']) {
  $('messages').addEventListener(grown, () => stays && toEnd(), true);
}
// The chat shrinks when the tray or a keyboard opens.
new ResizeObserver(() => stays && toEnd()).observe($('messages'));
