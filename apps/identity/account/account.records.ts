import { type Language } from '#libs/localization/language.js';
import { type Role } from '#libs/security/acting-party.js';

/** `invited`: has no password yet, or is to set a new one. */
export const ACCOUNT_STATES = ['invited', 'active', 'disabled'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** What sign-in needs to know of an account. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly state: AccountState;
  readonly passwordHash: string | null;
  /** Names of the account and its organisation, which no password may consist of. */
  readonly names: readonly string[];
}

/** An account with its role in one operation. */
export interface AccountInOperation {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly language: Language;
  readonly organisation: string;
  readonly state: AccountState;
  readonly role: Role;
  readonly unit: string | null;
  readonly country: string | null;
  /** RFC 3339; null where no invitation is open. */
  readonly invitedUntil: string | null;
}

/** A role of an account. */
export interface RoleInOperation {
  readonly operation: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly country: string | null;
}

/** An account and its role in one operation, as an approval builds on them. */
export interface AccountWithRole {
  readonly name: string;
  readonly organisation: string;
  readonly state: AccountState;
  /** Somebody has accepted an invitation to it at some time. */
  readonly hasPassword: boolean;
  readonly role: Role;
  readonly unit: string | null;
  readonly country: string | null;
}

/** A new account. */
export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly language: Language;
  readonly organisation: string;
}

/** Who changes what, when. */
export interface Change {
  readonly at: string;
  /** As `nameOfParty` writes it. */
  readonly by: string;
}

/** Letters, digits, dot, underscore, hyphen: what the name of an acting party may hold. */
const NAME = /^[\p{L}\p{N}._-]{1,60}$/u;

/** As programs are named where they act: see `SessionReader.ofApiKey`. */
const OF_PROGRAM = /^key-/;

/** Letters of several of these in one name would let it look like another name. */
const SCRIPTS = [
  /^[\p{scx=Latin}]+$/u,
  /^[\p{scx=Cyrillic}]+$/u,
  /^[\p{scx=Greek}]+$/u,
  /^[\p{scx=Armenian}]+$/u,
  /^[\p{scx=Georgian}]+$/u,
  /^[\p{scx=Arabic}]+$/u,
  /^[\p{scx=Hebrew}]+$/u,
  /^[\p{scx=Devanagari}]+$/u,
  /^[\p{scx=Thai}]+$/u,
  /^[\p{scx=Mongolian}]+$/u,
  /^[\p{scx=Hangul}]+$/u,
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+$/u,
];

/** Whether an account can be named so: in letters of one script, none of which only looks different, and like no program. */
export function isAccountName(name: string): boolean {
  const canonical = canonicalName(name);
  const letters = canonical.replace(/[^\p{L}]/gu, '');
  return (
    NAME.test(canonical) &&
    canonical.normalize('NFKC') === canonical &&
    !OF_PROGRAM.test(canonical) &&
    (letters === '' || SCRIPTS.some((script) => script.test(letters)))
  );
}

/** Account names are told apart without regard to case and composition. */
export const canonicalName = (name: string): string => name.normalize('NFC').toLowerCase();
