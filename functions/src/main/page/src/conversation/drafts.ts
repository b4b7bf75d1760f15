/** Answers that were begun, by enquiry, so that a look elsewhere loses nothing. Only in memory. */
const drafts = new Map<string, string>();

export function draft(enquiry: string): string {
  return drafts.get(enquiry) ?? '';
}

export function keepDraft(enquiry: string, text: string): void {
  if (text) drafts.set(enquiry, text);
  else drafts.delete(enquiry);
}

export function forgetDrafts(): void {
  drafts.clear();
}
