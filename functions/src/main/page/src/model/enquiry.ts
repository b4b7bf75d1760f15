import type { Direction, Message } from './message';

export type Order = 'newest' | 'waiting';

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
