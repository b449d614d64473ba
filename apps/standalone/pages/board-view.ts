import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type UnitCoverage } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type CoverageState } from '#libs/contracts/vocabulary.js';
import { formatDay } from '#libs/localization/dates.js';
import { labelOf } from '#libs/localization/labels.js';
import { type Language } from '#libs/localization/language.js';
import { STATE_ORDER } from './coverage-view.js';
import { pageMessage } from './page-messages.js';
import { type OperationDayAnswer } from './services-api.types.js';

/** Told apart without colour. */
const SYMBOLS: Readonly<Record<CoverageState, string>> = {
  on_time: '●',
  late: '◐',
  with_contact_point: '▷',
  returned: '↩',
  missing: '✕',
  not_due: '·',
  not_expected: '–',
};
const NIL = '0';
const CORRECTED = '*';

/** Content of the board: units × days. */
export function boardView(
  plan: OperationPlan,
  days: readonly OperationDayAnswer[],
  language: Language,
): object {
  return {
    title: pageMessage(language, 'board.title', { operation: plan.name[language] }),
    note: days.length > 0 ? '' : pageMessage(language, 'coverage.nothing_yet'),
    caption: pageMessage(language, 'board.caption'),
    unitHeading: pageMessage(language, 'coverage.unit'),
    received: pageMessage(language, 'board.received'),
    legendHeading: pageMessage(language, 'board.legend'),
    days: days.map(({ operationDay }) => ({
      short: String(Number(operationDay.slice(8))),
      full: formatDay(operationDay, language),
    })),
    rows: (days.length > 0 ? plan.units : []).map(({ id, name }) => ({
      unit: id,
      name: name[language],
      cells: days.map((day) =>
        cell(
          day.coverage.find(({ unit }) => unit === id),
          language,
        ),
      ),
    })),
    sums: days.map(({ coverage }) => sum(coverage)),
    legend: legend(language),
    home: { href: `/?lang=${language}`, text: pageMessage(language, 'page.home') },
  };
}

function cell(unit: UnitCoverage | undefined, language: Language) {
  if (!unit) return { state: 'not_expected', symbol: '', text: '' };
  const marks = [unit.nil && ('nil' as const), unit.corrected && ('corrected' as const)].filter(
    (mark) => mark !== false,
  );
  const texts = marks.map((mark) => labelOf('coverage_mark', mark, language));
  return {
    state: unit.state,
    symbol: SYMBOLS[unit.state] + (unit.nil ? NIL : '') + (unit.corrected ? CORRECTED : ''),
    text: [labelOf('coverage_status', unit.state, language), ...texts].join(', '),
  };
}

function sum(coverage: readonly UnitCoverage[]): string {
  const received = coverage.filter(({ state }) => state === 'on_time' || state === 'late').length;
  return `${received}/${coverage.filter(({ state }) => state !== 'not_expected').length}`;
}

function legend(language: Language): object[] {
  return [
    ...STATE_ORDER.map((state) => ({
      state,
      symbol: SYMBOLS[state],
      text: labelOf('coverage_status', state, language),
    })),
    { state: '', symbol: NIL, text: labelOf('coverage_mark', 'nil', language) },
    { state: '', symbol: CORRECTED, text: labelOf('coverage_mark', 'corrected', language) },
  ];
}
