import { type Language } from './language.js';
import { message } from './messages.js';

/** The basis of a day in units. */
export interface CoverageFigures {
  /** Units from which a report was due. */
  readonly expected: number;
  /** Units whose report is included, nil and late ones among them. */
  readonly received: number;
  readonly nil: number;
  readonly late?: number;
  /** Units whose report is awaited, at whatever stage it is. */
  readonly awaited: number;
}

/**
 * The basis in one sentence: `43 of 48 units reported, 2 nil, 3 awaited.` /
 * «Сведения поступили от 43 из 48 групп, в том числе 2 нулевых отчёта; ожидаются сведения от 3 групп.»
 * Parts that are zero are left out.
 */
export function coverageSentence(figures: CoverageFigures, language: Language): string {
  const { expected, received, nil, late = 0, awaited } = figures;
  if (expected === 0) return message(language, 'coverage.none_expected');
  const opening = message(language, 'coverage.received', { received, expected });
  const details = [
    nil > 0 ? `, ${message(language, 'coverage.nil', { nil })}` : '',
    late > 0 ? `${separator(language)}${message(language, 'coverage.late', { late })}` : '',
    awaited > 0 ? `${separator(language)}${message(language, 'coverage.awaited', { awaited })}` : '',
  ];
  return `${capitalised(opening)}${details.join('')}.`;
}

function separator(language: Language): string {
  return language === 'ru' ? '; ' : ', ';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
