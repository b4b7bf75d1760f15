import type { Attachment } from '../attachment/attachment';
import { begunNotes, forgetNote, forgetNotes } from '../colleagues/begun-notes';
import { decide, dropSender, emptyOutbox } from './outbox';

const LONGEST = 4096;
const LONGEST_CAPTION = 1024;

/** An answer that was begun: words, perhaps files, perhaps the message that it answers. */
export interface Draft {
  text: string;
  quote?: string | undefined;
  files?: readonly Attachment[] | undefined;
}

/** One message of an answer: WhatsApp takes one file with each. */
export interface Part {
  text: string;
  quote?: string | undefined;
  file?: Attachment | undefined;
}

/** By enquiry, so that a look elsewhere loses nothing. Only in memory. */
const drafts = new Map<string, Draft>();

export function draft(enquiry: string): Draft {
  return drafts.get(enquiry) ?? { text: '' };
}

/** All of them, by enquiry. */
export function begun(): [enquiry: string, draft: Draft][] {
  return [...drafts];
}

/** The enquiries for which an answer or a note was begun. */
export function begunFor(): string[] {
  return [...begun(), ...begunNotes()].map(([enquiry]) => enquiry);
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
  forgetNote(enquiry);
  dropSender(enquiry);
}

/** Whether there is anything that the mayor would miss; what it answers alone is nothing yet. */
export function isBegun({ text, files }: Draft): boolean {
  return text !== '' || hasFiles({ files });
}

export function hasFiles({ files }: Pick<Draft, 'files'>): boolean {
  return files !== undefined && files.length > 0;
}

export function forgetDrafts(): void {
  drafts.clear();
  forgetNotes();
  emptyOutbox();
}

/** How many characters WhatsApp takes: fewer below a file. */
export function longest(caption: boolean): number {
  return caption ? LONGEST_CAPTION : LONGEST;
}

export function isSendable(draft: Draft): boolean {
  const { text } = draft;
  return (text.trim() !== '' || hasFiles(draft)) && text.length <= longest(hasFiles(draft));
}

/** What of a draft is sent next: its words with the first file; blank words below a file are none. */
export function next({ text, files }: Draft, quote: string | undefined): Part {
  return { text: text.trim() ? text : '', file: files?.[0], quote };
}

/** What is left of a draft when that has gone out. */
export function rest({ files = [] }: Draft): Draft {
  return files.length > 1 ? { text: '', files: files.slice(1) } : { text: '' };
}
