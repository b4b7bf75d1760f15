import type { Template } from './town';

/** What may be attached to an answer. */
export type AttachmentType = 'image/jpeg' | 'image/png' | 'application/pdf';

/** A place for an attachment: sealed with `key` for `context`, it is put to `url`. */
export interface Room {
  object: string;
  key: string;
  context: string;
  url: string;
}

/** An attachment that waits in its place. */
export interface Attached {
  object: string;
  key: string;
  fileName?: string;
}

export type Reply =
  | { text: string; quote?: string; attachment?: Attached }
  | { template: Pick<Template, 'name' | 'language'> };
