import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Api } from '../api';
import type { Attachment } from '../attachment/attachment';
import { prepared, refusedFiles, type FileRefusal } from '../attachment/several';
import { lastOfOthers, nameOfPerson } from '../colleagues/colleagues';
import { inALine } from '../conversation/context';
import type { Configuration, Enquiry, Message } from '../generated/api';
import { Listening } from '../listening';
import { alert } from '../parts';
import { isGone, isPassed, sentence } from '../problem';
import { texts } from '../texts';
import '../translate/translated-answer';
import { View } from '../view';
import { filled, insert } from './canned';
import './canned-editor';
import type { CannedEditor } from './canned-editor';
import './canned-replies';
import { cannedReplies, cannedShelf, loadCannedReplies } from './canned-shelf';
import { draft, hasFiles, isBegun, isSendable, keepDraft, next, rest, type Draft } from './drafts';
import { field } from './field';
import { foot } from './foot';
import { Sender } from './sender';
import { decide, fate, outbox } from './outbox';
import { isRefused, why } from './refused';
import { strips } from './strips';

/** Each goes as a message of its own, and nobody wants a dozen at once. */
const MOST_FILES = 10;

/** Where the mayor writes; says `typing`, `sent` with the message, `finish` with what sends it, or `gone`. */
@customElement('reply-form')
export class ReplyForm extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) enquiry!: Enquiry;
  @property({ attribute: false }) town!: Configuration;
  /** Milliseconds until WhatsApp takes no more free answers. */
  @property({ attribute: false }) left = 0;
  @state() private draft: Draft = { text: '' };
  @state() private menu = false;
  @state() private preparing = false;
  /** What of the files that were chosen last cannot be sent. */
  @state() private refusals: FileRefusal[] = [];
  /** How many messages of this answer have gone out. */
  private sent = 0;
  @query('canned-editor') private editor!: CannedEditor | null;
  @query('textarea') private area!: HTMLTextAreaElement | null;
  private readonly sender = new Sender(this);

  constructor() {
    super();
    // What another form of the same enquiry has sent, before the reader went elsewhere and came back. A quote alone
    // is kept nowhere else, and nobody can have sent it.
    new Listening(this, outbox, () => {
      if (!this.sender.busy && isBegun(this.draft)) this.draft = draft(this.enquiry.id);
    });
    new Listening(this, cannedShelf, () => this.requestUpdate());
  }

  override willUpdate(): void {
    if (!this.hasUpdated) this.draft = draft(this.enquiry.id);
  }

  /** The next answer will show which message it is about. */
  async quote(message: Message): Promise<void> {
    if (this.busy) return;
    this.change({ quote: message.id });
    await this.focusOn('textarea');
  }

  /** Takes along which files can be sent, and says of each other one why not. */
  async attach(files: readonly File[]): Promise<void> {
    if (!files.length || this.busy) return;
    this.preparing = true;
    this.sender.fail(undefined);
    const room = MOST_FILES - (this.draft.files?.length ?? 0);
    const { taken, refusals } = await prepared(files, room);
    this.preparing = false;
    // The page may have been locked meanwhile, and must not remember anything.
    if (!this.isConnected) return;
    this.refusals = refusals;
    if (taken.length) this.change({ files: [...(this.draft.files ?? []), ...taken] });
    await this.focusOn('textarea');
  }

  protected override render(): TemplateResult {
    const { sender, draft: begun } = this;
    return html`<form class="reply__form" autocomplete="off" @submit=${this.submit}>
        ${this.failure()}
        <p class="reply__wait" role="status">${sender.slow ? this.waiting() : ''}</p>
        ${this.menu ? this.canned() : this.strips()}
        ${field({
          text: begun.text,
          caption: hasFiles(begun),
          busy: this.sending,
          typed: (text) => this.typed(text),
          pasted: (files) => this.attach(files),
          submit: this.submit,
          finish: this.finish,
        })}
        <translated-answer
          .text=${begun.text}
          @taken=${(event: CustomEvent<string>) => this.replace(event.detail)}
        ></translated-answer>
        ${foot({
          draft: begun,
          left: this.left,
          busy: this.busy,
          sending: this.sending,
          menu: this.menu,
          toggle: () => this.toggleMenu(),
          attach: (files) => this.attach(files),
          finish: this.finish,
        })}
      </form>
      <canned-editor
        .api=${this.api}
        .town=${this.town}
        @closed=${() => this.focusOn('[aria-controls=canned]')}
      ></canned-editor>`;
  }

  private get busy(): boolean {
    return this.sending || this.preparing;
  }

  private get sending(): boolean {
    return this.sender.busy || fate(this.enquiry.id) === 'sending';
  }

  /** Why the answer is not out, and a way to send it again; it is still in the field. */
  private failure(): TemplateResult | typeof nothing {
    const { reply } = texts();
    const { error } = this.sender;
    if (this.refusals.length) return refusedFiles(this.refusals);
    const failed = fate(this.enquiry.id) === 'failed';
    if (!error && !failed) return nothing;
    if (!failed || isPassed(error)) return alert('danger', sentence(error), this.passed());
    const retry = { retry: this.submit, again: reply.sendAgain };
    const words = this.sent
      ? reply.partlySent(this.sent, this.draft.files?.[0]?.name)
      : reply.notSent;
    return alert('danger', words, {
      ...retry,
      ...(error !== undefined && { more: why(error) }),
    });
  }

  /** What somebody else has said meanwhile, where that kept the answer back. */
  private passed(): { more?: string } {
    const other = isPassed(this.sender.error) && lastOfOthers(this.enquiry.messages);
    if (!other) return {};
    const { said } = texts().colleagues;
    return { more: said(nameOfPerson(other.author!), inALine(other)) };
  }

  private waiting(): string {
    const { reply } = texts();
    return this.sender.share === undefined ? reply.slow : reply.slowFile;
  }

  /** A message that was taken back cannot be quoted any more. */
  private get quotedMessage(): Message | undefined {
    return this.enquiry.messages.find((each) => each.id === this.draft.quote);
  }

  private strips(): TemplateResult {
    const { sender, preparing, quotedMessage: message } = this;
    const files = this.draft.files ?? [];
    const dropQuote = () => this.drop({ quote: undefined });
    const drop = (file: Attachment) => {
      if (file === files[0]) sender.cancel();
      return this.drop({ files: files.filter((each) => each !== file) });
    };
    return strips({ message, files, preparing, sender, dropQuote, drop });
  }

  private canned(): TemplateResult {
    return html`<canned-replies
      .replies=${filled(cannedReplies(this.town), this.town)}
      @edit=${() => this.edit()}
      @chosen=${(event: CustomEvent<string>) => this.insert(event.detail)}
      @closed=${() => this.closeMenu('[aria-controls=canned]')}
    ></canned-replies>`;
  }

  private async insert(words: string): Promise<void> {
    this.typed(insert(this.area!, words));
    await this.closeMenu('textarea');
  }

  /** Another desk may have changed them. */
  private toggleMenu(): void {
    this.menu = !this.menu;
    this.refusals = [];
    if (this.menu) void loadCannedReplies(this.api);
  }

  private edit(): void {
    this.menu = false;
    this.editor?.show();
  }

  private async replace(words: string): Promise<void> {
    this.typed(words);
    await this.focusOn('textarea');
  }

  private async closeMenu(next: string): Promise<void> {
    this.menu = false;
    await this.focusOn(next);
  }

  private typed(text: string): void {
    this.sender.fail(undefined);
    this.refusals = [];
    this.change({ text });
    this.tell('typing');
  }

  private async drop(what: Partial<Draft>): Promise<void> {
    this.change(what);
    await this.focusOn('textarea');
  }

  private change(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    keepDraft(this.enquiry.id, this.draft);
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    await this.send();
  };

  private readonly finish = () => {
    if (this.busy || !isSendable(this.draft)) return;
    this.tell<() => Promise<Message | undefined>>('finish', () => this.send());
  };

  /** Message by message, as WhatsApp takes one file with each; what has not gone out stays in the field. */
  private async send(): Promise<Message | undefined> {
    if (this.busy || !isSendable(this.draft)) return undefined;
    this.sent = 0;
    this.refusals = [];
    let last: Message | undefined;
    do {
      last = await this.sendNext();
    } while (last && !isRefused(last) && this.goesOn());
    if (isGone(this.sender.error) || isPassed(this.sender.error)) this.tell('gone');
    await this.updateComplete;
    this.refocus('textarea');
    return last;
  }

  private async sendNext(): Promise<Message | undefined> {
    const message = await this.sender.send(
      this.api,
      this.enquiry,
      next(this.draft, this.quotedMessage?.id),
    );
    if (!message) return undefined;
    if (!isRefused(message)) {
      this.sent++;
      // Where the page was locked meanwhile, nothing is left to be kept.
      this.draft = isBegun(draft(this.enquiry.id)) ? rest(this.draft) : { text: '' };
      keepDraft(this.enquiry.id, this.draft);
    }
    this.tell('sent', message);
    return message;
  }

  /** Whether files are left to send, and somebody is here to see what becomes of them. */
  private goesOn(): boolean {
    if (!isSendable(this.draft)) return false;
    if (!this.isConnected) decide(this.enquiry.id, 'failed');
    return this.isConnected;
  }

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}
