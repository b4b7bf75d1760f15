import type { Attachment } from '../attachment/attachment';

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
  else drafts.delete(enquiry);
}

export function forgetDraft(enquiry: string): void {
  drafts.delete(enquiry);
}

/** Whether there is anything that the mayor would miss; what it answers alone is nothing yet. */
export function isBegun({ text, file }: Draft): boolean {
  return text !== '' || file !== undefined;
}

export function forgetDrafts(): void {
  drafts.clear();
}
