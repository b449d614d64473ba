import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type CoverageState } from '#libs/contracts/vocabulary.js';
import { formatDay } from '#libs/localization/dates.js';
import { labelOf } from '#libs/localization/labels.js';
import { type Language } from '#libs/localization/language.js';
import { ENGLISH_MONTHS, RUSSIAN_MONTHS_STANDING } from '#libs/localization/months.js';
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
const MONTHS = { en: ENGLISH_MONTHS, ru: RUSSIAN_MONTHS_STANDING };
/** Missing, and the day is still open. */
const AWAITED = '○';
/** Marks stand behind the symbol of the state, in this order. */
const MARKS = { nil: '0', corrected: '*', held: '‖', queried: '?' } as const;
const MARK_NAMES = Object.keys(MARKS) as (keyof typeof MARKS)[];

/**
 * Content of the board: units × days.
 * @param closed days for which nothing is awaited any more
 */
export function boardView(
  plan: OperationPlan,
  days: readonly DayCoverage[],
  closed: ReadonlySet<string>,
  language: Language,
): object {
  return {
    title: pageMessage(language, 'board.title', { operation: plan.name[language] }),
    note: days.length > 0 ? '' : pageMessage(language, 'coverage.nothing_yet'),
    caption: pageMessage(language, 'board.caption'),
    unitHeading: pageMessage(language, 'coverage.unit'),
    received: pageMessage(language, 'board.received'),
    legendHeading: pageMessage(language, 'board.legend'),
    months: monthsOf(days, language),
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
          closed.has(day.operationDay),
          language,
        ),
      ),
    })),
    sums: days.map(({ units }) => sum(units)),
    legend: legend(language),
    home: { href: `/?lang=${language}`, text: pageMessage(language, 'page.home') },
  };
}

/** The months of the days, each over as many columns as it has days. */
function monthsOf(days: readonly DayCoverage[], language: Language): object[] {
  const months = [...new Set(days.map(({ operationDay }) => operationDay.slice(0, 7)))];
  return months.map((month) => ({
    text: `${MONTHS[language][Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`,
    span: days.filter(({ operationDay }) => operationDay.startsWith(month)).length,
  }));
}

function cell(unit: UnitDayState | undefined, isClosed: boolean, language: Language) {
  if (!unit) return { state: 'not_expected', symbol: '', text: '' };
  const marks = MARK_NAMES.filter((mark) => unit[mark]);
  const texts = marks.map((mark) => labelOf('coverage_mark', mark, language));
  return {
    state: unit.state,
    symbol:
      (unit.state === 'missing' && !isClosed ? AWAITED : SYMBOLS[unit.state]) +
      marks.map((mark) => MARKS[mark]).join(''),
    text: [stateInWords(unit.state, isClosed, language), ...texts].join(', '),
  };
}

const stateInWords = (state: CoverageState, isClosed: boolean, language: Language): string =>
  state === 'missing' && isClosed
    ? pageMessage(language, 'board.missing')
    : labelOf('coverage_status', state, language);

function sum(units: readonly UnitDayState[]): string {
  const received = units.filter(({ state }) => state === 'on_time' || state === 'late').length;
  return `${received}/${units.filter(({ state }) => state !== 'not_expected').length}`;
}

function legend(language: Language): object[] {
  return [
    ...STATE_ORDER.flatMap((state) => [
      { state, symbol: SYMBOLS[state], text: stateInWords(state, true, language) },
      ...(state === 'missing'
        ? [{ state, symbol: AWAITED, text: stateInWords(state, false, language) }]
        : []),
    ]),
    ...MARK_NAMES.map((mark) => ({
      state: '',
      symbol: MARKS[mark],
      text: labelOf('coverage_mark', mark, language),
    })),
  ];
}
