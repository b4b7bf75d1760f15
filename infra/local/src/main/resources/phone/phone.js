// The phone: one screen for who writes, one for their chat, and what comes in.
import * as api from './api.js';
import { drawAll, drawChat, look } from './chat.js';
import { setFiles } from './compose.js';
import { drawPeople, loadCitizens, onCreate } from './people.js';
import { $, chats, openChat, screen } from './state.js';

const RETRY_MILLIS = 2000;

function show(id) {
  screen.open = id;
  $('people').hidden = Boolean(id);
  $('chat').hidden = !id;
  setFiles([]);
  if (!id) {
    drawPeople(show);
    return;
  }
  subtitle(false);
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

onCreate(show);
$('back').addEventListener('click', () => show(null));
document.addEventListener('visibilitychange', look);
await loadCitizens().catch(() => {});
drawPeople(show);
listen();
