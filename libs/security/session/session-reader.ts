import { type ActingParty, type Role } from '../acting-party.js';
import { readApiKey } from '../tokens/api-key.js';
import { hashToken } from '../tokens/token.js';

/** What is asked of the database: one statement at a time. A TypeORM data source is one. */
export interface SqlReader {
  query<T>(sql: string, values: unknown[]): Promise<T>;
}

/** The account behind a session. */
export interface SignedInAccount {
  readonly sessionId: string;
  readonly accountId: string;
  readonly person: string;
  readonly language: 'en' | 'ru';
}

/** Whom a session or a key stands for. */
export interface Found {
  /** Absent for a program. */
  readonly account?: SignedInAccount;
  /** Absent outside of operations, and where the account has no role in the operation. */
  readonly party?: ActingParty;
  /** The only actions that a program may do; absent for people. */
  readonly scopes?: readonly string[];
  /** The one role of a program; those of people are asked for with `rolesOf`. */
  readonly ownRole?: RoleInOperation;
}

/** Whom somebody stands for in one operation. */
export interface RoleInOperation {
  readonly operation: string;
  readonly party: ActingParty;
}

interface RoleRow {
  readonly role: Role | null;
  readonly unit: string | null;
  readonly country: string | null;
}

interface SessionRow extends RoleRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly person: string;
  readonly language: 'en' | 'ru';
}

interface KeyRow {
  readonly key_id: string;
  readonly operation: string;
  readonly unit: string;
  readonly scopes: string[];
}

/** SQLSTATE of a schema that is not there. */
const NO_SCHEMA = '3F000';
/** SQLSTATEs of a function or a table that is missing in a schema that is there. */
const BROKEN = new Set(['42883', '42P01']);

/**
 * Finds out who sends a request, by one statement against the platform schema `session`. Nothing is remembered: the end of
 * a session, a disabled account and another role take effect with the next request.
 */
export class SessionReader {
  /** @param onBroken told when functions or tables of sessions are missing: nobody can sign in, and not for their fault */
  constructor(
    private readonly database: SqlReader,
    private readonly onBroken: (error: unknown) => void,
  ) {}

  /**
   * @param operation undefined for addresses outside of operations: no role counts
   * @param at RFC 3339, by the machine's clock: never by one that the sender sets
   * @returns undefined when the session has ended, is too old, was idle too long, or never was
   */
  async ofToken(token: string, operation: string | undefined, at: string): Promise<Found | undefined> {
    const sql = 'select * from session.of_token($1, $2, $3)';
    const [row] = await this.read<SessionRow>(sql, [hashToken(token), operation ?? null, at]);
    if (!row) return undefined;
    const { session_id: sessionId, account_id: accountId, person, language } = row;
    const party = partyOf(row, person);
    return { account: { sessionId, accountId, person, language }, ...(party && { party }) };
  }

  /** The unit for which a program acts, none outside of its operation; undefined for a key that is unknown, revoked, expired or of another operation. */
  async ofApiKey(text: string, operation: string | undefined, at: string): Promise<Found | undefined> {
    const key = readApiKey(text);
    if (!key) return undefined;
    const sql = 'select * from session.of_api_key($1, $2, $3, $4)';
    const values = [key.keyId, key.secretHash, operation ?? null, at];
    const [row] = await this.read<KeyRow>(sql, values);
    if (!row) return undefined;
    const { unit, scopes } = row;
    const party: ActingParty = {
      role: 'pcu_officer',
      unit,
      country: unit.slice(0, 2),
      person: `key-${row.key_id}`,
    };
    if (operation === undefined) return { scopes, ownRole: { operation: row.operation, party } };
    return { party, scopes };
  }

  /** What whoever was found is in each operation: for addresses that name none. */
  async rolesOf({ account, ownRole }: Found): Promise<RoleInOperation[]> {
    if (!account) return ownRole ? [ownRole] : [];
    const sql = 'select * from session.roles_of($1)';
    const rows = await this.read<RoleRow & { operation: string }>(sql, [account.accountId]);
    return rows.flatMap((row) => {
      const party = partyOf(row, account.person);
      return party ? { operation: row.operation, party } : [];
    });
  }

  /** Where identity never ran there is no session: nobody is known, and nobody is let in. */
  private async read<T>(sql: string, values: unknown[]): Promise<T[]> {
    try {
      return await this.database.query<T[]>(sql, values);
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (code !== NO_SCHEMA && !(typeof code === 'string' && BROKEN.has(code))) throw error;
      if (code !== NO_SCHEMA) this.onBroken(error);
      return [];
    }
  }
}

function partyOf({ role, unit, country }: RoleRow, person: string): ActingParty | undefined {
  if (role === null) return undefined;
  return { role, ...(unit !== null && { unit }), ...(country !== null && { country }), person };
}
