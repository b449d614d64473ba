import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type CoverageState } from '#libs/contracts/vocabulary.js';
import { formatDay } from '#libs/localization/dates.js';
import { labelOf } from '#libs/localization/labels.js';
import { type Language } from '#libs/localization/language.js';
import { STATE_ORDER } from './coverage-view.js';
import { pageMessage } from './page-messages.js';
import { type DayCoverage, type UnitDayState } from './services-api.types.js';

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
/** Marks stand behind the symbol of the state, in this order. */
const MARKS = { nil: '0', corrected: '*', held: '‖', queried: '?' } as const;
const MARK_NAMES = Object.keys(MARKS) as (keyof typeof MARKS)[];

/** Content of the board: units × days. */
export function boardView(plan: OperationPlan, days: readonly DayCoverage[], language: Language): object {
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
          day.units.find(({ unit }) => unit === id),
          language,
        ),
      ),
    })),
    sums: days.map(({ units }) => sum(units)),
    legend: legend(language),
    home: { href: `/?lang=${language}`, text: pageMessage(language, 'page.home') },
  };
}

function cell(unit: UnitDayState | undefined, language: Language) {
  if (!unit) return { state: 'not_expected', symbol: '', text: '' };
  const marks = MARK_NAMES.filter((mark) => unit[mark]);
  const texts = marks.map((mark) => labelOf('coverage_mark', mark, language));
  return {
    state: unit.state,
    symbol: SYMBOLS[unit.state] + marks.map((mark) => MARKS[mark]).join(''),
    text: [labelOf('coverage_status', unit.state, language), ...texts].join(', '),
  };
}

function sum(units: readonly UnitDayState[]): string {
  const received = units.filter(({ state }) => state === 'on_time' || state === 'late').length;
  return `${received}/${units.filter(({ state }) => state !== 'not_expected').length}`;
}

function legend(language: Language): object[] {
  return [
    ...STATE_ORDER.map((state) => ({
      state,
      symbol: SYMBOLS[state],
      text: labelOf('coverage_status', state, language),
    })),
    ...MARK_NAMES.map((mark) => ({
      state: '',
      symbol: MARKS[mark],
      text: labelOf('coverage_mark', mark, language),
    })),
  ];
}
