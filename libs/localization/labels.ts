import { type Language } from './language.js';
import { CONTROL_LABELS } from './catalogues/control-labels.js';
import { LANGUAGE_LABELS } from './catalogues/language-labels.js';
import { REPORT_LABELS } from './catalogues/report-labels.js';

/** Labels of the codes that reports, snapshots and bulletins carry, in tables and after a colon. */
export const LABELS = { ...CONTROL_LABELS, ...REPORT_LABELS, ...LANGUAGE_LABELS } as const;

export type LabelSet = keyof typeof LABELS;
export type LabelCode<Set extends LabelSet> = keyof (typeof LABELS)[Set] & string;

/**
 * The label of a code: `labelOf('regime', 'transit', 'ru')` → `транзит`.
 * @throws RangeError for a code that has no label, naming the set and the codes it knows.
 */
export function labelOf<Set extends LabelSet>(set: Set, code: LabelCode<Set>, language: Language): string {
  const labels: Readonly<Record<string, readonly [en: string, ru: string]>> = LABELS[set];
  const label = Object.hasOwn(labels, code) ? labels[code] : undefined;
  if (!label) throw new RangeError(`"${code}" is not a ${set}; known are ${Object.keys(labels).join(', ')}`);
  return label[language === 'en' ? 0 : 1];
}

/** Whether a code read from data has a label in that set. */
export function isLabelCode<Set extends LabelSet>(set: Set, code: string): code is LabelCode<Set> {
  return Object.hasOwn(LABELS[set], code);
}
