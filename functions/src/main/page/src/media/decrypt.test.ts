import { expect, it } from 'vitest';
import { decrypt } from './decrypt';

const context = 'ENQUIRY#7f3a MESSAGE#ä';

async function seal(text: string) {
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
  const { sealed, key } = await seal('Schlagloch');

  const opened = await decrypt(sealed, key, context);

  expect(new TextDecoder().decode(opened)).toBe('Schlagloch');
});

it('does not open in another place', async () => {
  const { sealed, key } = await seal('Schlagloch');

  await expect(decrypt(sealed, key, 'ENQUIRY#other')).rejects.toThrow();
});

it('does not open with another key', async () => {
  const { sealed } = await seal('Schlagloch');
  const { key } = await seal('anderes');

  await expect(decrypt(sealed, key, context)).rejects.toThrow();
});

it('does not open when a single bit has changed', async () => {
  const { sealed, key } = await seal('Schlagloch');
  new Uint8Array(sealed)[15]! ^= 1;

  await expect(decrypt(sealed, key, context)).rejects.toThrow();
});

it('does not open half a file', async () => {
  const { sealed, key } = await seal('Schlagloch');

  await expect(decrypt(sealed.slice(0, 8), key, context)).rejects.toThrow();
});
