import { type ProblemLanguage } from '../problem-catalogue.js';

/** Codes of states as a sentence of a refusal says them. English says the code itself. */
const RUSSIAN: Readonly<Record<string, string>> = {
  submitted: 'передан',
  returned: 'возвращён',
  forwarded: 'направлен',
  superseded: 'заменён',
  held: 'приостановлен',
  withdrawn: 'отозван',
  queried: 'запрошены уточнения',
  consolidated: 'учтён в сводных данных',
  corrected: 'исправлен',
  open: 'открыт',
  sealing: 'закрывается',
  closed: 'закрыт',
  draft: 'проект',
  issued: 'издан',
};

/** The value of a place: states in the reader's language, everything else as it is. */
export function sayValue(name: string, value: string | number, language: ProblemLanguage): string {
  const text = String(value);
  if (name !== 'state' || language !== 'ru' || !Object.hasOwn(RUSSIAN, text)) return text;
  return RUSSIAN[text] ?? text;
}
