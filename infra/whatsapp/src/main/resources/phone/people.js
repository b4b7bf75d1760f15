// The list of citizens, and how a new one gets a phone.
import * as api from './api.js';
import { clock, dayName, el, summary } from './bubbles.js';
import { $, chats, isUnread, sorted } from './state.js';

const HUES = 6;

function shortTime(at) {
  const day = dayName(at);
  return day === 'Heute' ? clock(at) : day.split(',')[0];
}

function row(chat, index, chosen) {
  const { citizen } = chat;
  const last = sorted(chat).at(-1);
  const unread = [...chat.messages.values()].filter(isUnread).length;
  const initials = citizen.name.split(/\s+/).map((word) => word[0]).slice(0, 2).join('');
  const hidden = `ohne Nummer${citizen.username ? ` · @${citizen.username}` : ''}`;
  const about = last ? summary(last) : citizen.phone ? `+${citizen.phone}` : hidden;
  const button = el('button', { type: 'button', data: { testid: 'citizen' }, onclick: () => chosen(citizen.id) },
    el('span', { className: 'avatar', ariaHidden: 'true', data: { hue: index % HUES } }, initials),
    el('div', { className: 'lines' }, el('p', {}, citizen.name), el('p', {}, about)),
    unread > 0 && el('span', { className: 'unread', title: 'ungelesen' }, String(unread)),
    last && el('time', { dateTime: last.at }, shortTime(last.at)));
  return { at: last?.at ?? '9', item: el('li', {}, button) };
}

/** Draws everybody, the latest to write first. */
export function drawPeople(chosen) {
  const rows = [...chats.values()].map((chat, index) => row(chat, index, chosen));
  rows.sort((a, b) => b.at.localeCompare(a.at));
  $('citizens').replaceChildren(...rows.map(({ item }) => item));
  $('nobody').hidden = rows.length > 0;
  $('citizens').hidden = rows.length === 0;
}

export async function loadCitizens() {
  for (const citizen of await api.citizens()) {
    chats.set(citizen.id, { citizen, messages: chats.get(citizen.id)?.messages ?? new Map() });
  }
}

/** Takes the form for a new citizen and opens their phone. */
export function onCreate(chosen) {
  $('create').addEventListener('submit', async (event) => {
    event.preventDefault();
    const citizen = await api.createCitizen($('name').value.trim(), $('with-phone').checked);
    $('create').reset();
    await loadCitizens();
    chosen(citizen.id);
  });
}
