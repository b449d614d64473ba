import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { coverageSentence } from '#libs/localization/coverage-sentence.js';
import type { SectionView, TableView } from '../bulletin-view.types.js';
import { coverageTotals } from '../coverage-totals.js';
import { plainText } from '../plain-text.js';
import { numberColumn, tableOf, textColumn } from '../tables.js';
import type { Wording } from '../wording.js';
import { section } from './section.js';

/** On what the figures rest, by country. It names no unit: missing reports are a matter of that country and the OCU. */
export function coverageSection(snapshot: DaySnapshot, wording: Wording): SectionView {
  const { say } = wording;
  const { unitsExpected, unitsReported, unitsNil } = coverageTotals(snapshot);
  const awaited = unitsExpected - unitsReported;
  const corrected = snapshot.coverage.filter((unit) => unit.corrected).length;
  return section('coverage', say('coverage.heading'), {
    paragraphs: [
      say('coverage_table.scope', {
        scope: plainText(snapshot.operation.scope[wording.language]).replace(/\.$/, ''),
      }),
      coverageSentence(
        { expected: unitsExpected, received: unitsReported, nil: unitsNil, awaited },
        wording.language,
      ),
      say('coverage.late_included'),
      ...(corrected > 0 ? [say('coverage_table.corrected', { count: corrected })] : []),
    ],
    tables: [table(snapshot, wording)],
  });
}

function table(snapshot: DaySnapshot, wording: Wording): TableView {
  const { say } = wording;
  const cells = (units: ReturnType<typeof coverageTotals>) =>
    [units.unitsExpected, units.unitsReported, units.unitsNil, units.unitsExpected - units.unitsReported].map(
      (count) => wording.integer(count),
    );
  const rows = wording
    .inOrder(snapshot.countries)
    .map((one) => ({ header: wording.country(one.country), cells: cells(one) }));
  const total = { header: say('table.total'), cells: cells(coverageTotals(snapshot)), isTotal: true };
  const columns = [
    textColumn(say('table.country'), 2),
    numberColumn(say('coverage_table.expected'), 1.3),
    numberColumn(say('coverage_table.received'), 1.3),
    numberColumn(say('coverage_table.nil'), 1.3),
    numberColumn(say('coverage_table.awaited'), 1.3),
  ];
  return tableOf(say('coverage_table.caption'), columns, [...rows, total]);
}
