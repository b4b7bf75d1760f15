import type { TemplateResult } from 'lit';
import { alert } from '../parts';
import { Problem, sentence } from '../problem';
import { texts } from '../texts';
import { attachment, type Attachment, type AttachmentRefusal } from './attachment';

/** A file that cannot be sent, and why. */
export interface FileRefusal {
  name: string;
  why: Problem;
}

/** Those that can be sent, `room` at most, and of each other why not; one after the other, for pictures take memory. */
export async function prepared(
  files: readonly File[],
  room: number,
): Promise<{ taken: Attachment[]; refusals: FileRefusal[] }> {
  const taken: Attachment[] = [];
  const refusals: FileRefusal[] = [];
  for (const file of files) {
    const found = taken.length < room ? await looked(file) : 'too-many-attachments';
    if (typeof found === 'string') refusals.push({ name: file.name, why: new Problem(found) });
    else taken.push(found);
  }
  return { taken, refusals };
}

/** A folder, or what lies only in a cloud, has a name and nothing to read. */
function looked(file: File): Promise<Attachment | AttachmentRefusal | 'attachment-unread'> {
  return attachment(file).catch(() => 'attachment-unread');
}

/** Which they are, and of each why. */
export function refusedFiles(refusals: readonly FileRefusal[]): TemplateResult {
  const each = refusals.map(({ name, why }) => `${name}: ${sentence(why)}`);
  return alert('danger', texts().attachment.refused(refusals.length), { more: each.join(' · ') });
}
