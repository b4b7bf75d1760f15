import type { Api } from '../api';
import type { Configuration, Enquiry, Sign } from '../generated/api';

/** WhatsApp shows "is typing" for up to 25 seconds. */
const PAUSE = 20_000;

/** Lets the list know up to where is read, and tells the citizen what the town wants to be told, as far as that works; it never holds anything up. */
export class Signs {
  private read: string | undefined;
  private noted: number | undefined;
  private typed = -PAUSE;

  constructor(
    private readonly api: Api,
    private readonly enquiry: string,
    private readonly mode: Configuration['signs'],
  ) {}

  /** The mayor has the messages before the eyes: only then they are read. */
  seen({ messages, unread, revision }: Pick<Enquiry, 'messages' | 'unread' | 'revision'>): void {
    const newest = messages.findLast((message) => message.direction === 'in')?.id;
    const told = this.mode === 'none' || !newest || newest === this.read;
    const noted = !unread || revision === this.noted;
    if ((told && noted) || document.hidden || !document.hasFocus()) return;
    this.read = newest;
    this.noted = revision;
    this.say({ sign: 'read', revision });
  }

  typing(now = performance.now()): void {
    if (this.mode !== 'typing' || now - this.typed < PAUSE) return;
    this.typed = now;
    this.say({ sign: 'typing' });
  }

  private say(sign: Sign): void {
    this.api.sign(this.enquiry, sign).catch(() => undefined);
  }
}
