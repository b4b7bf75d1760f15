import { begun, keepDraft } from './drafts';
import { attemptOf, resume, type Attempt } from './outbox';

/** Whoever comes back later than this begins anew. */
const LONGEST = 3_600_000;

/** Words that were begun, and under which key they may have gone out. */
interface Kept {
  enquiry: string;
  text: string;
  quote?: string | undefined;
  attempt?: Attempt | undefined;
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

export function isSealed(now = Date.now()): boolean {
  return vault !== undefined && now < vault.until;
}

/** Locks away what this person has begun. The drafts themselves are the caller's to forget. */
export function sealDrafts(person: string, now = Date.now()): void {
  const kept = begun().flatMap(([enquiry, { text, quote }]): Kept[] =>
    text ? [{ enquiry, text, quote, attempt: attemptOf(enquiry) }] : [],
  );
  vault = kept.length ? { sealed: sealed(kept, person), until: now + LONGEST } : undefined;
}

/** Gives back what this very person had begun; to anybody else nothing, and it is gone for good. */
export async function unsealDrafts(person: string): Promise<void> {
  const found = isSealed() ? await vault!.sealed : undefined;
  forgetSealed();
  if (!found) return;
  try {
    const { key, iv, content } = found;
    const plain = await crypto.subtle.decrypt(algorithm(iv, person), key, content);
    for (const each of JSON.parse(new TextDecoder().decode(plain)) as Kept[]) {
      keepDraft(each.enquiry, { text: each.text, quote: each.quote });
      if (each.attempt) resume(each.enquiry, each.attempt);
    }
  } catch {
    // Somebody else has logged in.
  }
}

export function forgetSealed(): void {
  vault = undefined;
}

async function sealed(kept: Kept[], person: string): Promise<Sealed> {
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
