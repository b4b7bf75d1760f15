import { texts } from '../texts';

/** By then the first attempts have failed, and "is being loaded" would promise too much. */
const LATE = 5 * 60_000;

/** By then a file that WhatsApp does not find hardly comes any more, though its id may live for days. */
const DOUBTFUL = 60 * 60_000;

/** What to say of a file that has not come from WhatsApp yet, by the time of its message. */
export function waiting(at: string, now = Date.now()): string {
  const { files } = texts();
  const age = now - Date.parse(at);
  if (age > DOUBTFUL) return files.doubtful;
  return age > LATE ? files.late : files.waiting;
}
