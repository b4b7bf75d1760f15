/** A stretch of a text: plain, or something that could be opened. */
export type Stretch = string | Outward;

/** What leads out of the page, as it stands in the text and as a browser takes it. */
export interface Outward {
  kind: 'web' | 'mail' | 'phone';
  words: string;
  href: string;
}

const FOUND =
  /(?<web>\b(?:https?:\/\/|www\.)[^\s<>"„“”]+)|(?<mail>(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)|(?<phone>(?<![\w+.,/-]|\d )(?:\+|00?)[1-9][\d ()/-]{5,}\d(?![\w.,]*\d))/giu;
/** Ends the sentence, not the address. */
const TAIL = /[.,;:!?)\]'"»]+$/;

/** Finds addresses and numbers in a citizen's words; nothing of it is fetched or opened. */
export function stretches(text: string): Stretch[] {
  const all: Stretch[] = [];
  let end = 0;
  for (const match of text.matchAll(FOUND)) {
    const found = outward(match);
    if (!found) continue;
    if (match.index > end) all.push(text.slice(end, match.index));
    all.push(found);
    end = match.index + found.words.length;
  }
  if (end < text.length) all.push(text.slice(end));
  return all;
}

function outward({ groups }: RegExpMatchArray): Outward | undefined {
  const { web, mail, phone } = groups!;
  if (web) return webAddress(web.replace(TAIL, ''));
  if (mail) return mailAddress(mail);
  return phone ? phoneNumber(phone) : undefined;
}

/** Nothing but the web: other schemes could make programs of this computer do something. */
export function webAddress(words: string): Outward | undefined {
  const address = /^https?:/i.test(words) ? words : `https://${words}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, href } = new URL(address);
  const isWeb = /^https?:$/.test(protocol) && hostname.includes('.');
  return isWeb ? { kind: 'web', words, href } : undefined;
}

export function mailAddress(words: string): Outward {
  return { kind: 'mail', words, href: `mailto:${encodeURIComponent(words)}` };
}

export function phoneNumber(words: string): Outward {
  return { kind: 'phone', words, href: `tel:${words.replace(/[^\d+]/g, '')}` };
}
