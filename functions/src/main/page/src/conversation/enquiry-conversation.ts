import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Api, Known } from '../api';
import { begunNote, isNoteUnsaved } from '../colleagues/begun-notes';
import { colleagues, hasColleagues, meet } from '../colleagues/colleagues';
import { Doing } from '../colleagues/doing';
import '../colleagues/enquiry-note';
import '../colleagues/hand-over';
import { presence, type Present } from '../colleagues/presence';
import type { Configuration, Delivery, Enquiry, Message, Receipt, Summary } from '../generated/api';
import { Listening } from '../listening';
import { MediaQuery } from '../media-query';
import { alert, loader } from '../parts';
import { Poll } from '../poll';
import { isGone, isOffline, sentence } from '../problem';
import { draft, forgetEnquiry, isBegun } from '../reply/drafts';
import '../record/record-dialog';
import type { RecordDialog } from '../record/record-dialog';
import { texts } from '../texts';
import { View } from '../view';
import { isTaken } from './answered';
import { failure } from './bubble';
import './conversation-body';
import type { ConversationBody } from './conversation-body';
import { gone, type Gone } from './gone';
import { head, thumbBar } from './head';
import { linked } from './linked';
import { extended, refreshed } from './pages';
import './postpone-menu';
import './resolve-dialog';
import type { ResolveDialog } from './resolve-dialog';

/** Delivery and files of old messages change without a change of the enquiry: once a minute they are looked at too. */
const WHOLLY_EVERY = 12;

/** The address of a file lives for a minute; asked for again within this time, the one from before is still good. */
const ADDRESS_HOLDS = 30_000;

/** Sends the begun answer, and returns it as it was stored. */
type Send = () => Promise<Message | undefined>;

/**
 * One enquiry, kept fresh; says `leave`, `open` with another, `answered`, `postponed`, `gone`,
 * and `resolved` with the receipt.
 */
