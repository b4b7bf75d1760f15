import { expect, it } from 'vitest';
import { decrypt, seal } from './cipher';

const context = 'ENQUIRY#7f3a MESSAGE#ä';

/** Sealed as the server does it, by other code than the page's own. */
async function sealedElsewhere(text: string) {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const additionalData = new TextEncoder().encode(context);
  const plain = new TextEncoder().encode(text);
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  const sealed = new Uint8Array([...iv, ...new Uint8Array(body)]).buffer;
  return { sealed, key: btoa(String.fromCharCode(...raw)) };
}

it('opens what was sealed', async () => {
  const { sealed, key } = await sealedElsewhere('Schlagloch');

  const opened = await decrypt(sealed, key, context);

  expect(new TextDecoder().decode(opened)).toBe('Schlagloch');
});

it('does not open in another place', async () => {
  const { sealed, key } = await sealedElsewhere('Schlagloch');

  await expect(decrypt(sealed, key, 'ENQUIRY#other')).rejects.toThrow();
});

it('does not open with another key', async () => {
  const { sealed } = await sealedElsewhere('Schlagloch');
  const { key } = await sealedElsewhere('anderes');

  await expect(decrypt(sealed, key, context)).rejects.toThrow();
});

it('does not open when a single bit has changed', async () => {
  const { sealed, key } = await sealedElsewhere('Schlagloch');
  new Uint8Array(sealed)[15]! ^= 1;

  await expect(decrypt(sealed, key, context)).rejects.toThrow();
});

it('does not open half a file', async () => {
  const { sealed, key } = await sealedElsewhere('Schlagloch');

  await expect(decrypt(sealed.slice(0, 8), key, context)).rejects.toThrow();
});

const fixedKey = btoa('k'.repeat(32));
const plain = new TextEncoder().encode('Lageplan').buffer as ArrayBuffer;

it('seals so that it opens with its key and in its place only', async () => {
  const sealed = await (await seal(plain, fixedKey, 'here')).arrayBuffer();

  expect(new TextDecoder().decode(await decrypt(sealed, fixedKey, 'here'))).toBe('Lageplan');
  await expect(decrypt(sealed, fixedKey, 'there')).rejects.toThrow();
  await expect(decrypt(sealed, btoa('x'.repeat(32)), 'here')).rejects.toThrow();
});

it('adds the initial value and the tag, and says nothing about what it is', async () => {
  const sealed = await seal(plain, fixedKey, 'here');

  expect(sealed.size).toBe(plain.byteLength + 12 + 16);
  expect(sealed.type).toBe('application/octet-stream');
});

it('never seals twice in the same way', async () => {
  const [one, other] = await Promise.all([
    seal(plain, fixedKey, 'here'),
    seal(plain, fixedKey, 'here'),
  ]);

  expect(new Uint8Array(await one.arrayBuffer())).not.toEqual(
    new Uint8Array(await other.arrayBuffer()),
  );
});
