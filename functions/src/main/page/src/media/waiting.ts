import { texts } from '../texts';

/** By then the first attempts have failed, and "is being loaded" would promise too much. */
const LATE = 5 * 60_000;

/** What to say of a file that has not come from WhatsApp yet, by the time of its message. */
export function waiting(at: string, now = Date.now()): string {
  const { files } = texts();
  return now - Date.parse(at) > LATE ? files.late : files.waiting;
}
