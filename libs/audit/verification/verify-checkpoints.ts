import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { isSignedBy, readSignatureHeader } from '#libs/signing/detached-jws.js';
import { validityAt } from '#libs/signing/key-validity.domain.js';
import { type PublishedKey } from '#libs/signing/published-key.js';
import { type GivenManifest } from '#libs/signing/verification/verification.types.js';
import { readManifest, verifySignature } from '#libs/signing/verification/verify-manifest.js';
import {
  CHECKPOINT_TYP,
  type CheckpointStatement,
  readStatement,
  type SignedCheckpoint,
} from '../checkpoint/checkpoint.domain.js';
import { type AuditFinding, type AuditFindingCode, type NamedPosition } from './verification.types.js';

/** The service that signs. */
export const SIGNER = 'bulletin';

/** What signed documents vouch for, and what is wrong with themselves. */
export interface Vouched {
  readonly named: readonly NamedPosition[];
  readonly findings: readonly AuditFinding[];
}

const found = (code: AuditFindingCode, of: string): AuditFinding => ({ code, service: SIGNER, of });

/** Checks signature, key and order of checkpoints; what is not genuine vouches for nothing. @param given by number */
export async function verifyCheckpoints(
  given: readonly SignedCheckpoint[],
  keys: readonly PublishedKey[],
): Promise<Vouched> {
  const named: NamedPosition[] = [];
  const findings: AuditFinding[] = [];
  let expected = 1;
  let before: string | undefined;
  for (const one of given) {
    const said = readStatement(one.statement);
    const number = said?.number ?? expected;
    const wrong = await flawOf(one, said, keys);
    if (number !== expected) findings.push(found('checkpoint-missing', String(expected)));
    else if (!wrong && before !== undefined && said?.previous !== sha256Hex(before))
      findings.push(found('checkpoint-altered', String(number)));
    if (wrong) findings.push(found(wrong, String(number)));
    else named.push(...(said?.chains ?? []).map((head) => ({ ...head, by: String(number) })));
    expected = number + 1;
    before = one.statement;
  }
  return { named, findings };
}

async function flawOf(
  { statement, signature }: SignedCheckpoint,
  said: CheckpointStatement | undefined,
  keys: readonly PublishedKey[],
): Promise<AuditFindingCode | undefined> {
  const header = readSignatureHeader(signature, CHECKPOINT_TYP);
  if (!said || header?.sha256 !== sha256Hex(statement) || header.kid !== said.keyId)
    return 'checkpoint-altered';
  const key = keys.find(({ kid }) => kid === header.kid);
  if (!key) return 'checkpoint-key';
  if (!(await isSignedBy(Buffer.from(statement, 'utf8'), signature, key))) return 'checkpoint-altered';
  return validityAt(key, said.at) === 'valid' ? undefined : 'checkpoint-key';
}

/** The positions that genuine manifests of bulletins name, wherever they were kept. */
export async function verifyManifests(
  given: readonly GivenManifest[],
  keys: readonly PublishedKey[],
): Promise<Vouched> {
  const named: NamedPosition[] = [];
  const findings: AuditFinding[] = [];
  for (const one of given) {
    const said = readManifest(one.bytes);
    if (!said || (await verifySignature(one, said, keys))) findings.push(found('manifest-altered', one.path));
    const { sequence, hash, others = [] } = said?.auditCheckpoint ?? {};
    if (sequence === undefined || hash === undefined || findings.at(-1)?.of === one.path) continue;
    for (const end of [{ service: SIGNER, sequence, hash }, ...others])
      named.push({ service: end.service, position: end.sequence, hash: end.hash, by: one.path });
  }
  return { named, findings };
}
