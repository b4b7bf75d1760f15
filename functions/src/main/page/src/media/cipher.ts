const ALGORITHM = 'AES-GCM';
const IV_LENGTH = 12;

/** Seals a file for its place, as `decrypt` opens it: 12 bytes IV, ciphertext, tag. */
export async function seal(content: ArrayBuffer, key: string, context: string): Promise<Blob> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_LENGTH));
  const sealer = await imported(key, 'encrypt');
  const sealed = await crypto.subtle.encrypt(parameters(iv, context), sealer, content);
  return new Blob([iv, sealed], { type: 'application/octet-stream' });
}

/** Opens a sealed file. It opens only with its key and in its place. */
export async function decrypt(
  sealed: ArrayBuffer,
  key: string,
  context: string,
): Promise<ArrayBuffer> {
  const iv = sealed.slice(0, IV_LENGTH);
  const opener = await imported(key, 'decrypt');
  return crypto.subtle.decrypt(parameters(iv, context), opener, new Uint8Array(sealed, IV_LENGTH));
}

function imported(base64: string, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, ALGORITHM, false, [usage]);
}

function parameters(iv: BufferSource, context: string): AesGcmParams {
  return { name: ALGORITHM, iv, additionalData: new TextEncoder().encode(context) };
}
