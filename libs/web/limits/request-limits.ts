/** What a sender may take of a server before it has said its request, and how long it may take. */
export const REQUEST_LIMITS = Object.freeze({
  /** Milliseconds for all headers. */
  headersTimeout: 10_000,
  /** Milliseconds for the whole request, its body included. */
  requestTimeout: 30_000,
  /** Milliseconds between two looks at who is too slow: the two limits above are held to that much. */
  checkEvery: 1000,
  /** Headers of a request; the bytes of all of them, the address included, are limited to 16 KiB by Node itself. */
  headers: 100,
});

export type RequestLimits = { readonly [name in keyof typeof REQUEST_LIMITS]: number };