@customElement('enquiry-conversation')
export class EnquiryConversation extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) town!: Configuration;
  /** As the list knows it, until the enquiry itself is here. */
  @property({ attribute: false }) summary!: Summary;
  @state() private enquiry: Enquiry | undefined;
  @state() private error: unknown;
  @state() private notice = '';
  @state() private postponing = false;
  /** What became of an answer that had been on its way. */
  @state() private lost: Delivery | undefined;
  /** The enquiry is no more; had an answer or a note been begun? */
  @state() private gone: Gone | undefined;
  /** Who else has it open. */
  @state() private present: Present[] = [];
  private readonly doing = new Doing();
  /** With the first colleague there is more to show. */
  readonly met = new Listening(this, colleagues, () => this.requestUpdate());
  @query('resolve-dialog') private dialog!: ResolveDialog | null;
  @query('conversation-body') private talk!: ConversationBody | null;
  private readonly poll = new Poll(this, () => this.refresh());
  /** Where a thumb would not reach up to the head. */
  private readonly thumb = new MediaQuery(this, '(max-width: 767px) and (min-height: 600px)');
  private readonly known: Known = new Map();
  private readonly pages = {
    enquiry: (id: string, before?: string) =>
      before
        ? this.api.enquiry(id, before, this.known)
        : this.api.look(id, this.doing.at(), this.known, (others) => this.meet(others)),
  };
  private looks = 0;
  /** With addresses that hold for a while, though nothing has changed; once for all files that ask at the same time. */
  private readonly renew = () => {
    const now = Date.now();
    this.looks = 0;
    if (now - this.renewed > ADDRESS_HOLDS) {
      this.renewed = now;
      this.known.clear();
    }
    return this.poll.now();
  };
  private renewed = 0;
  /** Whether the reader has asked for older messages. */
  private further = false;
  private readonly earlier = () => {
    this.further = true;
    return this.poll.now();
  };
  private readonly leave = () => this.tell('leave');
  private readonly record = () => void this.querySelector<RecordDialog>('record-dialog')?.show();

  protected override render(): TemplateResult {
    if (this.gone) return gone(this.gone, this.leave);
    const { enquiry } = this;
    const resolve = enquiry && (() => this.resolve());
    const postpone = enquiry && this.postpone(enquiry);
    const actions = { leave: this.leave, resolve, postpone };
    const below = this.thumb.matches;
    return html`<section
      class="conversation"
      data-testid="conversation"
      aria-labelledby="conversation-heading"
    >
      ${head(this.summary, enquiry && { enquiry, record: this.record }, below ? undefined : actions)}
      ${this.colleagues()}
      ${enquiry ? linked(enquiry.linked, (other) => this.tell<Summary>('open', other)) : nothing}
      ${enquiry?.urgent ? alert('danger', texts().conversation.emergency) : nothing}
      ${this.notice ? alert('warning', this.notice) : nothing}
      ${
        this.lost
          ? alert('danger', texts().conversation.refused, { more: failure(this.lost) })
          : nothing
      }
      ${
        this.error && !isOffline(this.error)
          ? alert('danger', sentence(this.error), { retry: this.renew })
          : nothing
      }
      ${enquiry ? this.body(enquiry) : nothing} ${enquiry || this.error ? nothing : loader()}
      ${below ? thumbBar(actions) : nothing}
    </section>`;
  }

  override firstUpdated(): void {
    this.focusHead();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Of what has been erased from here nobody can be gone.
    if (this.enquiry && !this.dialog?.asked) this.api.left(this.summary.id).catch(() => undefined);
  }

  private meet(others: Present[]): void {
    this.present = others;
    meet(others);
  }

  /** Who else is here: its place stands empty before, or the first name would not be read out. */
  private colleagues(): TemplateResult {
    const { enquiry, present } = this;
    const shared = enquiry && (present.length > 0 || isShared(enquiry));
    return html`<div class=${shared ? 'colleagues' : nothing}>
      ${presence(present)} ${shared ? this.together(enquiry) : nothing}
    </div>`;
  }

  /** Whom it is for, and what colleagues have noted. */
  private together(enquiry: Enquiry): TemplateResult {
    const look = () => {
      void this.poll.now();
      this.tell('answered');
    };
    return html`<hand-over .api=${this.api} .enquiry=${enquiry} @assigned=${look}></hand-over>
      <enquiry-note .api=${this.api} .enquiry=${enquiry} @noted=${look}></enquiry-note>`;
  }

  /** Colleagues see it within their next look, not ours. */
  private readonly types = () => {
    if (this.doing.types()) void this.poll.now();
  };

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('gone') && this.gone) this.focusHead();
  }

  private focusHead(): void {
    this.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  private body(enquiry: Enquiry): TemplateResult {
    return html`<conversation-body
        .api=${this.api}
        .town=${this.town}
        .enquiry=${enquiry}
        .renew=${this.renew}
        @typing=${this.types}
        @sent=${(event: CustomEvent<Message>) => this.add(event.detail)}
        @finish=${(event: CustomEvent<Send>) => this.finish(event.detail)}
        @gone=${this.renew}
        .earlier=${this.earlier}
      ></conversation-body>
      <resolve-dialog
        .api=${this.api}
        .current=${enquiry}
        .present=${this.present}
        @resolved=${(event: CustomEvent<Receipt>) => this.tell('resolved', event.detail)}
        @refused=${(event: CustomEvent<unknown>) => this.refused(event.detail)}
        @record=${this.record}
      ></resolve-dialog>
      <record-dialog
        .enquiry=${enquiry}
        .town=${this.town.town}
        .renew=${this.renew}
        .earlier=${this.earlier}
      ></record-dialog>`;
  }

  /** Open or not, it stays so where a turned tablet puts it elsewhere. */
  private postpone(enquiry: Enquiry): TemplateResult {
    return html`<postpone-menu
      .api=${this.api}
      .enquiry=${enquiry}
      .open=${this.postponing}
      @opened=${(event: CustomEvent<boolean>) => (this.postponing = event.detail)}
      @postponed=${(event: CustomEvent<string | undefined>) => this.postponed(event.detail)}
    ></postpone-menu>`;
  }

  /** Put off, there is nothing more to do here; back, there may be. */
  private postponed(until: string | undefined): void {
    this.postponing = false;
    this.tell('postponed', until);
    if (until) this.leave();
    else void this.poll.now();
  }

  private resolve(): void {
    this.notice = '';
    void this.dialog?.ask(this.enquiry!);
  }

  /** The answer goes out first; only if WhatsApp has taken it and the citizen has said nothing else, the rest follows. */
  private finish(send: Send): void {
    this.notice = '';
    const seen = this.enquiry!;
    void this.dialog?.ask(seen, async () => {
      // Up to what was seen: whatever came since, be it that this answer was refused, the server asks about first.
      return isTaken(await send()) ? seen.revision : undefined;
    });
  }

  private async refresh(): Promise<void> {
    if (this.gone || this.dialog?.erasing) return;
    try {
      const wholly = this.looks++ % WHOLLY_EVERY === 0;
      const before = this.enquiry;
      const now = await refreshed(this.pages, this.summary.id, before, wholly);
      this.enquiry = this.further ? await extended(this.pages, now) : now;
      if (before) this.lost = newlyRefused(before, this.enquiry) ?? this.lost;
      this.further = false;
      this.error = undefined;
    } catch (error) {
      // It vanishes because it is being erased from here: the receipt will say so.
      if (this.dialog?.erasing) return;
      if (isGone(error)) await this.ended();
      else this.error = error;
    }
  }

  /** Over: erased from here with the answer lost on the way, or by the citizen, or by the clock. */
  private async ended(): Promise<void> {
    const asked = this.dialog?.asked;
    const receipt = await this.lostReceipt();
    if (receipt && asked) {
      this.tell('resolved', receipt);
      return;
    }
    const { id } = this.summary;
    const unsaved = this.enquiry !== undefined && isNoteUnsaved(this.enquiry);
    this.gone = { unsent: isBegun(draft(id)), unsaved, by: receipt?.resolvedBy };
    forgetEnquiry(id);
    this.enquiry = undefined;
    this.tell('gone');
  }

  private async lostReceipt(): Promise<Receipt | undefined> {
    try {
      return await this.api.resolve(this.summary.id);
    } catch {
      return undefined;
    }
  }

  private add(message: Message): void {
    const { enquiry } = this;
    if (enquiry && !enquiry.messages.some((each) => each.id === message.id)) {
      this.enquiry = { ...enquiry, messages: [...enquiry.messages, message] };
    }
    this.notice = '';
    this.lost = undefined;
    this.doing.stops();
    this.talk?.toEnd();
    this.tell('answered');
    void this.poll.now();
  }

  private refused(error: unknown): void {
    if (isGone(error)) {
      void this.ended();
      return;
    }
    this.notice = sentence(error);
    this.talk?.toEnd();
    void this.poll.now();
  }
}

/** Whether there is anybody to share it with, or anything that was shared. */
function isShared({ id, note, assigned }: Enquiry): boolean {
  return hasColleagues() || Boolean(note?.text ?? assigned ?? begunNote(id));
}

/** An answer that was refused between two looks: WhatsApp may take minutes to say so. */
function newlyRefused(before: Enquiry, now: Enquiry): Delivery | undefined {
  const known = new Map(before.messages.map((each) => [each.id, each.delivery?.state]));
  return now.messages.find(
    ({ id, delivery }) =>
      delivery?.state === 'failed' && known.has(id) && known.get(id) !== 'failed',
  )?.delivery;
}
