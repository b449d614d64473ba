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

/** Whom a party asks that lacks a right, by its own role. */
const WHOM: Readonly<Record<string, Readonly<Record<ProblemLanguage, string>>>> = {
  pcu_officer: { en: 'your national contact point', ru: 'в свой национальный контактный пункт' },
  contact_point: { en: 'the Operation Coordination Unit', ru: 'в координационную группу операции' },
  participant: {
    en: 'the national contact point of your country',
    ru: 'в национальный контактный пункт своей страны',
  },
  ocu_analyst: {
    en: 'the head of your unit, or the national contact point that the matter concerns',
    ru: 'к руководителю своей группы или в соответствующий национальный контактный пункт',
  },
  ocu_head: {
    en: 'the national contact point that the matter concerns',
    ru: 'в соответствующий национальный контактный пункт',
  },
  administrator: {
    en: 'the head of the Operation Coordination Unit',
    ru: 'к руководителю координационной группы операции',
  },
};

/** The value of a place: states, and whom to ask, in the reader's language, everything else as it is. */
export function sayValue(name: string, value: string | number, language: ProblemLanguage): string {
  const text = String(value);
  if (name === 'whom') return WHOM[text]?.[language] ?? text;
  if (name !== 'state' || language !== 'ru' || !Object.hasOwn(RUSSIAN, text)) return text;
  return RUSSIAN[text] ?? text;
}
