import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import * as vocabulary from '#libs/contracts/vocabulary.js';
import { LABELS, type LabelSet } from '#libs/localization/labels.js';
import { UNIT_WORDS } from '#libs/reference/measures/unit-words.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { OFFICER_WORDS } from './officer-words.js';
import { type Word, type WordList, type WordLists } from './word-list.js';

/** The words without what stands in brackets, and what stands there alone: `ввоз (импорт)` is also `импорт`. */
function shorter(text: string): string[] {
  const [, before, inside] = /^(.+?) \((.+)\)$/.exec(text) ?? [];
  return before !== undefined && inside !== undefined ? [before, inside] : [];
}

function word(
  code: string,
  en: string,
  ru: string,
  { prefix = '', aliases = [] as readonly string[] } = {},
): Word {
  const label = `${prefix}${en === ru ? en : `${en} / ${ru}`}`;
  return { code, label, aliases: [en, ru, ...shorter(en), ...shorter(ru), ...aliases] };
}

type Labels = Readonly<Record<string, readonly [en: string, ru: string]>>;

const worded = (labels: Labels, codes: readonly string[] = Object.keys(labels)): WordList => ({
  words: codes.map((code) => word(code, labels[code]?.[0] ?? code, labels[code]?.[1] ?? code)),
});

const labelled = (set: LabelSet, codes: readonly string[]): WordList => worded(LABELS[set], codes);

const withAliases = ({ words }: WordList, more: Readonly<Record<string, readonly string[]>>): WordList => ({
  words: words.map((known) => ({ ...known, aliases: [...known.aliases, ...(more[known.code] ?? [])] })),
});

/** Lists that are the same in every operation. */
const FIXED = {
  ...(Object.fromEntries(Object.entries(OFFICER_WORDS).map(([name, labels]) => [name, worded(labels)])) as {
    [Name in keyof typeof OFFICER_WORDS]: WordList;
  }),
  /** A number, or that none was seen. */
  preExportNotification: { ...worded(OFFICER_WORDS.preExportNotification), open: /[^]/ },
  /** LibreOffice makes a truth value of `yes` in some languages. */
  yesNo: withAliases(worded(OFFICER_WORDS.yesNo), { yes: ['true', '1'], no: ['false', '0'] }),
  nilReason: labelled('nil_reason', vocabulary.NIL_REASONS),
  revisionReason: labelled('correction_reason', vocabulary.REVISION_REASONS),
  transportKind: withAliases(labelled('transport_kind', vocabulary.TRANSPORT_KINDS), {
    wagon: ['вагон'],
    truck: ['автомобиль', 'грузовик'],
  }),
  regime: labelled('regime', vocabulary.REGIMES),
  outcome: labelled('outcome', vocabulary.OUTCOMES),
  /** As beside an amount in its own cell. */
  measureUnit: withAliases(labelled('measure_unit', vocabulary.MEASURE_UNITS), UNIT_WORDS),
  method: labelled('method', vocabulary.METHODS),
  discrepancyKind: labelled('discrepancy_kind', vocabulary.DISCREPANCY_KINDS),
} as const;

/** The lists of one operation, in the words of its officers. */
export function wordLists(plan: OperationPlan, reference: ReferenceData): WordLists {
  return {
    ...FIXED,
    country: countries(plan, reference),
    chemical: chemicals(reference),
    unit: units(plan),
  };
}

/** The participants first, then all others; any two letters are taken, as in the API. */
function countries(plan: OperationPlan, { countryNames }: ReferenceData): WordList {
  const first = plan.countries.map(({ code }) => code);
  const others = Object.keys(countryNames).filter((code) => !first.includes(code));
  const words = [...first, ...others].map((code) => {
    const { en, ru } = countryNames[code] ?? { en: code, ru: code };
    return word(code, en, ru, { prefix: `${code} ` });
  });
  return { words, open: /^[A-Z]{2}$/ };
}

/** Shorter synonyms (AA, AN) are other things as well. */
const SHORTEST_SYNONYM = 4;

/** Other text is kept and flagged, as in the API: odd data is evidence. */
function chemicals({ chemicals: known }: ReferenceData): WordList {
  const words = known.map(({ id, en, ru, synonymsEn = [], synonymsRu = [] }) => {
    const aliases = [...synonymsEn, ...synonymsRu].filter(({ length }) => length >= SHORTEST_SYNONYM);
    return word(id, en, ru, { aliases });
  });
  return { words, open: /[^]/ };
}

function units(plan: OperationPlan): WordList {
  const words = plan.units.map(({ id, name }) => word(id, name.en, name.ru, { prefix: `${id} ` }));
  return { words, open: /[^]/ };
}
