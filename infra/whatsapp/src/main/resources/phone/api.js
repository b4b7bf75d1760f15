// The phone's own API on this very server.

export class Refused extends Error {}

async function answer(response) {
  const body = await response.json();
  if (!response.ok) {
    throw new Refused(body.error ?? `Antwort ${response.status}`);
  }
  return body;
}

const post = (path, body, headers = {}) => fetch(path, { method: 'POST', body, headers }).then(answer);
const postJson = (path, json) => post(path, JSON.stringify(json), { 'Content-Type': 'application/json' });
const citizen = (id, what) => `/phone/api/citizens/${encodeURIComponent(id)}/${what}`;

export const citizens = () => fetch('/phone/api/citizens').then(answer).then((body) => body.citizens);
export const createCitizen = (name, phone) => postJson('/phone/api/citizens', { name, phone });
export const send = (id, letter) => postJson(citizen(id, 'messages'), letter);
export const chat = (id) => fetch(citizen(id, 'messages')).then(answer);
/** Something that WhatsApp itself tells the town: a new number, a new user id, new keys. */
export const notice = (id, what) => postJson(citizen(id, what), {});
export const markRead = (id) => postJson(citizen(id, 'read'), {});
export const events = (after) => fetch(`/phone/api/events?after=${after}`).then(answer);
export const mediaUrl = (id) => `/phone/api/media/${encodeURIComponent(id)}`;

/** Sends all files as one batch; the caption goes with the first. */
export function sendFiles(id, files, fields) {
  const form = new FormData();
  Object.entries(fields).forEach(([name, value]) => form.append(name, value));
  files.forEach((file) => form.append('file', file, file.name));
  return post(citizen(id, 'messages'), form);
}
