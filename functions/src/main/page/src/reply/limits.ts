import type { Draft } from './drafts';

const LONGEST = 4096;
const LONGEST_CAPTION = 1024;

/** How many characters WhatsApp takes: fewer below a file. */
export function longest(caption: boolean): number {
  return caption ? LONGEST_CAPTION : LONGEST;
}

export function isSendable({ text, file }: Draft): boolean {
  return (text.trim() !== '' || file !== undefined) && text.length <= longest(file !== undefined);
}

/** What is sent of a draft: blank words below a file are none. */
export function answer({ text, file }: Draft, quote: string | undefined): Draft {
  return { text: text.trim() ? text : '', file, quote };
}
