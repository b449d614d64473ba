import { generateSecret, generateSync, generateURI, verifySync } from 'otplib';

/** RFC 6238 with what every authenticator app knows: SHA-1, six digits, steps of 30 seconds. */
const STEP_SECONDS = 30;
const CODE = /^\d{6}$/;
const ISSUER = 'Caravanserai';

/** A new secret: 160 random bits in Base32, as a person types it into an app. */
export function makeTotpSecret(): string {
  return generateSecret();
}

/** Address that an authenticator app takes, also as a QR code. */
export function totpUri(accountName: string, secret: string): string {
  return generateURI({ issuer: ISSUER, label: accountName, secret });
}

/** The code that an authenticator shows at that second since 1970. */
export function totpCodeAt(secret: string, second: number): string {
  return generateSync({ secret, epoch: Math.floor(second) });
}

/** What a code is held against. */
export interface TotpCheck {
  readonly secret: string;
  /** RFC 3339. */
  readonly at: string;
  /** The step of the last code that was taken: it and all before it are used up. */
  readonly lastStep?: number;
}

/**
 * The time step of a right code; undefined when it is wrong, more than one step away, or used up. The caller keeps the
 * step, so that the code is taken once.
 */
export function totpStepOf(code: string, { secret, at, lastStep }: TotpCheck): number | undefined {
  const digits = code.replaceAll(' ', '');
  if (!CODE.test(digits)) return undefined;
  const epoch = Math.floor(Date.parse(at) / 1000);
  const found = verifySync({ secret, token: digits, epoch, epochTolerance: STEP_SECONDS });
  if (!found.valid) return undefined;
  const step = Math.floor(epoch / STEP_SECONDS) + found.delta;
  return lastStep !== undefined && step <= lastStep ? undefined : step;
}
