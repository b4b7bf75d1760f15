import { html, nothing, type TemplateResult } from 'lit';
import type { LostMedia, Media, StoredMedia } from '../generated/api';
import { plainName } from '../names';
import { size } from '../sizes';
import { texts } from '../texts';

/** By then the first attempts have failed, and "is being loaded" would promise too much. */
const LATE = 5 * 60_000;

/** By then a file that WhatsApp does not find hardly comes any more, though its id may live for days. */
const DOUBTFUL = 60 * 60_000;

/** A file by its name and size. */
export function name(media: Media): TemplateResult {
  const bytes = 'bytes' in media && media.bytes;
  return html`<p class="file-name">
    <span class="kern-icon kern-icon--draft" aria-hidden="true"></span>
    <span><bdi>${plainName(media.fileName) || texts().files.unnamed}</bdi></span>
    ${bytes ? html`<span class="muted">${size(bytes)}</span>` : nothing}
  </p>`;
}

/** Where a file may say more than it shows, whoever passes it on must know. */
export function told(media: StoredMedia): TemplateResult | typeof nothing {
  return media.mayTell ? html`<p class="muted file-told">${texts().files.mayTell}</p>` : nothing;
}

/** Why it stays closed. */
export function kept(unplayable: boolean): TemplateResult {
  const { files } = texts();
  return html`<p class="file-note">${unplayable ? files.unplayable : files.closed}</p>`;
}

/** Why a file did not come, and what to do. */
export function lost(media: LostMedia): TemplateResult {
  const { lost } = texts().files;
  return html`${media.fileName ? name(media) : nothing}
    <p class="file-note file-lost">${lost[media.problem] ?? lost.general}</p>`;
}

/** What to say of a file that has not come from WhatsApp yet, by the time of its message. */
export function waiting(at: string, now = Date.now()): string {
  const { files } = texts();
  const age = now - Date.parse(at);
  if (age > DOUBTFUL) return files.doubtful;
  return age > LATE ? files.late : files.waiting;
}
