import { html, nothing, type TemplateResult } from 'lit';
import type { Person } from '../generated/api';
import { texts } from '../texts';
import { nameOfPerson } from './colleagues';

/** A colleague who has the same enquiry open. */
export type Present = Person & { doing: 'reading' | 'writing' };

/** What the server says beside an answer: base64url, for a header holds no name as it is written. */
export function present(header: string | null): Present[] {
  if (!header) return [];
  const base64 = header.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Present[];
}

/** Who reads and who writes, in a line that is read out when it changes. */
export function presence(others: Present[]): TemplateResult {
  const { colleagues } = texts();
  const words = others.map((each) => colleagues[each.doing](nameOfPerson(each)));
  return html`<p class="presence" role="status" data-testid="presence">
    ${
      words.length
        ? html`<span class="kern-icon kern-icon--small kern-icon--info" aria-hidden="true"></span>
            <span>${words.join(' · ')}</span>`
        : nothing
    }
  </p>`;
}

export function writers(others: Present[]): string[] {
  return others.filter((each) => each.doing === 'writing').map(nameOfPerson);
}
