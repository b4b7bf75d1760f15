import { html, nothing, type TemplateResult } from 'lit';
import type { Configuration } from './generated/api';
import { texts } from './texts';

/** Where the accessibility statement stands; nobody has to log in for it. */
export const STATEMENT = '#barrierefreiheit';

/** What every page of a town leads to; in a window of their own where something would be lost in this one. */
export function legalLinks(town: Configuration | undefined, apart: boolean): TemplateResult {
  const { legal } = texts();
  return html`<nav class="legal" aria-label=${legal.heading}>
    ${link(statement(), legal.accessibility, apart)}
    ${link(town?.privacy_notice, legal.privacy, true)} ${link(town?.imprint, legal.imprint, true)}
    ${link(town?.feedback, legal.feedback, true)}
  </nav>`;
}

/** Whole, for what begins with a mark is taken for a link within what is shown. */
function statement(): string {
  return `${location.origin}/${STATEMENT}`;
}

/** Addresses come from the town's settings, and nevertheless nothing but these kinds of them is followed. */
function link(
  address: string | undefined,
  words: string,
  apart: boolean,
): TemplateResult | typeof nothing {
  if (!address || !/^(https?:\/\/|mailto:)/.test(address)) return nothing;
  return html`<a
    href=${address}
    target=${apart && !address.startsWith('mailto:') ? '_blank' : nothing}
    rel="noopener noreferrer"
    >${words}</a
  >`;
}
