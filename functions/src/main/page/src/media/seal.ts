const IV_LENGTH = 12;

/** Seals a file for its place, as `decrypt` opens it: 12 bytes IV, ciphertext, tag. */
export async function seal(content: ArrayBuffer, key: string, context: string): Promise<Blob> {
  const sealer = await crypto.subtle.importKey('raw', bytes(key), 'AES-GCM', false, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(IV_LENGTH));
  const additionalData = new TextEncoder().encode(context);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    sealer,
    content,
  );
  return new Blob([iv, sealed], { type: 'application/octet-stream' });
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
