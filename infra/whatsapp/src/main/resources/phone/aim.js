// To what the words in the composer go: nothing by themselves, or a message that they answer or replace.
import { summary } from './bubbles.js';
import { $ } from './state.js';

let target = {}; // { answers: message } or { edits: message }

export const aimed = () => target;

/** Shows above the composer what the next words are for. */
export function aim(at) {
  target = at;
  const message = at.answers ?? at.edits;
  $('aim').hidden = !message;
  if (!message) return;
  $('aim-words').textContent = `${at.edits ? 'Bearbeiten' : 'Antwort auf'}: ${summary(message)}`;
  if (at.edits) $('text').value = message.content.body ?? message.content.caption ?? '';
  $('text').focus();
}

$('aim-off').addEventListener('click', () => {
  if (target.edits) $('text').value = '';
  aim({});
});
