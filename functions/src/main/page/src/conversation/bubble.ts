import { html, nothing, type TemplateResult } from 'lit';
import { isMe, nameOfPerson, whose } from '../colleagues/colleagues';
import type { Delivery, Message } from '../generated/api';
import { texts } from '../texts';
import { clock } from '../time';
import '../translate/translated-words';
import { content } from './content';
import { context, type Find, type Show } from './context';

/** What a bubble can ask of the conversation around it. */
export interface Around {
  renew: () => Promise<void>;
  find: Find;
  show: Show;
  /** Whether there are older messages than those that can be found. */
  more: boolean;
}

/** One message of the conversation, with its time and, of ours, what became of it. */
export function bubble(message: Message, { renew, ...around }: Around): TemplateResult {
  const { conversation } = texts();
  const ours = message.direction === 'out';
  return html`<div class="bubble bubble--${ours ? 'out' : 'in'}">
    <span class="kern-sr-only">${whose(message)}:</span>
    ${context(message, around)} ${content(message, renew)} ${ours ? nothing : translated(message)}
    <p class="bubble__foot">
      ${reactions(message)} ${message.edited ? html`<span>${conversation.edited}</span>` : nothing}
      ${author(message)}
      <time datetime=${message.at}>${clock(message.at)}</time>
      ${message.delivery ? fate(message.delivery) : nothing}
    </p>
    ${message.delivery?.state === 'failed' ? reason(message.delivery) : nothing}
  </div>`;
}

/** Whose answer it is, if it is a colleague's. */
function author({ author }: Message): TemplateResult | typeof nothing {
  if (!author || isMe(author)) return nothing;
  return html`<bdi class="bubble__author" aria-hidden="true">${nameOfPerson(author)}</bdi>`;
}

function translated(message: Message): TemplateResult | typeof nothing {
  if (!('text' in message) || !message.text) return nothing;
  return html`<translated-words .text=${message.text}></translated-words>`;
}

/** What was set on a message: the citizen's emoji, and beside it the mayor's own. */
function reactions({ reaction, townReaction }: Message): TemplateResult | typeof nothing {
  const { reactions: words } = texts();
  if (!reaction && !townReaction) return nothing;
  return html`<span class="signs">
    ${reaction ? emoji(reaction, words.citizen(reaction), '') : nothing}
    ${townReaction ? emoji(townReaction, words.own(townReaction), 'sign--own') : nothing}
  </span>`;
}

function emoji(sign: string, label: string, whose: string): TemplateResult {
  return html`<span class="sign ${whose}" role="img" title=${label} aria-label=${label}
    >${sign}</span
  >`;
}

function fate(delivery: Delivery): TemplateResult {
  const ticks = { sent: '✓', delivered: '✓✓', read: '✓✓' } as Partial<Record<string, string>>;
  const { state } = delivery;
  return html`<span class="fate fate--${state}">
    <span aria-hidden="true">${ticks[state] ?? ''}</span> ${texts().delivery[state] ?? state}
  </span>`;
}

function reason(delivery: Delivery): TemplateResult {
  return html`<p class="bubble__reason">
    <span class="kern-icon kern-icon--small kern-icon--danger" aria-hidden="true"></span>
    <span>${failure(delivery)}</span>
  </p>`;
}

/** Why an answer failed, as a sentence; a code that is no known reason is named for whoever has to ask Meta. */
export function failure({ reason = 'other', code }: Delivery): string {
  const { failures, failureCode } = texts();
  const sentence = failures[reason];
  return reason === 'other' && code !== undefined ? `${sentence} ${failureCode(code)}` : sentence;
}
