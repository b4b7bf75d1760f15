import type { Api } from '../api';
import { IdempotentSender, type Attempt } from './idempotent-sender';

export type { Attempt };

/** What became of an answer that left the field: it is on its way, or it did not get out. */
export type Fate = 'sending' | 'failed';

const fates = new Map<string, Fate>();
const senders = new Map<string, IdempotentSender>();
/** Of before the page was locked. */
const attempts = new Map<string, Attempt>();

/** Fires `change`. By enquiry and only in memory, so that whoever has moved on learns of it too. */
export const outbox = new EventTarget();

export function fate(enquiry: string): Fate | undefined {
  return fates.get(enquiry);
}

export function failures(): number {
  return [...fates.values()].filter((each) => each === 'failed').length;
}

/** Without a fate, it is done, or was dealt with. */
export function decide(enquiry: string, fate?: Fate): void {
  if (fates.get(enquiry) === fate) return;
  if (fate) fates.set(enquiry, fate);
  else fates.delete(enquiry);
  outbox.dispatchEvent(new Event('change'));
}

/** The same for the same enquiry, or whoever comes back to it and sends again would send twice. */
export function sender(api: Api, enquiry: string): IdempotentSender {
  const known = senders.get(enquiry) ?? new IdempotentSender(api, enquiry, attempts.get(enquiry));
  senders.set(enquiry, known);
  return known;
}

/** Under which key what was written here may have gone out. */
export function attemptOf(enquiry: string): Attempt | undefined {
  return senders.get(enquiry)?.attempted ?? attempts.get(enquiry);
}

/** Sent again, it goes under the key of before. */
export function resume(enquiry: string, attempt: Attempt): void {
  attempts.set(enquiry, attempt);
}

/** Its text and file are held for as long as it could be sent again. */
export function dropSender(enquiry: string): void {
  senders.delete(enquiry);
  attempts.delete(enquiry);
}

export function emptyOutbox(): void {
  fates.clear();
  senders.clear();
  attempts.clear();
}
