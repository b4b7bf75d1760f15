import type { CannedReply, Configuration } from '../generated/api';
/** What can stand in braces. No citizen's name: on WhatsApp everybody is called what they like. */
const PLACES = ['{stadt}', '{zeiten}', '{datum}'] as const;

/** As the replies themselves, whatever the language of the page. */
const DAY = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long' });

/** The canned replies with the town, its hours and the day put in. */
export function filled(
  replies: readonly CannedReply[],
  { town, hours }: Pick<Configuration, 'town' | 'hours'>,
  now = new Date(),
): CannedReply[] {
  const words: Record<string, string> = {
    '{stadt}': town,
    '{zeiten}': hours,
    '{datum}': DAY.format(now),
  };
  return replies.map(({ title, text }) => ({
    title,
    text: text.replace(/\{[^{}]*\}/g, (place) => words[place] ?? place),
  }));
}

/** What stands in braces and means nothing. */
export function unknownPlaces(text: string): string[] {
  const known: readonly string[] = PLACES;
  return (text.match(/\{[^{}]*\}/g) ?? []).filter((place) => !known.includes(place));
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
