import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Api } from '../api';
import type { Enquiry, Message } from '../generated/api';
import { Problem } from '../problem';
import { draft as begun, isBegun, type Part } from './drafts';
import { decide, sender } from './outbox';
import { Refused } from './refused';

/** Whoever waits longer wants to know for what. */
const LONG = 5_000;

/** Sends one answer at a time for its element, and knows how far it is and why it failed. */
export class Sender implements ReactiveController {
  busy = false;
  /** Whether it takes so long that the reader wants to know why. */
  slow = false;
  /** How much of a file is on its way; undefined while none is. */
  share: number | undefined;
  error: unknown;
  private closing = new AbortController();
  private left = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.left = false;
  }

  hostDisconnected(): void {
    this.left = true;
    this.cancel();
  }

  /** Stops a file on its way. What has already gone to WhatsApp cannot be stopped. */
  cancel(): void {
    this.closing.abort(new Problem('cancelled'));
    this.closing = new AbortController();
  }

  fail(error: unknown): void {
    this.error = error;
    this.host.requestUpdate();
  }

  /** The message as the server has stored it, even if WhatsApp has refused it; undefined when nothing was stored. */
  async send(api: Api, enquiry: Enquiry, part: Part): Promise<Message | undefined> {
    const long = setTimeout(() => this.wait(true), LONG);
    this.busy = true;
    this.fail(undefined);
    decide(enquiry.id, 'sending');
    try {
      const message = await sender(api, enquiry.id).send(part, enquiry.revision, {
        progress: (share) => this.show(share),
        signal: this.closing.signal,
      });
      const refused = Refused.of(message);
      if (refused) this.failed(enquiry.id, refused);
      return message;
    } catch (error) {
      this.failed(enquiry.id, error);
      return undefined;
    } finally {
      clearTimeout(long);
      this.busy = false;
      this.wait(false);
      this.show(undefined);
    }
  }

  /** Whoever stopped it knows; whoever went elsewhere does not. Where the draft is gone too, the page was locked. */
  private failed(enquiry: string, error: unknown): void {
    const stopped = error instanceof Problem && error.name === 'cancelled';
    if (!stopped) this.fail(error);
    const unknown = (!stopped || this.left) && isBegun(begun(enquiry));
    decide(enquiry, unknown ? 'failed' : undefined);
  }

  private wait(slow: boolean): void {
    this.slow = slow;
    this.host.requestUpdate();
  }

  private show(share: number | undefined): void {
    this.share = share;
    this.host.requestUpdate();
  }
}
