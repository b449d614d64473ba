import { counted, countedGenitive } from './agreement.js';
import { type Language } from './language.js';
import { isNounId, type NounId } from './nouns.js';
import { formatInteger } from './numbers.js';
import { type Count, pluralCategory } from './plural.js';
import { nonBreaking } from './typography.js';

/** Text goes in as it is; a number is printed by the rules of the language. */
export type MessageValue = string | number;
export type MessageValues = Readonly<Record<string, MessageValue>>;

/**
 * A message with its places:
 * `{name}` a value; `{n#report}` a number with its noun (2 отчёта); `{n~unit}` the same in the genitive (из 21 группы);
 * `{n?was|were}`, `{n?получен|получено|получено|получено}` words chosen by a number (one|other; one|few|many|other).
 */
export interface Template {
  readonly names: ReadonlySet<string>;
  render(values: MessageValues): string;
}

interface Slot {
  readonly name: string;
  render(value: MessageValue): string;
}

const SLOT = /^(\w+)(?:([#~?])(.+))?$/s;
const CATEGORIES = { en: ['one', 'other'], ru: ['one', 'few', 'many', 'other'] } as const;

/** @throws RangeError when a place is written wrongly or names an unknown noun. */
export function compileTemplate(text: string, language: Language): Template {
  const segments = nonBreaking(text, language)
    .split(/(\{[^{}]*\})/)
    .map((piece) => (/^\{.*\}$/s.test(piece) ? compileSlot(piece.slice(1, -1), language) : literal(piece)));
  const names = segments.flatMap((segment) => (typeof segment === 'string' ? [] : [segment.name]));
  return {
    names: new Set(names),
    render: (values) => segments.map((segment) => renderSegment(segment, values)).join(''),
  };
}

function literal(piece: string): string {
  if (/[{}]/.test(piece)) throw new RangeError(`A brace is not closed in "${piece}"`);
  return piece;
}

function renderSegment(segment: string | Slot, values: MessageValues): string {
  if (typeof segment === 'string') return segment;
  const value = Object.hasOwn(values, segment.name) ? values[segment.name] : undefined;
  if (value === undefined) throw new RangeError(`The value "${segment.name}" is not given`);
  return segment.render(value);
}

function compileSlot(source: string, language: Language): Slot {
  const [, name, operator, argument = ''] = SLOT.exec(source) ?? [];
  if (name === undefined) throw new RangeError(`The place {${source}} cannot be understood`);
  switch (operator) {
    case '#':
      return countSlot(name, argument, (count, noun) => counted(count, noun, language));
    case '~':
      return countSlot(name, argument, (count, noun) => countedGenitive(count, noun, language));
    case '?':
      return choiceSlot(name, argument.split('|'), language);
    case undefined:
    default:
      return {
        name,
        render: (value) => (typeof value === 'string' ? value : formatInteger(value, language)),
      };
  }
}

function countSlot(name: string, noun: string, print: (count: Count, noun: NounId) => string): Slot {
  if (!isNounId(noun)) throw new RangeError(`The noun "${noun}" is not in the dictionary of nouns`);
  return { name, render: (value) => print(value, noun) };
}

function choiceSlot(name: string, branches: readonly string[], language: Language): Slot {
  const categories: readonly string[] = CATEGORIES[language];
  if (branches.length !== categories.length) {
    throw new RangeError(
      `The choice by "${name}" needs ${categories.length} branches: ${categories.join('|')}`,
    );
  }
  return { name, render: (value) => branches[categories.indexOf(pluralCategory(value, language))] ?? '' };
}
