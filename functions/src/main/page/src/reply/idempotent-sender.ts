import type { Attachment } from '../attachment/attachment';
import { upload, type Watcher } from '../attachment/upload';
import type { Api } from '../api';
import type { UploadedFile, Message } from '../generated/api';
import { Problem } from '../problem';
import type { Part } from './drafts';

/** Words and the key under which they were sent, or may have been. */
export interface Attempt {
  key: string;
  text: string;
  quote?: string | undefined;
}

/** Sends answers so that a retry of the same answer can never arrive twice. */
export class IdempotentSender {
  private key = '';
  private last: Part | undefined;
  private uploaded: { file: Attachment; attached: UploadedFile } | undefined;

  constructor(
    private readonly api: Api,
    private readonly enquiry: string,
    before?: Attempt,
  ) {
    if (!before) return;
    const { key, ...part } = before;
    this.key = key;
    this.last = part;
  }

  /** What nobody knows the end of yet; a file is not remembered, so what had one is another answer. */
  get attempted(): Attempt | undefined {
    if (!this.last || this.last.file) return undefined;
    const { text, quote } = this.last;
    return { key: this.key, text, quote };
  }

  /** Sends what was written by somebody who has seen the enquiry up to `revision`. */
  async send(part: Part, revision: number, watcher: Watcher): Promise<Message> {
    let message: Message;
    try {
      message = await this.attempt(part, revision, watcher);
    } catch (error) {
      if (!(error instanceof Problem) || error.name !== 'attachment-gone') throw error;
      // It has waited too long for its answer and was deleted; nothing was sent.
      this.uploaded = this.last = undefined;
      message = await this.attempt(part, revision, watcher);
    }
    this.uploaded = this.last = undefined;
    return message;
  }

  private async attempt(part: Part, revision: number, watcher: Watcher): Promise<Message> {
    const { text, quote, file } = part;
    const attachment = file && (await this.attached(file, watcher));
    if (!this.isLast(part)) this.key = crypto.randomUUID();
    this.last = part;
    const reply = { text, ...(quote && { quote }), ...(attachment && { attachment }), revision };
    return this.api.reply(this.enquiry, this.key, reply);
  }

  private async attached(file: Attachment, watcher: Watcher): Promise<UploadedFile> {
    if (this.uploaded?.file !== file) {
      const attached = await upload(this.api, this.enquiry, file, watcher);
      watcher.signal.throwIfAborted();
      this.uploaded = { file, attached };
    }
    return this.uploaded.attached;
  }

  private isLast({ text, quote, file }: Part): boolean {
    const { last } = this;
    return last?.text === text && last.quote === quote && last.file === file;
  }
}
