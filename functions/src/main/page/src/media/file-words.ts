import { html, nothing, type TemplateResult } from 'lit';
import type { Media } from '../model';
import { plainName } from '../names';
import { size } from '../sizes';
import { texts } from '../texts';

/** A file by its name and size. */
export function name({ fileName, bytes }: Media): TemplateResult {
  return html`<p class="file-name">
    <span class="kern-icon kern-icon--draft" aria-hidden="true"></span>
    <span><bdi>${plainName(fileName) || texts().files.unnamed}</bdi></span>
    ${bytes ? html`<span class="muted">${size(bytes)}</span>` : nothing}
  </p>`;
}

/** Nothing of a citizen may be saved on this device, so what cannot be shown stays where it is. */
export function kept(unplayable: boolean): TemplateResult {
  const { files } = texts();
  return html`<p class="file-note">${unplayable ? files.unplayable : files.closed}</p>`;
}

/** Why a file did not come, and what to do. */
export function lost(media: Media): TemplateResult {
  const reasons = texts().files.lost;
  return html`${media.fileName ? name(media) : nothing}
    <p class="file-note file-lost">${reasons[media.problem ?? 'general'] ?? reasons.general}</p>`;
}
