import { html, nothing, type TemplateResult } from 'lit';
import type { Enquiry } from '../generated/api';
import { texts } from '../texts';
import { clock } from '../time';

export type Told = Enquiry['told'][number];

/** What the town said by itself after `from` and before `to`, so that the mayor knows what the citizen has read. */
export function toldBetween(
  told: Told[],
  from: string | undefined,
  to: string | undefined,
): TemplateResult | typeof nothing {
  const lines = told
    .filter(({ at }) => (!from || !isBefore(at, from)) && (!to || isBefore(at, to)))
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return lines.length ? html`${lines.map(line)}` : nothing;
}

function isBefore(time: string, other: string): boolean {
  return Date.parse(time) < Date.parse(other);
}

function line({ text, at }: Told): TemplateResult {
  const { conversation } = texts();
  return html`<p class="told muted" data-testid="told">
    ${conversation.told} <strong>${conversation.toldTexts[text]}</strong>,
    <time datetime=${at}>${clock(at)}</time>
  </p>`;
}
