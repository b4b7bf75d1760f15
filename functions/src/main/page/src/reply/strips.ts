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
  file: Attachment | undefined;
  /** A file is being looked at, and drawn anew if it is a picture. */
  preparing: boolean;
  sender: Sender;
  drop: (what: 'quote' | 'file') => void;
}

/** Above the field: the message that the answer will show and the file that goes with it. */
export function strips(parts: Strips): TemplateResult {
  const { message, preparing, drop } = parts;
  const { busy } = parts.sender;
  return html`${message ? quoted(message, busy, () => drop('quote')) : nothing}
  ${preparing ? html`<p class="muted" role="status">${texts().attachment.preparing}</p>` : attached(parts)}`;
}

function attached({ file, sender, drop }: Strips): TemplateResult | typeof nothing {
  if (!file) return nothing;
  const { busy, share } = sender;
  return html`<attachment-strip
    .file=${file}
    .share=${share}
    .fixed=${busy && share === undefined}
    @remove=${() => drop('file')}
  ></attachment-strip>`;
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
