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
