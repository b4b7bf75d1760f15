import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { me, whose } from '../colleagues/colleagues';
import type { Message } from '../generated/api';
import { said, type Said } from '../parts';
import { language, texts } from '../texts';
import { clock, dayHead } from '../time';
import { View } from '../view';
import { bubble, type Around } from './bubble';
import '../reactions/message-actions';
import { isWish } from './content';
import { inALine } from './context';
import type { Actions } from '../reactions/message-actions';
import { FollowEnd } from './follow-end';
import { MessageStops } from './message-stops';
import { isRefused } from '../reply/refused';
import './send-again';
import { Stretches, type Stretch } from './stretches';
import { toldBetween, type Told } from './told';

/** All messages, oldest first, under the heads of their days. */
@customElement('message-list')
export class MessageList extends View {
  @property({ attribute: false }) messages: Message[] = [];
  @property({ attribute: false }) renew!: () => Promise<void>;
  /** What can be done with a citizen's message; undefined once WhatsApp takes no more answers. */
  @property({ attribute: false }) actions: Actions | undefined;
  /** Loads older messages; undefined where all are here. */
  @property({ attribute: false }) earlier: (() => Promise<void>) | undefined;
  /** What the town has said by itself. */
  @property({ attribute: false }) told: Told[] = [];
  @state() private unread = 0;
  @state() private loading = false;
  @state() private news: Said = '';
  /** How far the reader is from the end, while older messages come in above. */
  private fromEnd: number | undefined;
  private readonly follow = new FollowEnd(this, '.messages');
  private readonly stops = new MessageStops(this);
  private readonly stretches = new Stretches<Message>();

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('messages');
    const first = before?.[0];
    const grewAbove =
      first && this.messages.some((message, place) => place && message.id === first.id);
    const { scroller } = this.follow;
    if (grewAbove && scroller && !this.follow.atEnd) {
      this.fromEnd = scroller.scrollHeight - scroller.scrollTop;
    }
    if (this.follow.atEnd) this.unread = 0;
    else if (before?.length) this.unread += this.fresh(before);
  }

  /** What the reader looks at stays where it is. */
  override updated(): void {
    const { fromEnd } = this;
    const { scroller } = this.follow;
    if (scroller && fromEnd !== undefined) scroller.scrollTop = scroller.scrollHeight - fromEnd;
    this.fromEnd = undefined;
  }

  protected override render(): TemplateResult {
    const { conversation } = texts();
    return html`<div class="messages" role="region" aria-label=${conversation.messages}>
        <p class="kern-sr-only" role="status">${this.news}</p>
        ${this.earlier ? this.above(this.earlier) : nothing}
        ${this.messages.length ? nothing : html`<p class="empty muted">${conversation.none}</p>`}
        <div class="messages__all" role="list">
          ${repeat(
            this.stretches.of(this.messages),
            ({ key }) => key,
            (stretch) => this.stretch(stretch),
          )}
        </div>
        ${toldBetween(this.told, this.messages.at(-1)?.at, undefined)}
      </div>
      ${this.unread > 0 ? this.below() : nothing}`;
  }

  /** Shows what comes next as it comes, wherever the reader was. */
  toEnd(): void {
    this.follow.toEnd();
  }

  /** Citizens take messages back, too: counting would let those hide the new ones. */
  private fresh(before: Message[]): number {
    const known = new Set(before.map((message) => message.id));
    const first = before[0]!.id;
    return this.messages.filter(({ id }) => id > first && !known.has(id)).length;
  }

  /** One list for whoever hears it; the browser leaves a stretch that is not seen out of its work as a whole. */
  private stretch({ from, items }: Stretch<Message>): TemplateResult {
    return html`<ol class="stretch" role="none">
      ${repeat(
        items,
        (message) => message.id,
        (message, position) => this.drawn(message, this.messages[from + position - 1]),
      )}
    </ol>`;
  }

  /** Drawn anew only when it says something else: of hundreds that are looked at again, hardly one has changed. */
  private drawn(message: Message, before: Message | undefined): unknown {
    const { actions, told, earlier } = this;
    const repeatable = isRefused(message) && actions?.isRepeatable(message);
    const today = new Date().toDateString();
    return guard(
      [message, before, actions, told, !earlier, repeatable, today, me().id, language()],
      () => this.item(message, before),
    );
  }

  private item(message: Message, before: Message | undefined): TemplateResult {
    const day = dayHead(message.at);
    const first = !before || dayHead(before.at) !== day;
    return html`<li
      role="listitem"
      data-testid="message"
      data-id=${message.id}
      data-direction=${message.direction}
      data-kind=${message.kind}
      aria-label=${nameOfMessage(message)}
    >
      ${before || !this.earlier ? toldBetween(this.told, before?.at, message.at) : nothing}
      ${first ? html`<h3 class="day">${day}</h3>` : nothing}
      <div class="message">
        ${bubble(message, this.around)} ${this.actions ? acts(message, this.actions) : nothing}
      </div>
    </li>`;
  }

  private get around(): Around {
    return {
      renew: this.renew,
      find: (id) => this.messages.find((message) => message.id === id),
      more: this.earlier !== undefined,
      show: (id) => this.show(id),
    };
  }

  /** Leads to a message, for the eye and for the keyboard; a mere click on it does not mark it. */
  private show(id: string): void {
    const item = this.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    if (!item) return;
    item.dataset['led'] = '';
    item.addEventListener('blur', () => delete item.dataset['led'], { once: true });
    item.scrollIntoView({ block: 'center' });
    this.stops.focus(item);
  }

  private above(earlier: () => Promise<void>): TemplateResult {
    const { conversation, loading } = texts();
    return html`<button
      type="button"
      class="kern-btn kern-btn--secondary messages__earlier"
      data-testid="earlier"
      ?disabled=${this.loading}
      @click=${() => this.load(earlier)}
    >
      <span class="kern-label">${this.loading ? loading : conversation.earlier}</span>
    </button>`;
  }

  private async load(earlier: () => Promise<void>): Promise<void> {
    const before = this.messages.length;
    this.follow.leaveEnd();
    this.loading = true;
    this.news = '';
    try {
      await earlier();
    } finally {
      this.loading = false;
    }
    await this.updateComplete;
    this.news = said(texts().conversation.earlierLoaded(this.messages.length - before));
    // What had the focus is gone with the last page.
    if (!this.earlier && document.activeElement === document.body) this.stops.focus();
  }

  private below(): TemplateResult {
    return html`<div class="below">
      <button type="button" class="kern-btn kern-btn--primary" @click=${this.toEnd}>
        <span class="kern-icon kern-icon--arrow-down" aria-hidden="true"></span>
        <span class="kern-label">${texts().conversation.newBelow}</span>
      </button>
    </div>`;
  }
}

/** What is said of a message when the keyboard comes to it; its words follow as they are read. */
function nameOfMessage(message: Message): string {
  return `${whose(message)}, ${clock(message.at)}: ${inALine(message)}`;
}

function acts(message: Message, actions: Actions): TemplateResult | typeof nothing {
  if (message.delivery?.again || (isRefused(message) && actions.isRepeatable(message))) {
    return html`<send-again .message=${message} .actions=${actions}></send-again>`;
  }
  if (message.direction === 'out' || isWish(message)) return nothing;
  return html`<message-actions .message=${message} .actions=${actions}></message-actions>`;
}
