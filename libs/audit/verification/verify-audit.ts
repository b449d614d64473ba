import { type PublishedKey } from '#libs/signing/published-key.js';
import { type GivenManifest } from '#libs/signing/verification/verification.types.js';
import { type AuditSource } from './audit-source.js';
import { ChainCheck } from './check-chain.domain.js';
import { type AuditFinding, type ChainReport, type NamedPosition } from './verification.types.js';
import { verifyCheckpoints, verifyManifests } from './verify-checkpoints.js';

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
 */
export async function verifyAudit(
  source: AuditSource,
  keys: readonly PublishedKey[],
  others: readonly GivenManifest[] = [],
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
    findings: [vouched, chains].flat().flatMap(({ findings }) => findings),
  };
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
