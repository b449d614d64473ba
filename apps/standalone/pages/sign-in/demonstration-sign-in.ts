import { type ActingParty } from '#libs/security/acting-party.js';

/** An account to try the product out as. */
export interface DemonstrationEntry extends Pick<ActingParty, 'role' | 'unit' | 'country'> {
  readonly name: string;
}

/** Signing in with one click, where the server runs in development and this machine alone reaches it. */
export interface Demonstration {
  all(): Promise<readonly DemonstrationEntry[]>;
  /** @returns the token of a new session; undefined for any other account */
  signIn(name: string, agent: string): Promise<string | undefined>;
}
