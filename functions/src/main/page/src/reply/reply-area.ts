import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Api } from '../api';
import type { Configuration, Enquiry, Message, Template, TemplateState } from '../generated/api';
import { alert, said, type Said } from '../parts';
import { texts } from '../texts';
import { View } from '../view';
import { draft, isBegun } from './drafts';
import './reply-form';
import { isRefused } from './refused';
import type { ReplyForm } from './reply-form';
import './template-offer';

/** In the last hour of the 24, and afterwards, templates are offered. */
const SOON = 3_600_000;

type Stopped = Exclude<TemplateState['state'], 'approved'>;

const isStopped = (state: TemplateState['state']): state is Stopped => state !== 'approved';

/** Below a conversation: the field, as long as WhatsApp takes free answers, and templates. Says what they say. */
@customElement('reply-area')
export class ReplyArea extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) town!: Configuration;
  @property({ attribute: false }) enquiry!: Enquiry;
  /** Milliseconds until WhatsApp takes no more free answers. */
  @property({ attribute: false }) left = 0;
  @state() private news: Said = '';
  @query('reply-form') private form!: ReplyForm | null;

  quote(message: Message): void {
    void this.form?.quote(message);
  }

  attach(files: readonly File[]): void {
    void this.form?.attach(files);
  }

  protected override render(): TemplateResult {
    const { left } = this;
    if (this.enquiry.senderUnknown) return unanswerable();
    return html`<section class="reply" aria-label=${texts().reply.heading} tabindex="-1">
      <p class="kern-sr-only" role="status">${this.news}</p>
      ${left ? this.field() : this.closed()} ${left <= SOON ? this.offer() : nothing}
    </section>`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    const closedNow = changed.get('left') && !this.left;
    // What had the focus is gone with the field.
    if (closedNow && document.activeElement === document.body) {
      this.querySelector<HTMLElement>('.reply')?.focus();
    }
  }

  private field(): TemplateResult {
    return html`<reply-form
      .api=${this.api}
      .town=${this.town}
      .enquiry=${this.enquiry}
      .left=${this.left}
      @typing=${this.typing}
      @sent=${(event: CustomEvent<Message>) => this.sent(event.detail)}
      @finish=${(event: CustomEvent) => this.tell('finish', event.detail)}
      @gone=${() => this.tell('gone')}
    ></reply-form>`;
  }

  /** What can still be done once the 24 hours are over. */
  private closed(): TemplateResult {
    const { reply } = texts();
    const { id, citizen } = this.enquiry;
    const refused = this.enquiry.templates?.map((each) => each.state).find(isStopped);
    const without = refused ? reply.closedRefused(refused) : reply.closedWhy(citizen.phone);
    const more = this.templates.length ? reply.closedTemplates : without;
    return html`${alert('info', reply.closed, { more })}
    ${isBegun(draft(id)) ? html`<p class="reply__kept">${reply.kept}</p>` : nothing}`;
  }

  private offer(): TemplateResult | typeof nothing {
    if (!this.templates.length) return nothing;
    return html`<template-offer
      .api=${this.api}
      .enquiry=${this.enquiry}
      .templates=${this.templates}
      .why=${this.left ? texts().templates.why : ''}
      @sent=${(event: CustomEvent<Message>) => this.sent(event.detail)}
    ></template-offer>`;
  }

  /** Those that WhatsApp takes now; all of them as long as nobody has asked it. */
  private get templates() {
    const { templates } = this.enquiry;
    const isApproved = ({ name, language }: Template) =>
      templates?.some(
        (each) => each.name === name && each.language === language && each.state === 'approved',
      ) ?? true;
    return this.town.templates.filter(isApproved);
  }

  private readonly typing = () => {
    // Or the next "sent" would be no news.
    this.news = '';
    this.tell('typing');
  };

  private sent(message: Message): void {
    // What was refused is an alert.
    this.news = isRefused(message) ? '' : said(texts().reply.sent);
    this.tell('sent', message);
  }
}

/** Neither words nor templates reach somebody whom WhatsApp does not name. */
function unanswerable(): TemplateResult {
  const { reply } = texts();
  return html`<section class="reply" aria-label=${reply.heading}>
    ${alert('info', reply.nobody, { more: reply.nobodyWhy })}
  </section>`;
}
