import { LABELS } from '#libs/localization/labels.js';
import { OFFICER_WORDS } from './officer-words.js';
import { type ListName } from './word-list.js';

export type Words = Readonly<Record<string, readonly [en: string, ru: string]>>;

const WORDS: Partial<Readonly<Record<ListName, Words>>> = {
  ...OFFICER_WORDS,
  nilReason: LABELS.nil_reason,
  revisionReason: LABELS.correction_reason,
  transportKind: LABELS.transport_kind,
  regime: LABELS.regime,
  outcome: LABELS.outcome,
  measureUnit: LABELS.measure_unit,
  method: LABELS.method,
  discrepancyKind: LABELS.discrepancy_kind,
};

/** The words of a list by code; undefined for lists of an operation, such as its units. */
export const wordsOf = (list: ListName | undefined): Words | undefined =>
  list === undefined ? undefined : WORDS[list];
