/** Signing keys that cannot be used; the message says which, why, and what to do. */
export class SigningKeysError extends Error {
  override readonly name = 'SigningKeysError';
}
