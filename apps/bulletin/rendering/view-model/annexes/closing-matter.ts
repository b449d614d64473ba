import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { term } from '#libs/localization/terms.js';
import type { SectionView } from '../bulletin-view.types.js';
import { paragraphsOf } from '../plain-text.js';
import type { Wording } from '../wording.js';
import { section } from './section.js';

export interface Provenance {
  readonly snapshotHash: string;
  readonly rendererVersion: string;
}

/** Who answers for the bulletin: an office and a function, never a person. */
export function contactSection({ operation }: DaySnapshot, { say, language }: Wording): SectionView {
  return section('contact', say('bulletin.contact.heading'), {
    paragraphs: [
      ...paragraphsOf(operation.contact[language]),
      say('bulletin.approved_by', { function: term('head_of_operation_coordination_unit', language) }),
      say('bulletin.provisional'),
      say('bulletin.acknowledge'),
    ],
  });
}

export function disclaimerSection({ say }: Wording): SectionView {
  return section('designations', say('bulletin.disclaimer.heading'), {
    paragraphs: [say('bulletin.disclaimer')],
  });
}

/** What the bulletin was made from, so that it can be made again and compared. */
export function verificationSection(
  snapshot: DaySnapshot,
  { snapshotHash, rendererVersion }: Provenance,
  { say }: Wording,
): SectionView {
  return section('verification', say('verification.heading'), {
    paragraphs: [
      say('bulletin.snapshot_hash', { hash: snapshotHash }),
      say('verification.basis', { count: snapshot.basisCount, hash: snapshot.basisHash }),
      say('verification.versions', {
        plan: String(snapshot.planVersion),
        reference: snapshot.referenceVersion,
        renderer: rendererVersion,
      }),
      say('bulletin.verification'),
    ],
  });
}
