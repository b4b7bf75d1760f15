import type { Api } from '../api';
import { IdempotentSender } from './idempotent-sender';

/** What became of an answer that left the field: it is on its way, or it did not get out. */
export type Fate = 'sending' | 'failed';

const fates = new Map<string, Fate>();
const senders = new Map<string, IdempotentSender>();

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
  const known = senders.get(enquiry) ?? new IdempotentSender(api, enquiry);
  senders.set(enquiry, known);
  return known;
}

/** Its text and file are held for as long as it could be sent again. */
export function dropSender(enquiry: string): void {
  senders.delete(enquiry);
}

export function emptyOutbox(): void {
  fates.clear();
  senders.clear();
}
