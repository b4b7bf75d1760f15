import type { Media } from './media';

export type Direction = 'in' | 'out';

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
  /** The mayor's sign on a message of the citizen. */
  townReaction?: string;
  delivery?: Delivery;
}

export interface Line {
  label: string;
  value: string;
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
