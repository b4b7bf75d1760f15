import type { AttachmentType } from '../model';
import { plainName } from '../names';
import { redraw } from './redraw';
import { sniff } from './sniff';

/** As section "media" of WhatsApp's rules has it for what is sent. */
const LARGEST_PDF = 100_000_000;
/** Nobody takes photos of that size; decoding one could bring a phone to its knees. */
const LARGEST_SOURCE = 50_000_000;

/** A file that may be sent: a picture drawn anew, or a PDF as it is. */
export interface Attachment {
  content: Blob;
  type: AttachmentType;
  name: string;
}

/** Why a file cannot be sent. */
export type Refusal = 'attachment-type' | 'attachment-too-large' | 'attachment-unreadable';

/** Looks at what the mayor has chosen before anything of it leaves the device. */
export async function attachment(file: File): Promise<Attachment | Refusal> {
  const found = await sniff(file);
  if (!found) return 'attachment-type';
  if (file.size > (found === 'pdf' ? LARGEST_PDF : LARGEST_SOURCE)) return 'attachment-too-large';
  const name = plainName(file.name);
  if (found === 'pdf') return { content: file, type: 'application/pdf', name };
  const content = await redraw(file, found === 'png' ? 'image/png' : 'image/jpeg');
  return content
    ? { content, type: content.type as AttachmentType, name }
    : 'attachment-unreadable';
}
