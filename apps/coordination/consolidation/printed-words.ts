import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';

/** What is printed of a case in words. */
export interface CaseText {
  /** None: the OCU leaves it out. */
  readonly text?: BilingualText;
  readonly substance?: string;
}

/** Words of the reports as the OCU decided to print them. */
export interface PrintedWords {
  /** By case id: a case that stands here has this text (none: left out) and this substance, not those of the report. */
  readonly caseTexts: ReadonlyMap<string, CaseText>;
  /** Substances of follow-ups, by `unit|day|followUpId`. */
  readonly followUpSubstances: ReadonlyMap<string, string>;
}

/** The words as the reports have them. */
export const AS_REPORTED: PrintedWords = { caseTexts: new Map(), followUpSubstances: new Map() };
