import { type BulletinFile } from '#libs/contracts/bulletin/bulletin-events.dto.js';
import {
  type AuditCheckpoint,
  type BulletinManifest,
  type PreviousManifest,
} from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';

/** What a manifest is made from. */
export interface ManifestParts {
  readonly snapshot: Pick<
    DaySnapshot,
    'operation' | 'operationDay' | 'number' | 'revision' | 'kind' | 'cutOffAt' | 'closedAt'
  >;
  readonly snapshotHash: string;
  readonly files: readonly BulletinFile[];
  /** The bulletin of the operation that was issued just before. */
  readonly previous: PreviousManifest | undefined;
  readonly issuedAt: string;
  /** How far the audit trails went; absent where nothing is recorded yet. */
  readonly auditCheckpoint?: AuditCheckpoint | undefined;
  readonly keyId: string;
  readonly rendererVersion: string;
  readonly referenceVersion: string;
}

/** The manifest of a bulletin: a function of its parts, files in the order of language and format. */
export function manifestOf(parts: ManifestParts): BulletinManifest {
  const { snapshot, previous, issuedAt, keyId, rendererVersion, referenceVersion, snapshotHash } = parts;
  const { operationDay, number, revision, kind, cutOffAt, closedAt } = snapshot;
  const files = parts.files.map(({ language, format, sha256, size }) => ({ language, format, sha256, size }));
  const place = ({ language, format }: BulletinFile): string => `${language} ${format}`;
  return {
    operation: snapshot.operation.code,
    ...{ operationDay, number, revision, kind },
    languages: (['en', 'ru'] as const).filter((known) => files.some(({ language }) => language === known)),
    files: files.sort((a, b) => (place(a) < place(b) ? -1 : 1)),
    snapshotHash,
    ...(previous && { previous }),
    ...(parts.auditCheckpoint && { auditCheckpoint: parts.auditCheckpoint }),
    ...{ cutOffAt, closedAt, issuedAt, keyId, rendererVersion, referenceVersion },
  };
}
