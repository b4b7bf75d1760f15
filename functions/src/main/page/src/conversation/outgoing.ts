import type { Api } from '../api';
import type { Message } from '../model';

/** Sends answers so that a retry of the same text can never arrive twice. */
export class Outgoing {
  private key = '';
  private text: string | undefined;

  async send(api: Api, enquiry: string, text: string): Promise<Message> {
    if (text !== this.text) {
      this.text = text;
      this.key = crypto.randomUUID();
    }
    const message = await api.reply(enquiry, this.key, text);
    this.text = undefined;
    return message;
  }
}
