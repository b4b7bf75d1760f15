import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Api } from '../api';
import type { Enquiry, Message, Receipt, Summary } from '../model';
import { plainName } from '../names';
import { alert, loader } from '../parts';
import { Poll } from '../poll';
import { Problem, sentence } from '../problem';
import { texts } from '../texts';
import { date, left } from '../time';
import { View } from '../view';
import './message-list';
import type { MessageList } from './message-list';
import './reply-form';
import './resolve-dialog';
import type { ResolveDialog } from './resolve-dialog';

/** One enquiry, kept fresh; says `leave`, `answered` and `resolved` with the receipt. */
@customElement('enquiry-conversation')
export class EnquiryConversation extends View {
  @property({ attribute: false }) api!: Api;
  /** As the list knows it, until the enquiry itself is here. */
  @property({ attribute: false }) summary!: Summary;
  @state() private enquiry: Enquiry | undefined;
  @state() private error: unknown;
  @state() private notice = '';
  @query('resolve-dialog') private dialog!: ResolveDialog;
  @query('message-list') private list!: MessageList | null;
  private readonly poll = new Poll(this, () => this.refresh());
  private readonly renew = () => this.poll.now();

  protected override render(): TemplateResult {
    return html`<section
      class="conversation"
      data-testid="conversation"
      aria-labelledby="conversation-heading"
    >
      ${this.head()} ${this.notice ? alert('warning', this.notice) : nothing}
      ${this.error ? alert('danger', sentence(this.error), { retry: this.again() }) : nothing}
      ${this.enquiry && !this.gone ? this.body(this.enquiry) : nothing}
      ${this.enquiry || this.error ? nothing : loader()}
    </section>`;
  }

  override firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  /** Gone is gone: there is nothing to try again. */
  private get gone(): boolean {
    return this.error instanceof Problem && this.error.name === 'not-found';
  }

  private again(): (() => Promise<void>) | undefined {
    return this.gone ? undefined : this.renew;
  }

  private head(): TemplateResult {
    const { conversation, resolve, unnamed } = texts();
    const citizen = this.gone ? undefined : this.enquiry?.citizen;
    const name = citizen?.name ?? this.summary.name;
    return html`<header class="conversation__head">
      <button
        type="button"
        class="kern-btn kern-btn--tertiary back"
        @click=${() => this.tell('leave')}
      >
        <span class="kern-icon kern-icon--arrow-back" aria-hidden="true"></span>
        <span class="kern-sr-only">${conversation.back}</span>
      </button>
      <div class="conversation__who">
        <h2 class="kern-heading-small" id="conversation-heading" tabindex="-1">
          <bdi>${this.gone ? '' : plainName(name) || unnamed}</bdi>
        </h2>
        ${citizen ? this.facts(this.enquiry!) : nothing}
      </div>
      ${
        citizen
          ? html`<button
              type="button"
              class="kern-btn kern-btn--secondary"
              data-testid="resolve"
              @click=${this.resolve}
            >
              <span class="kern-icon kern-icon--check" aria-hidden="true"></span>
              <span class="kern-label">${resolve.button}</span>
            </button>`
          : nothing
      }
    </header>`;
  }

  private facts(enquiry: Enquiry): TemplateResult {
    const { phone, username } = enquiry.citizen;
    const ways = [phone, username && `@${username.replace(/^@/, '')}`].filter(Boolean);
    return html`<p class="muted conversation__facts">
      ${ways.map((way) => html`<bdi>${way}</bdi>`)}
      <span>${texts().conversation.deletion(date(enquiry.expiresAt))}</span>
    </p>`;
  }

  private body(enquiry: Enquiry): TemplateResult {
    return html`<message-list .messages=${enquiry.messages} .renew=${this.renew}></message-list>
      <reply-form
        .api=${this.api}
        .enquiryId=${enquiry.id}
        .left=${left(enquiry.replyUntil)}
        @sent=${(event: CustomEvent<Message>) => this.add(event.detail)}
      ></reply-form>
      <resolve-dialog
        .api=${this.api}
        @resolved=${(event: CustomEvent<Receipt>) => this.tell('resolved', event.detail)}
        @refused=${(event: CustomEvent<unknown>) => this.refused(event.detail)}
      ></resolve-dialog>`;
  }

  private resolve(): void {
    this.notice = '';
    this.dialog.ask(this.enquiry!);
  }

  private async refresh(): Promise<void> {
    try {
      this.enquiry = await this.api.enquiry(this.summary.id);
      this.error = undefined;
    } catch (error) {
      this.error = error;
      if (this.gone) this.enquiry = undefined;
    }
  }

  private add(message: Message): void {
    const { enquiry } = this;
    if (enquiry && !enquiry.messages.some((each) => each.id === message.id)) {
      this.enquiry = { ...enquiry, messages: [...enquiry.messages, message] };
    }
    this.notice = '';
    this.list?.toEnd();
    this.tell('answered');
    void this.poll.now();
  }

  private refused(error: unknown): void {
    this.notice = sentence(error);
    this.list?.toEnd();
    void this.poll.now();
  }
}
