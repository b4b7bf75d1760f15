import { html, nothing, type TemplateResult } from 'lit';
import '../attachment/attachment-strip';
import type { Attachment } from '../attachment/attachment';
import { inALine } from '../conversation/context';
import type { Message } from '../generated/api';
import { removeButton } from '../parts';
import { texts } from '../texts';
import type { Sender } from './sender';

interface Strips {
  message: Message | undefined;
  files: readonly Attachment[];
  /** Files are being looked at, and drawn anew if they are pictures. */
  preparing: boolean;
  sender: Sender;
  dropQuote: () => void;
  drop: (file: Attachment) => void;
}

/** Above the field: the message that the answer will show and the files that go with it. */
export function strips(parts: Strips): TemplateResult {
  const { message, preparing, dropQuote, files } = parts;
  return html`${message ? quoted(message, parts.sender.busy, dropQuote) : nothing}
  ${files.length ? attached(parts) : nothing}
  ${preparing ? html`<p class="muted" role="status">${texts().attachment.preparing}</p>` : nothing}`;
}

function attached({ files, sender, drop }: Strips): TemplateResult {
  const { attachment } = texts();
  const { busy, share } = sender;
  return html`<div id="reply-file" class="strips">
    ${files.map(
      (file, place) =>
        html`<attachment-strip
          .file=${file}
          .share=${place ? undefined : share}
          .fixed=${busy && (place > 0 || share === undefined)}
          @remove=${() => drop(file)}
        ></attachment-strip>`,
    )}
    ${files.length > 1 ? html`<p class="muted">${attachment.eachAlone(files.length)}</p>` : nothing}
  </div>`;
}

function quoted(message: Message, busy: boolean, drop: () => void): TemplateResult {
  const { conversation, reply } = texts();
  return html`<div class="strip" data-testid="reply-quote">
    <div class="quote strip__words" id="reply-quote">
      <p class="quote__who">${conversation.answers}</p>
      <p class="quote__words" dir="auto">${inALine(message)}</p>
    </div>
    ${busy ? nothing : removeButton(reply.dropQuote, drop)}
  </div>`;
}
