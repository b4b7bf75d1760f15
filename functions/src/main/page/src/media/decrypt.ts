const IV_LENGTH = 12;

/** Opens a stored file: 12 bytes IV, ciphertext, tag. It opens only with its key and in its place. */
export async function decrypt(
  sealed: ArrayBuffer,
  key: string,
  context: string,
): Promise<ArrayBuffer> {
  const opener = await crypto.subtle.importKey('raw', bytes(key), 'AES-GCM', false, ['decrypt']);
  const parameters = {
    name: 'AES-GCM',
    iv: sealed.slice(0, IV_LENGTH),
    additionalData: new TextEncoder().encode(context),
  };
  return crypto.subtle.decrypt(parameters, opener, new Uint8Array(sealed, IV_LENGTH));
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
