import { canonicalJson } from '#libs/contracts/canonical-json.js';
import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { RenderOptions } from './rendering.types.js';

/** The bulletin as data: the snapshot itself, with all that the other files were made from (RFC 8785, UTF-8). */
export function renderJson(snapshot: DaySnapshot, snapshotHash: string, options: RenderOptions): Buffer {
  const { issuedAt, rendererVersion, referenceData } = options;
  const content = {
    snapshot,
    issuedAt,
    rendererVersion,
    referenceVersion: referenceData.version,
    snapshotHash,
  };
  return Buffer.from(canonicalJson(content), 'utf8');
}
