import type { Attachment } from '../attachment/attachment';
import { decide, dropSender, emptyOutbox } from './outbox';

const LONGEST = 4096;
const LONGEST_CAPTION = 1024;

/** An answer that was begun: words, perhaps a file, perhaps the message that it answers. */
export interface Draft {
  text: string;
  quote?: string | undefined;
  file?: Attachment | undefined;
}

/** By enquiry, so that a look elsewhere loses nothing. Only in memory. */
const drafts = new Map<string, Draft>();

export function draft(enquiry: string): Draft {
  return drafts.get(enquiry) ?? { text: '' };
}

export function keepDraft(enquiry: string, draft: Draft): void {
  if (isBegun(draft)) drafts.set(enquiry, draft);
  else forgetDraft(enquiry);
}

export function forgetDraft(enquiry: string): void {
  drafts.delete(enquiry);
  // There is nothing left that could be sent again.
  decide(enquiry);
}

/** Erased, it has nothing more to send. */
export function forgetEnquiry(enquiry: string): void {
  forgetDraft(enquiry);
  dropSender(enquiry);
}

/** Whether there is anything that the mayor would miss; what it answers alone is nothing yet. */
export function isBegun({ text, file }: Draft): boolean {
  return text !== '' || file !== undefined;
}

export function forgetDrafts(): void {
  drafts.clear();
  emptyOutbox();
}

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
