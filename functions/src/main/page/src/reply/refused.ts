import { failure } from '../conversation/bubble';
import type { Delivery, Message } from '../generated/api';
import { sentence } from '../problem';

/** WhatsApp has not taken an answer: it is written down, and nobody reads it. */
export class Refused extends Error {
  constructor(readonly delivery: Delivery) {
    super('refused');
  }

  /** Of a message that the server has just written down. */
  static of(message: Message): Refused | undefined {
    return isRefused(message) ? new Refused(message.delivery!) : undefined;
  }
}

export function isRefused(message: Message): boolean {
  return message.delivery?.state === 'failed';
}

/** Why an answer did not get out. */
export function why(error: unknown): string {
  return error instanceof Refused ? failure(error.delivery) : sentence(error);
}
