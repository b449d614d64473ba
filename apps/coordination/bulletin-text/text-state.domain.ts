import { type Remark } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { isCalendarDay } from '#libs/contracts/shapes.js';
import { foldText } from '#libs/nominal/text/nominal-fold.domain.js';
import { type NominalIndex } from '#libs/nominal/text/nominal-index.domain.js';
import { isReleasable, type NominalValue } from '#libs/nominal/text/nominal-kinds.js';
import { type ReleasedNumber, type TextDecision } from './text-decision.repository.js';
import { type TextSource } from './text-source.domain.js';

/** The two languages of a bulletin. */
export const BULLETIN_LANGUAGES = ['en', 'ru'] as const;
export type BulletinLanguage = (typeof BULLETIN_LANGUAGES)[number];

/** A nominal value that stands in a text. */
export interface NominalHit extends NominalValue {
  /** The OCU may let it stand, with a reason. */
  readonly releasable: boolean;
  /** Why it stands, where the OCU lets it. */
  readonly released?: string;
}

/** What the bulletin would print of a text, and what is still in the way. */
export interface TextState {
  readonly source: TextSource;
  readonly decision: TextDecision | undefined;
  readonly chosen: boolean;
  readonly en?: string;
  readonly ru?: string;
  /** Printed in this language alone. */
  readonly original?: Remark;
  readonly substance?: string;
  readonly missing: readonly BulletinLanguage[];
  readonly nominal: readonly NominalHit[];
  readonly ready: boolean;
  /** There is something to read or to decide: not in a follow-up without words whose ids name nobody. */
  readonly isListed: boolean;
}

/** Judges a text by the newest decision about it. */
export function stateOf(
  source: TextSource,
  decision: TextDecision | undefined,
  index: NominalIndex,
): TextState {
  const { chosen, originalOnly, released, substance } = decision ?? undecided(source);
  const words = wordsOf(source, decision);
  const original = originalOnly ? originalOf(source, words) : undefined;
  const printed = printedOf(words, original);
  const inText = hitsIn(chosen ? printed : [...printed, source.original?.text], index, released);
  const substanceNow = substance ?? source.substance;
  const inSubstance = hitsIn([substanceNow], index, released);
  const inIds = hitsInIds(source, index, released);
  const missing = original ? [] : missingOf(words);
  const nominal = unique([...inText, ...inSubstance, ...inIds]);
  return {
    source,
    decision,
    chosen,
    ...words,
    ...(original && { original }),
    ...(substanceNow !== undefined && { substance: substanceNow }),
    missing: chosen ? missing : [],
    nominal,
    ready: stands([...inSubstance, ...inIds]) && (!chosen || isFinished(missing, inText)),
    isListed: asksToBeRead(source, nominal),
  };
}

/** Officers number cases by day, and some documents are too: a number that is a date names nothing in an id. */
const hitsInIds = (
  { ids = [] }: TextSource,
  index: NominalIndex,
  released: readonly ReleasedNumber[],
): NominalHit[] => hitsIn(ids, index, released).filter(({ value }) => !isDate(foldText(value).folded));

const isDate = (folded: string): boolean =>
  isCalendarDay(folded.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));

const asksToBeRead = ({ source, substance }: TextSource, nominal: readonly NominalHit[]): boolean =>
  source !== 'follow_up' || substance !== undefined || nominal.length > 0;

const printedOf = ({ en, ru }: Words, original: Remark | undefined): (string | undefined)[] =>
  original ? [original.text] : [en, ru];

/** Without a decision a remark is left out, and the text that a unit proposes for its case is chosen. */
const undecided = (
  source: TextSource,
): Pick<TextDecision, 'chosen' | 'originalOnly' | 'released' | 'substance'> => ({
  chosen: source.proposed !== undefined,
  originalOnly: false,
  released: [],
  substance: null,
});

const missingOf = (words: Words): BulletinLanguage[] =>
  BULLETIN_LANGUAGES.filter((language) => words[language] === undefined);

const isFinished = (missing: readonly BulletinLanguage[], hits: readonly NominalHit[]): boolean =>
  missing.length === 0 && stands(hits);

/** Whether the OCU lets all of them stand. */
const stands = (hits: readonly NominalHit[]): boolean => hits.every(({ released }) => released !== undefined);

type Words = Partial<Record<BulletinLanguage, string>>;

/** The text in each language: as the OCU wrote it, else as the report has it. */
function wordsOf({ original, proposed }: TextSource, decision: TextDecision | undefined): Words {
  const words = (language: BulletinLanguage): string | undefined =>
    decision?.[language] ??
    proposed?.[language] ??
    (original?.language === language ? original.text : undefined);
  const [en, ru] = [words('en'), words('ru')];
  return { ...(en !== undefined && { en }), ...(ru !== undefined && { ru }) };
}

/** A remark in its own language, as the OCU rewrote it where it did. */
function originalOf({ original }: TextSource, words: Words): Remark | undefined {
  if (!original) return undefined;
  const { language } = original;
  const rewritten = language === 'en' || language === 'ru' ? words[language] : undefined;
  return { text: rewritten ?? original.text, language };
}

/** The nominal values that stand in the texts. */
export function hitsIn(
  texts: readonly (string | undefined)[],
  index: NominalIndex,
  released: readonly ReleasedNumber[] = [],
): NominalHit[] {
  const found = texts.flatMap((text) => (text === undefined ? [] : index.find(text)));
  const reasons = new Map(released.map(({ value, reason }) => [foldText(value).folded, reason]));
  return unique(found).map((value) => {
    const releasable = isReleasable(value.kind);
    const reason = releasable ? reasons.get(foldText(value.value).folded) : undefined;
    return { ...value, releasable, ...(reason !== undefined && { released: reason }) };
  });
}

function unique<T extends NominalValue>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [`${value.kind}|${value.value}`, value])).values()];
}
