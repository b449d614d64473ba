import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';

/** `typ` of the signature over a checkpoint of this version. */
export const CHECKPOINT_TYP = 'caravanserai-audit-checkpoint-v1+jws';

/** The end of a service's chain at some instant. */
export interface ChainHead {
  readonly service: string;
  readonly position: number;
  readonly hash: string;
}

/**
 * What is signed: how far the chains of all services went. Whoever keeps one can prove later that nothing before it was
 * changed. Checkpoints form a chain of their own, so that none can be left out.
 */
export interface CheckpointStatement {
  /** From 1, without a gap. */
  readonly number: number;
  /** RFC 3339 in UTC; for one that was made with a bulletin, its instant of issue. */
  readonly at: string;
  /** SHA-256 of the statement before; absent in the first. */
  readonly previous?: string;
  /** By service. */
  readonly chains: readonly ChainHead[];
  readonly keyId: string;
}

/** A statement as it was signed. */
export interface SignedCheckpoint {
  /** Canonical JSON. */
  readonly statement: string;
  /** Detached JWS. */
  readonly signature: string;
}

/** The statement that follows on `before`, as canonical JSON. */
export function nextStatement(
  before: string | undefined,
  { at, chains, keyId }: Pick<CheckpointStatement, 'at' | 'chains' | 'keyId'>,
): string {
  const last = before === undefined ? undefined : readStatement(before);
  const statement: CheckpointStatement = {
    ...{ number: (last?.number ?? 0) + 1, at, chains, keyId },
    ...(before !== undefined && { previous: sha256Hex(before) }),
  };
  return canonicalJson(statement);
}

/** Undefined for a text that is no statement. */
export function readStatement(text: string): CheckpointStatement | undefined {
  try {
    const value = JSON.parse(text) as Partial<CheckpointStatement> | null;
    const isOne =
      Number.isSafeInteger(value?.number) && typeof value?.at === 'string' && Array.isArray(value.chains);
    return isOne ? (value as CheckpointStatement) : undefined;
  } catch {
    return undefined;
  }
}
