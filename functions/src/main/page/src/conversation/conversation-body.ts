import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Api } from '../api';
import { FileDrop } from '../attachment/file-drop';
import type { Configuration, Enquiry, Message } from '../generated/api';
import type { Actions } from '../reactions/message-actions';
import { isGone } from '../problem';
import { draft } from '../reply/drafts';
import { Refused, isRefused } from '../reply/refused';
import '../reply/reply-area';
import type { ReplyArea } from '../reply/reply-area';
import { texts } from '../texts';
import { Tick } from '../tick';
import { left } from '../time';
import { View } from '../view';
import './message-list';
import type { MessageList } from './message-list';
import { Signs } from './signs';

/** What was refused is written down as it is; the same words are a new answer. */
function sameWords(message: Message): { text: string; quote?: string } {
  const text = message.kind === 'text' ? (message.text ?? '') : '';
  const quote = message.quote?.message;
  return { text, ...(quote && { quote }) };
}

/** All messages and the field below them; says `sent` with the message, `finish` with what sends it, or `gone`. */
@customElement('conversation-body')
export class ConversationBody extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) town!: Configuration;
  @property({ attribute: false }) enquiry!: Enquiry;
  /** Loads the enquiry again. */
  @property({ attribute: false }) renew!: () => Promise<void>;
  /** Loads the page of messages before these. */
  @property({ attribute: false }) earlier!: () => Promise<void>;
  @query('message-list') private list!: MessageList | null;
  @query('reply-area') private area!: ReplyArea | null;
  private readonly drop = new FileDrop(this, (files) => this.area?.attach(files));
  private signs: Signs | undefined;
  private readonly actions: Actions = {
    quote: (message) => this.area?.quote(message),
    react: async (message, emoji) => {
      try {
        await this.api.react(this.enquiry.id, message.id, emoji);
      } catch (error) {
        // The message or the whole enquiry is no more: loading it again will tell.
        if (!isGone(error)) throw error;
      }
      await this.renew();
    },
    sendAgain: async (message, key) => {
      const { id, revision } = this.enquiry;
      const repeated = isRefused(message);
      const sent = await this.api.reply(
        id,
        key,
        repeated ? { ...sameWords(message), revision } : { again: message.id, revision },
      );
      await this.renew();
      if (repeated) this.tell('sent', sent);
      const refused = repeated && Refused.of(sent);
      if (refused) throw refused;
    },
    isRepeatable: (message) => {
      const { id, messages } = this.enquiry;
      const last = messages.findLast((each) => each.direction === 'out');
      // Where the same words are in the field again, that is the place to send them from.
      return message === last && message.kind === 'text' && draft(id).text !== message.text;
    },
  };

  constructor() {
    super();
    new Tick(this);
  }

  /** Shows what comes next as it comes. */
  toEnd(): void {
    this.list?.toEnd();
  }

  private readonly typing = () => {
    this.signs?.typing();
    this.tell('typing');
  };

  protected override render(): TemplateResult {
    const { enquiry } = this;
    const time = left(enquiry.replyUntil);
    return html`<message-list
        .messages=${enquiry.messages}
        .told=${enquiry.told}
        .earlier=${enquiry.earlier ? this.earlier : undefined}
        .renew=${this.renew}
        .actions=${time ? this.actions : undefined}
      ></message-list>
      <reply-area
        .api=${this.api}
        .town=${this.town}
        .enquiry=${enquiry}
        .left=${time}
        @typing=${this.typing}
        @sent=${(event: CustomEvent<Message>) => this.tell('sent', event.detail)}
        @finish=${(event: CustomEvent) => this.tell('finish', event.detail)}
        @gone=${() => this.tell('gone')}
      ></reply-area>
      ${time && this.drop.over ? html`<p class="drop-here">${texts().attachment.drop}</p>` : nothing}`;
  }

  override updated(): void {
    this.signs ??= new Signs(this.api, this.enquiry.id, this.town.signs);
    this.signs.seen(this.enquiry);
  }
}
