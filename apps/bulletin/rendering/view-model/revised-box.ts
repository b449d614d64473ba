import type {
  DaySnapshot,
  FigureChange,
  RevisedEdition,
} from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { formatBulletinNumber } from '#libs/localization/bulletin-number.js';
import { isSupplementary } from './bulletin-kind.js';
import type { BulletinView } from './bulletin-view.types.js';
import { figureLabel } from './figure-labels.js';
import { plainText, shortened } from './plain-text.js';
import type { Wording } from './wording.js';

/** What the first page holds of a revision; the annex holds everything. */
const FIRST_PAGE_FIGURES = 3;
const FIRST_PAGE_REASON = 130;

/** Why the bulletin is issued again and what it says otherwise, in a box on its first page. */
export function revisedBox(snapshot: DaySnapshot, wording: Wording): BulletinView['revised'] {
  const { revised, number, revision } = snapshot;
  if (!revised) return null;
  const { say, language } = wording;
  const reason = shortened(plainText(revised.reason[language]), FIRST_PAGE_REASON).replace(/\.$/, '');
  const before = formatBulletinNumber(number, revision - 1, language);
  const { lines, more } = changedFigures(snapshot, revised, wording);
  return {
    heading: say('revised.heading'),
    text: say('bulletin.revised', { number: before, reason }),
    items: [
      ...(revised.figures.length === 0 ? [say('revised.no_figures')] : lines),
      ...(more > 0 ? [say('revised.more', { count: more })] : []),
      ...(revised.unitDays.length > 0 ? [say('revised.unit_days', { count: unitDaysOf(revised) })] : []),
    ],
  };
}

/** A unit-day stands once for each kind of change. */
const unitDaysOf = ({ unitDays }: RevisedEdition): number =>
  new Set(unitDays.map(({ unit, operationDay }) => `${operationDay}|${unit}`)).size;

function changedFigures(snapshot: DaySnapshot, { figures }: RevisedEdition, wording: Wording) {
  const ofAll = figures.filter(({ country }) => country === undefined);
  const names = [...new Set(ofAll.map(({ figure }) => figure))].slice(0, FIRST_PAGE_FIGURES);
  const shown = ofAll.filter(({ figure }) => names.includes(figure));
  const lines = names.map((name) =>
    wording.say('revised.line', {
      figure: figureLabel(name, wording),
      changes: shown
        .filter(({ figure }) => figure === name)
        .map((change) => beforeAndAfter(change, snapshot, wording))
        .join('; '),
    }),
  );
  return { lines, more: figures.length - shown.length };
}

function beforeAndAfter(
  { scope, before, after }: FigureChange,
  snapshot: DaySnapshot,
  { say }: Wording,
): string {
  const day = isSupplementary(snapshot) ? 'revised.period' : 'revised.day';
  return say(scope === 'day' ? day : 'revised.cumulative', { before, after });
}
