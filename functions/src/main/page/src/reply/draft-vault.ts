import { begunNotes, keepNote, type BegunNote } from '../colleagues/begun-notes';
import { begun, keepDraft } from './drafts';
import { attemptOf, resume, type Attempt } from './outbox';

/** Whoever comes back later than this begins anew. */
const LONGEST = 3_600_000;

/** Words that were begun, and under which key they may have gone out. */
interface KeptDraft {
  enquiry: string;
  text: string;
  quote?: string | undefined;
  attempt?: Attempt | undefined;
}

interface Kept {
  drafts: KeptDraft[];
  notes: [enquiry: string, note: BegunNote][];
}

interface Sealed {
  key: CryptoKey;
  iv: Uint8Array<ArrayBuffer>;
  content: ArrayBuffer;
}

/**
 * What was begun when the page was locked: ciphertext in memory, under a key that no script can read, until the same person
 * logs in again. Nothing of it is ever stored, so it goes with the tab; files are not kept.
 */
let vault: { sealed: Promise<Sealed>; until: number } | undefined;
let end: ReturnType<typeof setTimeout> | undefined;

/** Says `change` when what was sealed is gone. */
export const draftVault = new EventTarget();

export function isSealed(now = Date.now()): boolean {
  return vault !== undefined && now < vault.until;
}

/** Locks away what this person has begun. The drafts themselves are the caller's to forget. */
export function sealDrafts(person: string, now = Date.now()): void {
  forgetSealed();
  const drafts = begun().flatMap(([enquiry, { text, quote }]): KeptDraft[] =>
    text ? [{ enquiry, text, quote, attempt: attemptOf(enquiry) }] : [],
  );
  const notes = begunNotes().filter(([, { text }]) => text);
  if (!drafts.length && !notes.length) return;
  vault = { sealed: sealed({ drafts, notes }, person), until: now + LONGEST };
  end = setTimeout(forgetSealed, LONGEST);
}

/** Gives back what this very person had begun; to anybody else nothing, and it is gone for good. */
export async function unsealDrafts(person: string): Promise<void> {
  const found = isSealed() ? await vault!.sealed : undefined;
  forgetSealed();
  if (!found) return;
  try {
    const { key, iv, content } = found;
    const plain = await crypto.subtle.decrypt(algorithm(iv, person), key, content);
    const { drafts, notes } = JSON.parse(new TextDecoder().decode(plain)) as Kept;
    notes.forEach(([enquiry, note]) => keepNote(enquiry, note));
    for (const each of drafts) {
      keepDraft(each.enquiry, { text: each.text, quote: each.quote });
      if (each.attempt) resume(each.enquiry, each.attempt);
    }
  } catch {
    // Somebody else has logged in.
  }
}

export function forgetSealed(): void {
  clearTimeout(end);
  if (!vault) return;
  vault = undefined;
  draftVault.dispatchEvent(new Event('change'));
}

async function sealed(kept: Kept, person: string): Promise<Sealed> {
  const plain = new TextEncoder().encode(JSON.stringify(kept));
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const content = await crypto.subtle.encrypt(algorithm(iv, person), key, plain);
  plain.fill(0);
  return { key, iv, content };
}

function algorithm(iv: Uint8Array<ArrayBuffer>, person: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(person) };
}
