// The phone: one screen for who writes, one for their chat, and what comes in.
import { aim } from './aim.js';
import * as api from './api.js';
import { drawAll, drawChat, look } from './chat.js';
import { attempt, setFiles } from './compose.js';
import { drawPeople, loadCitizens, onCreate } from './people.js';
import { $, chats, openChat, screen } from './state.js';

const RETRY_MILLIS = 2000;

function show(id) {
  screen.open = id;
  $('people').hidden = Boolean(id);
  $('chat').hidden = !id;
  setFiles([]);
  aim({});
  if (!id) {
    drawPeople(show);
    return;
  }
  subtitle(false);
  $('new-number').hidden = !openChat().citizen.phone;
  drawChat();
  $('text').focus();
  look();
}

function subtitle(isTyping) {
  $('subtitle').textContent = isTyping ? 'schreibt …' : `Sie schreiben als ${openChat().citizen.name}`;
}

async function take({ changes, typing }) {
  if (!screen.open || changes.some(({ citizen }) => !chats.has(citizen))) await loadCitizens();
  changes.forEach(({ citizen, message }) => chats.get(citizen)?.messages.set(message.id, message));
  if (screen.open) {
    drawAll(changes.filter(({ citizen }) => citizen === screen.open).map(({ message }) => message));
    subtitle(typing.includes(screen.open));
    look();
  } else {
    drawPeople(show);
  }
}

async function listen() {
  let after = 0;
  for (;;) {
    try {
      const news = await api.events(after);
      if (news.revision < after) location.reload(); // another server: begin anew
      await take(news);
      after = news.revision;
    } catch {
      await new Promise((later) => setTimeout(later, RETRY_MILLIS));
    }
  }
}

/**
 * WhatsApp knows the citizen by another id from now on, and the chat goes along. Until this page knows that id nothing
 * can be written: it would go to one that is gone.
 */
async function move(what) {
  const former = screen.open;
  let current = former;
  $('chat').inert = true;
  const moved = await attempt(api.notice(former, what).then(async (citizen) => {
    await loadCitizens();
    const { messages } = await api.chat(citizen.id);
    messages.forEach((message) => chats.get(citizen.id).messages.set(message.id, message));
    current = citizen.id;
  }));
  $('chat').inert = false;
  if (moved) {
    chats.delete(former);
    show(current);
  }
}

onCreate(show);
$('new-number').addEventListener('click', () => move('number'));
$('new-id').addEventListener('click', () => move('user-id'));
$('back').addEventListener('click', () => show(null));
document.addEventListener('visibilitychange', look);
await loadCitizens().catch(() => {});
drawPeople(show);
listen();
