import type { CannedReply } from '../generated/api';
import { plainName } from '../names';

/** The town's canned replies for this citizen; without a name, its place goes, and so does what set it apart. */
export function filled(replies: CannedReply[], name: string | undefined): CannedReply[] {
  const plain = plainName(name);
  return replies.map(({ title, text }) => ({
    title,
    text: plain ? text.replaceAll('{name}', () => plain) : text.replace(/,? ?\{name\}/g, ''),
  }));
}

/** Those that have all the words of a search in their title or text. */
export function found(replies: CannedReply[], search: string): CannedReply[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return replies.filter(({ title, text }) => {
    const all = `${title} ${text}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** Puts words where the cursor is, apart from what stands there; returns all that the field holds then. */
export function insert(area: HTMLTextAreaElement, words: string): string {
  const { selectionStart, selectionEnd, value } = area;
  const glue = /\S$/.test(value.slice(0, selectionStart)) ? '\n' : '';
  area.setRangeText(glue + words, selectionStart, selectionEnd, 'end');
  return area.value;
}
