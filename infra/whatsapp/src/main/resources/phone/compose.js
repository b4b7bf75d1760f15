// Writing: text, files, place and contact card.
import { aim, aimed } from './aim.js';
import * as api from './api.js';
import { el } from './bubbles.js';
import { onMenu } from './menu.js';
import { $, screen } from './state.js';

let files = [];
let mode = 'auto'; // or 'voice', 'document', 'sticker': what the files are to be

/** Shows the citizen why something could not be sent; true if it could. */
export async function attempt(sending) {
  $('alert').hidden = true;
  try {
    await sending;
    return true;
  } catch (problem) {
    $('alert').textContent = problem instanceof api.Refused ? problem.message : 'Keine Verbindung.';
    $('alert').hidden = false;
    return false;
  }
}

function thumbnail(file) {
  if (!file.type.startsWith('image/')) return el('div', { className: 'name' }, file.name);
  const url = URL.createObjectURL(file);
  return el('img', { src: url, alt: file.name, onload: () => URL.revokeObjectURL(url) });
}

export function setFiles(chosen) {
  files = chosen;
  $('tray').hidden = files.length === 0;
  $('tray').replaceChildren(...files.map((file) => el('li', { title: file.name }, thumbnail(file),
    el('button', { type: 'button', ariaLabel: `${file.name} entfernen`, onclick: () => setFiles(files.filter((one) => one !== file)) }, '×'))));
  if (files.length === 0) mode = 'auto';
}

function fields(text) {
  const voice = mode === 'voice' || (mode === 'auto' && files.every((file) => file.type === 'audio/ogg'));
  return { ...(text && { caption: text }), ...(voice && { voice: 'true' }), ...(['document', 'sticker'].includes(mode) && { kind: mode }) };
}

async function send(event) {
  event.preventDefault();
  const text = $('text').value.trim();
  if (!text && files.length === 0) return;
  if (await attempt(sending(text))) {
    $('text').value = '';
    setFiles([]);
    aim({});
  }
}

function sending(text) {
  const { answers, edits } = aimed();
  if (edits) return api.send(screen.open, { kind: 'edit', messageId: edits.id, text });
  const quote = answers && { replyTo: answers.id };
  return files.length > 0
    ? api.sendFiles(screen.open, files, { ...fields(text), ...quote })
    : api.send(screen.open, { kind: 'text', text, ...quote });
}

function pick({ mode: wanted, accept }) {
  mode = wanted;
  $('attach').accept = accept;
  $('attach').click();
}

function onDialog(id, letter) {
  const dialog = $(id);
  dialog.querySelector('[value="cancel"]').addEventListener('click', () => dialog.close());
  dialog.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.close();
    attempt(api.send(screen.open, letter(Object.fromEntries(new FormData(event.target)))));
  });
}

const place = ({ name, address, latitude, longitude }) =>
  ({ kind: 'location', name, address, latitude: Number(latitude), longitude: Number(longitude) });

const card = ({ name, phone, email }) => ({
  kind: 'contacts',
  contacts: [{ name: { formatted_name: name }, ...(phone && { phones: [{ phone }] }), ...(email && { emails: [{ email }] }) }],
});

$('composer').addEventListener('submit', send);
$('text').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
});
onMenu(attempt, pick);
$('attach').addEventListener('change', () => {
  setFiles([...files, ...$('attach').files]);
  $('attach').value = '';
  $('text').focus();
});
onDialog('place', place);
onDialog('card', card);
