import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../model';
import { texts } from '../texts';

/** What was set on a message: the citizen's sign, and beside it the mayor's own. */
export function signs({ reaction, townReaction }: Message): TemplateResult | typeof nothing {
  const { reactions } = texts();
  if (!reaction && !townReaction) return nothing;
  return html`<span class="signs">
    ${reaction ? sign(reaction, reactions.citizen(reaction), '') : nothing}
    ${townReaction ? sign(townReaction, reactions.own(townReaction), 'sign--own') : nothing}
  </span>`;
}

function sign(emoji: string, label: string, whose: string): TemplateResult {
  return html`<span class="sign ${whose}" role="img" title=${label} aria-label=${label}
    >${emoji}</span
  >`;
}
