import type { AttachmentType } from '../generated/api';
import { plainName } from '../names';
import { redraw } from './redraw';

/** As section "media" of WhatsApp's rules has it for what is sent. */
const LARGEST_PDF = 100_000_000;
/** Nobody takes photos of that size; decoding one could bring a phone to its knees. */
const LARGEST_SOURCE = 50_000_000;

/** What can be attached, by its first bytes; a name or a claim may be wrong. */
type Found = 'jpeg' | 'png' | 'webp' | 'pdf';

const LONGEST_BEGINNING = 12;

const BEGINNINGS: [Found, RegExp][] = [
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['pdf', /^%PDF-/],
];

/** A file that may be sent: a picture drawn anew, or a PDF as it is. */
export interface Attachment {
  content: Blob;
  type: AttachmentType;
  name: string;
}

/** Why a file cannot be sent. */
export type AttachmentRefusal =
  'attachment-type' | 'attachment-too-large' | 'attachment-unreadable';

/** Looks at what the mayor has chosen before anything of it leaves the device. */
export async function attachment(file: File): Promise<Attachment | AttachmentRefusal> {
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

async function sniff(file: Blob): Promise<Found | undefined> {
  const bytes = new Uint8Array(await file.slice(0, LONGEST_BEGINNING).arrayBuffer());
  const beginning = String.fromCharCode(...bytes);
  return BEGINNINGS.find(([, signature]) => signature.test(beginning))?.[0];
}
