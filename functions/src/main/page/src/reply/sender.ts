import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Api } from '../api';
import type { Enquiry, Message } from '../generated/api';
import { Problem } from '../problem';
import type { Draft } from './drafts';
import { IdempotentSender } from './idempotent-sender';

/** Sends one answer at a time for its element, and knows how far it is and why it failed. */
export class Sender implements ReactiveController {
  busy = false;
  /** How much of a file is on its way; undefined while none is. */
  share: number | undefined;
  error: unknown;
  private closing = new AbortController();
  private outgoing: IdempotentSender | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** Stops a file on its way. What has already gone to WhatsApp cannot be stopped. */
  cancel(): void {
    this.closing.abort();
    this.closing = new AbortController();
  }

  fail(error: unknown): void {
    this.error = error;
    this.host.requestUpdate();
  }

  /** The message as the server has stored it; undefined when it was not sent. */
  async send(api: Api, enquiry: Enquiry, draft: Draft): Promise<Message | undefined> {
    this.outgoing ??= new IdempotentSender(api, enquiry.id);
    this.busy = true;
    this.fail(undefined);
    try {
      return await this.outgoing.send(draft, enquiry.revision, {
        progress: (share) => this.show(share),
        signal: this.closing.signal,
      });
    } catch (error) {
      if (!(error instanceof Problem && error.name === 'cancelled')) this.fail(error);
      return undefined;
    } finally {
      this.busy = false;
      this.show(undefined);
    }
  }

  private show(share: number | undefined): void {
    this.share = share;
    this.host.requestUpdate();
  }
}
