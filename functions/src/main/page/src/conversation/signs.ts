import type { Api } from '../api';
import type { Configuration, Message, Sign } from '../generated/api';

/** WhatsApp shows "is typing" for up to 25 seconds. */
const PAUSE = 20_000;

/** Tells the citizen what the town wants to be told, as far as that works; it never holds anything up. */
export class Signs {
  private read: string | undefined;
  private typed = -PAUSE;

  constructor(
    private readonly api: Api,
    private readonly enquiry: string,
    private readonly mode: Configuration['signs'],
  ) {}

  /** The mayor has the messages before the eyes: only then they are read. */
  seen(messages: readonly Message[]): void {
    const newest = messages.findLast((message) => message.direction === 'in')?.id;
    if (this.mode === 'none' || !newest || newest === this.read) return;
    if (document.hidden || !document.hasFocus()) return;
    this.read = newest;
    this.say('read');
  }

  typing(now = performance.now()): void {
    if (this.mode !== 'typing' || now - this.typed < PAUSE) return;
    this.typed = now;
    this.say('typing');
  }

  private say(sign: Sign['sign']): void {
    this.api.sign(this.enquiry, sign).catch(() => undefined);
  }
}
