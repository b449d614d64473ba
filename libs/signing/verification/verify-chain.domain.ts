import { type BulletinManifest } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { type BulletinReport, type Edition, type Finding } from './verification.types.js';

/** A manifest that a valid key signed. */
export interface Link {
  readonly said: BulletinManifest;
  /** SHA-256 of its bytes. */
  readonly hash: string;
}

/** Where a manifest stands in the chain of its operation. */
export interface ChainPlace extends Pick<BulletinReport, 'previous' | 'findings'> {
  /** The link before it is not there although older ones are. */
  readonly gap?: Finding;
}

/**
 * A chain is one line: each bulletin of an operation once, one before each but the first, and at most one after each.
 * @param file named in findings
 * @param links everything that is there and genuine, the link itself as well
 */
export function verifyChain(file: string, link: Link, links: readonly Link[]): ChainPlace {
  const { said, hash } = link;
  const others = links.filter((other) => other.said.operation === said.operation && other.hash !== hash);
  const findings = twins(file, said, others);
  if (!said.previous) return { previous: 'none', findings };
  const { number, revision, manifestHash } = said.previous;
  const values = { number: String(number), revision: String(revision) };
  const before = others.filter((other) => isSame(other.said, { number, revision }));
  if (before.length === 0) {
    const gap: Finding = { code: 'previous-missing', file, values };
    return { previous: 'absent', findings, ...(isOldest(said, others) ? {} : { gap }) };
  }
  if (!before.some((other) => other.hash === manifestHash))
    findings.push({ code: 'previous-hash-wrong', file, values });
  return { previous: 'checked', findings };
}

/** Manifests that claim to be the same bulletin, or to follow on the same one. */
function twins(file: string, said: BulletinManifest, others: readonly Link[]): Finding[] {
  const findings: Finding[] = [];
  if (others.some((other) => isSame(other.said, said)))
    findings.push({ code: 'number-twice', file, values: {} });
  const twin = others.find(
    (other) => !isSame(other.said, said) && isSame(other.said.previous, said.previous),
  )?.said;
  const values = { named: String(twin?.number), edition: String(twin?.revision) };
  if (twin) findings.push({ code: 'previous-twice', file, values });
  return findings;
}

/** Whether nothing older is there: then what came before may have been left out on purpose. */
function isOldest(said: BulletinManifest, others: readonly Link[]): boolean {
  const begin = ({ issuedAt, previous }: BulletinManifest): number =>
    previous ? Date.parse(issuedAt) : -Infinity;
  return others.every((other) => begin(other.said) >= begin(said));
}

type Place = Pick<Edition, 'number' | 'revision'>;

/** Both are of one operation; the same, too, where neither is there. */
const isSame = (one: Place | undefined, other: Place | undefined): boolean =>
  one?.number === other?.number && one?.revision === other?.revision;
