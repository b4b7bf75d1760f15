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
