import { SystemClock } from '#libs/observability/clock.js';
import { type PublishedKey } from '#libs/signing/published-key.js';
import { type GivenManifest } from '#libs/signing/verification/verification.types.js';
import { type AuditSource } from './audit-source.js';
import { ChainCheck } from './check-chain.domain.js';
import { type AuditFinding, type ChainReport, type NamedPosition } from './verification.types.js';
import { SIGNER, verifyCheckpoints, verifyManifests } from './verify-checkpoints.js';

/** What is known of all trails after the check. */
export interface AuditVerification {
  readonly chains: readonly ChainReport[];
  readonly checkpoints: number;
  readonly manifests: number;
  readonly findings: readonly AuditFinding[];
}

/**
 * Checks every chain, every checkpoint, and every position that a manifest names.
 * @param others manifests that were kept elsewhere: the countries' own
 * @param at the present; a trail of that age has checkpoints
 */
export async function verifyAudit(
  source: AuditSource,
  keys: readonly PublishedKey[],
  others: readonly GivenManifest[] = [],
  at = new SystemClock().now(),
): Promise<AuditVerification> {
  const checkpoints = await source.checkpoints();
  const manifests = [...(await source.manifests()), ...others];
  const vouched = [await verifyCheckpoints(checkpoints, keys), await verifyManifests(manifests, keys)];
  const named = vouched.flatMap((one) => one.named);
  const services = new Set([...(await source.services()), ...named.map(({ service }) => service)]);
  const chains: ChainReport[] = [];
  for (const service of [...services].sort()) chains.push(await checkOne(source, service, named));
  return {
    ...{ chains, checkpoints: checkpoints.length, manifests: manifests.length },
    findings: [
      ...(checkpoints.length === 0 && (await isOlderThanCheckpoints(source, at)) ? [NO_CHECKPOINTS] : []),
      ...[vouched, chains].flat().flatMap(({ findings }) => findings),
    ],
  };
}

const NO_CHECKPOINTS: AuditFinding = { code: 'checkpoints-missing', service: SIGNER };
/** One is made each hour. */
const WITH_CHECKPOINT_AFTER_MS = 2 * 3_600_000;

/** Whether the service that signs has been there long enough to have signed. */
async function isOlderThanCheckpoints(source: AuditSource, at: string): Promise<boolean> {
  if (!(await source.services()).includes(SIGNER)) return false;
  for await (const { entry } of source.rows(SIGNER))
    if (entry) return Date.parse(at) - Date.parse(entry.recordedAt) > WITH_CHECKPOINT_AFTER_MS;
  return false;
}

async function checkOne(
  source: AuditSource,
  service: string,
  named: readonly NamedPosition[],
): Promise<ChainReport> {
  const check = new ChainCheck(service, named);
  if (!(await source.services()).includes(service)) return check.finish();
  for await (const row of source.rows(service)) check.add(row);
  return check.finish(await source.strays(service));
}
