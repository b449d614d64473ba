import { type Worksheet } from 'exceljs';
import { type Column } from '../columns/column.js';
import { type ListName } from '../columns/word-list.js';

/** What exceljs has and its types lack: one validation for a whole range, and one that only helps. */
interface RangeValidations {
  readonly dataValidations: { add(range: string, validation: object): void };
}

const PROMPTS: Partial<Readonly<Record<Column['kind'], string>>> = {
  codes: 'Several: separate them by ;\nНесколько значений: через ;',
  texts: 'Several: separate them by ;\nНесколько значений: через ;',
  amount: '20063.1 or/или 20063,1; the unit beside it / единица измерения рядом',
  instant: '2017-09-05 18:30 (local time) or/или 05.09.2017 18:30 (местное время)',
  day: '2017-09-05 or/или 05.09.2017',
  fraction: '0 – 1, 0.93 or/или 0,93',
};

/**
 * A list to choose from and a word of help. Nothing is stopped at the keyboard: the importer also takes a word typed in
 * one of the languages and the bare code, and says what is wrong cell by cell.
 */
export function addValidation(
  sheet: Worksheet,
  range: string,
  { kind, list }: Column,
  ranges: Readonly<Record<ListName, string>>,
): void {
  const prompt = PROMPTS[kind];
  if (list === undefined && prompt === undefined) return;
  (sheet as unknown as RangeValidations).dataValidations.add(range, {
    ...(list === undefined ? { type: 'any' } : { type: 'list', formulae: [ranges[list]] }),
    allowBlank: true,
    showErrorMessage: false,
    ...(prompt !== undefined && { showInputMessage: true, prompt }),
  });
}
