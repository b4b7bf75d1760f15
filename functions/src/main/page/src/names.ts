import type { Summary } from './generated/api';
import { texts } from './texts';

/** Signs that turn the direction of reading could make `gpj.exe` look like `exe.jpg`. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Whose an enquiry is, for the reader. */
export function nameOf(enquiry: Pick<Summary, 'name' | 'senderUnknown'>): string {
  const { unnamed, senderUnknown } = texts();
  const name = plainName(enquiry.name);
  if (!enquiry.senderUnknown) return name || unnamed;
  return name ? `${name} (${senderUnknown})` : senderUnknown;
}

/** A name from outside as it is shown: on one line, read in one direction. */
export function plainName(name: string | undefined): string {
  return (name ?? '').replace(TURNING, '').replace(/\s+/g, ' ').trim();
}
