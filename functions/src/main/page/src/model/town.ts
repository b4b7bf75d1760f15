export interface Configuration {
  issuer: string;
  client_id: string;
  scope: string;
  town: string;
  privacy_notice?: string;
  cannedReplies?: CannedReply[];
  templates?: Template[];
  signs?: Signs;
}

/** Words that the town often needs; `{name}` stands for the citizen's name. */
export interface CannedReply {
  title: string;
  text: string;
}

/** Words that WhatsApp has approved for after the 24 hours, as the citizen will read them. */
export interface Template {
  name: string;
  language: string;
  title: string;
  text: string;
}

/** What the town tells citizens: nothing, that they were read, or also that somebody is writing. */
export type Signs = 'none' | 'read' | 'typing';
