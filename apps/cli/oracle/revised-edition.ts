import { changesBefore, type Counted } from './changes.js';
import { ADDITIVE } from './figures.js';
import {
  type ExpectedDay,
  type ExpectedFigureChange,
  type ExpectedFigures,
  type ExpectedRevision,
} from './oracle.types.js';

const FIGURES = [...ADDITIVE, 'transportUnits', 'consignments'] as const;
const SCOPES = ['day', 'cumulative'] as const;

type Scoped = Readonly<Record<(typeof SCOPES)[number], ExpectedFigures>>;

function differing(before: Scoped, after: Scoped, country?: string): ExpectedFigureChange[] {
  return SCOPES.flatMap((scope) =>
    FIGURES.filter((figure) => before[scope][figure] !== after[scope][figure]).map((figure) => ({
      scope,
      ...(country !== undefined && { country }),
      figure,
      before: before[scope][figure],
      after: after[scope][figure],
    })),
  );
}

/** A day's expected figures, and the basis that they were counted over. */
export interface Edition {
  readonly expected: Omit<ExpectedDay, 'revised'>;
  readonly now: Counted;
}

/** What an edition says otherwise than the edition of the same day before it. */
export function revisedEdition(edition: Edition, editionBefore: Edition): ExpectedRevision {
  const [after, before] = [edition.expected, editionBefore.expected];
  const ofCountries = after.countries.flatMap((row) => {
    const old = before.countries.find(({ country }) => country === row.country);
    return old ? differing(old, row, row.country) : [];
  });
  return {
    figures: [...differing(before, after), ...ofCountries],
    // Its own day is among them: nothing lies behind it.
    unitDays: changesBefore('9999-12-31', edition.now, editionBefore.now),
  };
}

/** Whether a further edition would say and count what the edition before does. */
export function saysNothingElse(
  { expected }: Edition,
  editionBefore: Edition,
  { figures, unitDays }: ExpectedRevision,
): boolean {
  const { closedAt, revision } = editionBefore.expected;
  const isSame =
    JSON.stringify({ ...expected, closedAt, revision }) === JSON.stringify(editionBefore.expected);
  return isSame && figures.length + unitDays.length === 0;
}
