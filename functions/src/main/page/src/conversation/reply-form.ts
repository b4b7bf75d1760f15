import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Api } from '../api';
import type { Message } from '../model';
import { alert } from '../parts';
import { isGone, sentence } from '../problem';
import { texts } from '../texts';
import { countdown } from '../time';
import { View } from '../view';
import { draft, keepDraft } from './drafts';
import { Outgoing } from './outgoing';

const LONGEST = 4096;
const COUNTER_FROM = 3500;
const COUNTDOWN_FROM = 4 * 3_600_000;

/** Where the mayor writes; says `sent` with the message, or `gone` when nobody is left to read it. */
@customElement('reply-form')
export class ReplyForm extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) enquiryId = '';
  /** Milliseconds until WhatsApp takes no more answers. */
  @property({ attribute: false }) left = 0;
  @state() private text = '';
  @state() private sending = false;
  @state() private error: unknown;
  @query('textarea') private area!: HTMLTextAreaElement | null;
  private readonly outgoing = new Outgoing();

  override firstUpdated(): void {
    this.text = draft(this.enquiryId);
  }

  protected override render(): TemplateResult {
    if (!this.left) return html`<div class="reply">${this.closed()}</div>`;
    return html`<form class="reply" autocomplete="off" @submit=${this.submit}>
      ${this.error ? alert('danger', sentence(this.error)) : nothing}
      ${this.left < COUNTDOWN_FROM ? this.countdown() : nothing}
      <div class="kern-form-input">
        <label class="kern-label kern-sr-only" for="reply-text">${texts().reply.label}</label>
        ${this.field()}
      </div>
      ${this.foot()}
    </form>`;
  }

  private closed(): TemplateResult {
    const { closed, closedWhy } = texts().reply;
    return alert('info', closed, { more: closedWhy });
  }

  private field(): TemplateResult {
    return html`<textarea
      class="kern-form-input__input"
      id="reply-text"
      data-testid="reply-text"
      dir="auto"
      rows="2"
      autocomplete="off"
      spellcheck="false"
      autocapitalize="sentences"
      writingsuggestions="false"
      placeholder=${texts().reply.label}
      aria-describedby="reply-count"
      ?readonly=${this.sending}
      .value=${this.text}
      @input=${this.typed}
      @keydown=${this.keyed}
    ></textarea>`;
  }

  private foot(): TemplateResult {
    const { reply } = texts();
    return html`<div class="reply__foot">
      <p class="muted ${this.text.length < COUNTER_FROM ? 'reply__hint' : ''}" id="reply-count">
        ${this.counter()}
      </p>
      <button
        type="submit"
        class="kern-btn kern-btn--primary"
        data-testid="reply-send"
        ?disabled=${!this.sendable}
      >
        <span class="kern-label">${this.sending ? reply.sending : reply.send}</span>
      </button>
    </div>`;
  }

  private countdown(): TemplateResult {
    return html`<p class="reply__countdown">
      <span class="kern-icon kern-icon--small kern-icon--warning" aria-hidden="true"></span>
      ${texts().reply.countdown(countdown(this.left))}
    </p>`;
  }

  private counter(): string {
    const { reply } = texts();
    const { length } = this.text;
    if (length > LONGEST) return reply.tooLong(length - LONGEST);
    return length < COUNTER_FROM ? reply.hint : reply.counter(LONGEST - length);
  }

  private get sendable(): boolean {
    return !this.sending && this.text.trim() !== '' && this.text.length <= LONGEST;
  }

  private typed(): void {
    this.text = this.area!.value;
    keepDraft(this.enquiryId, this.text);
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.submit(event);
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.sendable) return;
    this.sending = true;
    this.error = undefined;
    try {
      this.sent(await this.outgoing.send(this.api, this.enquiryId, this.text));
    } catch (error) {
      this.error = error;
      if (isGone(error)) this.tell('gone');
    } finally {
      this.sending = false;
    }
    this.area?.focus();
  }

  private sent(message: Message): void {
    this.text = '';
    keepDraft(this.enquiryId, '');
    this.tell('sent', message);
  }
}
