/** What the API says, as it says it: times are ISO 8601, absent fields are left out. */

export type Order = 'newest' | 'waiting';
export type Direction = 'in' | 'out';

export interface Configuration {
  issuer: string;
  client_id: string;
  scope: string;
  town: string;
  privacy_notice?: string;
}

export interface Preview {
  direction: Direction;
  kind: string;
  text?: string;
}

export interface Summary {
  id: string;
  name?: string;
  preview?: Preview;
  openedAt: string;
  lastMessageAt: string;
  lastInboundAt: string;
  waitingSince?: string;
  replyUntil: string;
  expiresAt: string;
  inbound: number;
  outbound: number;
}

export interface Worklist {
  enquiries: Summary[];
  next?: string | null;
}

export interface Enquiry extends Summary {
  citizen: { name?: string; username?: string; phone?: string };
  messages: Message[];
}

export interface Message {
  id: string;
  direction: Direction;
  kind: string;
  at: string;
  edited?: boolean;
  text?: string;
  media?: Media;
  location?: Place;
  contacts?: Contact[];
  description?: string;
  lines?: Line[];
  unsupported?: { kind: string; reason?: 'file' | 'gone' | 'kind' };
  /** Which message it answers; without an id, one that is not here any more. */
  quote?: { message?: string };
  forwarded?: 'once' | 'often';
  referral?: { heading?: string; address?: string };
  reaction?: string;
  delivery?: Delivery;
}

export interface Line {
  label: string;
  value: string;
}

export type MediaProblem = 'gone' | 'hash' | 'too-large';

/** What a file is by its first bytes. */
export type Type =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'mp4'
  | 'mp4-audio'
  | 'mp4-mobile'
  | 'ogg'
  | 'aac'
  | 'mp3'
  | 'amr'
  | 'pdf'
  | 'quicktime'
  | 'other';

export interface Media {
  state: 'waiting' | 'stored' | 'lost';
  /** The sender's claim; the page goes by `type`. */
  mimeType?: string;
  type?: Type;
  fileName?: string;
  voice?: boolean;
  bytes?: number;
  problem?: MediaProblem;
  url?: string;
  key?: string;
  context?: string;
}

export interface Place {
  latitude?: number;
  longitude?: number;
  name?: string;
  address?: string;
}

export interface Contact {
  name?: string;
  phones?: string[];
  emails?: string[];
  organisation?: string;
}

export type DeliveryState =
  'pending' | 'unknown' | 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

export type FailureReason =
  | 'window-closed'
  | 'unreachable'
  | 'too-fast'
  | 'busy'
  | 'held-back'
  | 'opted-out'
  | 'experiment'
  | 'token'
  | 'permission'
  | 'account-locked'
  | 'payment'
  | 'number'
  | 'our-mistake'
  | 'wrong-recipient'
  | 'identity-changed'
  | 'lost'
  | 'file-unreadable'
  | 'not-available'
  | 'other';

export interface Delivery {
  state: DeliveryState;
  reason?: FailureReason;
  code?: number;
}

/** `unknown`: asked, but the server ended before the answer was written down. */
export type Answered = 'done' | 'failed' | 'skipped' | 'unknown';

export interface Receipt {
  enquiry: string;
  state: 'erased' | 'erasing';
  unreadableSince: string;
  erasedAt?: string;
  messages: number;
  media: number;
  bytes: number;
  lookedAgain: { table: boolean; bucket: boolean };
  whatsapp: { farewell: Answered; contactBook: Answered; media: Answered };
}
