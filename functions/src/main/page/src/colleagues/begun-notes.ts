import type { Enquiry } from '../generated/api';

/** A note that is being written, and the version of the one that was read when the writing began. */
export interface BegunNote {
  text: string;
  version: number;
}

/** By enquiry, so that a look elsewhere loses nothing. Only in memory. */
const notes = new Map<string, BegunNote>();

export function begunNote(enquiry: string): BegunNote | undefined {
  return notes.get(enquiry);
}

/** All of them, by enquiry. */
export function begunNotes(): [enquiry: string, note: BegunNote][] {
  return [...notes];
}

export function keepNote(enquiry: string, note: BegunNote): void {
  notes.set(enquiry, note);
}

export function forgetNote(enquiry: string): void {
  notes.delete(enquiry);
}

export function forgetNotes(): void {
  notes.clear();
}

/** Whether words would be lost that colleagues do not have yet. */
export function isNoteUnsaved({ id, note }: { id: string; note?: Enquiry['note'] }): boolean {
  const begun = notes.get(id);
  return begun !== undefined && begun.text !== (note?.text ?? '');
}
