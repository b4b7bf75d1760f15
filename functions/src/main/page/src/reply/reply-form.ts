import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Api } from '../api';
import { attachment } from '../attachment/attachment';
import { lastOfOthers, nameOfPerson } from '../colleagues/colleagues';
import type { Configuration, Enquiry, Message } from '../generated/api';
import { alert } from '../parts';
import { inALine } from '../conversation/context';
import { isGone, isPassed, Problem, sentence } from '../problem';
import { texts } from '../texts';
import { View } from '../view';
import { insert } from './canned';
import './canned-replies';
import { answer, draft, isSendable, keepDraft, type Draft } from './drafts';
import { field } from './field';
import { foot } from './foot';
import { Sender } from './sender';
import { fate, outbox } from './outbox';
import { isRefused, why } from './refused';
import { strips } from './strips';

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
  @query('textarea') private area!: HTMLTextAreaElement | null;
  private readonly sender = new Sender(this);

  /** What another form of the same enquiry has sent, before the reader went elsewhere and came back. */
  private readonly onFate = () => {
    if (!this.sender.busy) this.draft = draft(this.enquiry.id);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    outbox.addEventListener('change', this.onFate);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    outbox.removeEventListener('change', this.onFate);
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

  /** Takes a file along if it can be sent, and says why not otherwise. */
  async attach(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file || this.busy) return;
    this.preparing = true;
    const found = files.length > 1 ? 'one-attachment' : await attachment(file);
    this.preparing = false;
    // The page may have been locked meanwhile, and must not remember anything.
    if (!this.isConnected) return;
    const refused = typeof found === 'string';
    this.sender.fail(refused ? new Problem(found) : undefined);
    if (!refused) this.change({ file: found });
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
        caption: begun.file !== undefined,
        busy: this.sending,
        typed: (text) => this.typed(text),
        pasted: (files) => this.attach(files),
        submit: this.submit,
        finish: this.finish,
      })}
      ${foot({
        draft: begun,
        left: this.left,
        busy: this.busy,
        sending: this.sending,
        menu: this.town.cannedReplies.length ? this.menu : undefined,
        toggle: () => (this.menu = !this.menu),
        attach: (files) => this.attach(files),
        finish: this.finish,
      })}
    </form>`;
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
    const failed = fate(this.enquiry.id) === 'failed';
    if (!error && !failed) return nothing;
    if (!failed) return alert('danger', sentence(error), this.passed());
    const retry = { retry: this.submit, again: reply.sendAgain };
    return alert('danger', reply.notSent, {
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
    const { sender, preparing, draft: begun, quotedMessage: message } = this;
    const drop = (what: 'quote' | 'file') => this.drop(what);
    return strips({ message, file: begun.file, preparing, sender, drop });
  }

  private canned(): TemplateResult {
    return html`<canned-replies
      .replies=${this.town.cannedReplies}
      .name=${this.enquiry.citizen.name}
      @chosen=${(event: CustomEvent<string>) => this.insert(event.detail)}
      @closed=${() => this.closeMenu('[aria-controls=canned]')}
    ></canned-replies>`;
  }

  private async insert(words: string): Promise<void> {
    this.typed(insert(this.area!, words));
    await this.closeMenu('textarea');
  }

  private async closeMenu(next: string): Promise<void> {
    this.menu = false;
    await this.focusOn(next);
  }

  private typed(text: string): void {
    this.sender.fail(undefined);
    this.change({ text });
    this.tell('typing');
  }

  private async drop(what: 'quote' | 'file'): Promise<void> {
    if (what === 'file') this.sender.cancel();
    this.change({ [what]: undefined });
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

  private async send(): Promise<Message | undefined> {
    if (this.busy || !isSendable(this.draft)) return undefined;
    const quote = this.quotedMessage?.id;
    const sent = await this.sender.send(this.api, this.enquiry, answer(this.draft, quote));
    if (isGone(this.sender.error) || isPassed(this.sender.error)) this.tell('gone');
    if (sent) {
      // What WhatsApp has refused stays in the field.
      if (!isRefused(sent)) this.change({ text: '', quote: undefined, file: undefined });
      this.tell('sent', sent);
    }
    await this.focusOn('textarea');
    return sent;
  }

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}
