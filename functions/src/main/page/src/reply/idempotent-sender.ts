import type { Attachment } from '../attachment/attachment';
import { upload, type Watcher } from '../attachment/upload';
import type { Api } from '../api';
import type { UploadedFile, Message } from '../generated/api';
import { Problem } from '../problem';
import type { Draft } from './drafts';

/** Sends answers so that a retry of the same answer can never arrive twice. */
export class IdempotentSender {
  private key = '';
  private last: Draft | undefined;
  private uploaded: { file: Attachment; attached: UploadedFile } | undefined;

  constructor(
    private readonly api: Api,
    private readonly enquiry: string,
  ) {}

  /** Sends what was written by somebody who has seen the enquiry up to `revision`. */
  async send(draft: Draft, revision: number, watcher: Watcher): Promise<Message> {
    let message: Message;
    try {
      message = await this.attempt(draft, revision, watcher);
    } catch (error) {
      if (!(error instanceof Problem) || error.name !== 'attachment-gone') throw error;
      // It has waited too long for its answer and was deleted; nothing was sent.
      this.uploaded = this.last = undefined;
      message = await this.attempt(draft, revision, watcher);
    }
    this.uploaded = this.last = undefined;
    return message;
  }

  private async attempt(draft: Draft, revision: number, watcher: Watcher): Promise<Message> {
    const { text, quote, file } = draft;
    const attachment = file && (await this.attached(file, watcher));
    if (!this.isLast(draft)) this.key = crypto.randomUUID();
    this.last = draft;
    const reply = { text, ...(quote && { quote }), ...(attachment && { attachment }), revision };
    return this.api.reply(this.enquiry, this.key, reply);
  }

  private async attached(file: Attachment, watcher: Watcher): Promise<UploadedFile> {
    if (this.uploaded?.file !== file) {
      const attached = await upload(this.api, this.enquiry, file, watcher);
      this.uploaded = { file, attached };
    }
    return this.uploaded.attached;
  }

  private isLast({ text, quote, file }: Draft): boolean {
    const { last } = this;
    return last?.text === text && last.quote === quote && last.file === file;
  }
}
