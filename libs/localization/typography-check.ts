import { type Language } from './language.js';
import { TYPOGRAPHY_RULES, type TypographyRule } from './typography-rules.js';

/** One place in a text that breaks a rule. */
export interface TypographyProblem {
  readonly rule: string;
  /** Position in the text, in code units. */
  readonly index: number;
  /** The place with some text around it. */
  readonly excerpt: string;
  readonly advice: string;
}

const CONTEXT = 20;

/**
 * Looks through a finished text for what a proof-reader would mark; for tests of catalogues and golden files:
 * `expect(findTypographyProblems(text, 'ru')).toEqual([])`. Give it text, not mark-up: see visibleText.
 */
export function findTypographyProblems(text: string, language: Language): TypographyProblem[] {
  return TYPOGRAPHY_RULES[language]
    .flatMap((rule) => Array.from(text.matchAll(rule.pattern), ({ index }) => problem(rule, text, index)))
    .sort((a, b) => a.index - b.index);
}

function problem({ id, advice }: TypographyRule, text: string, index: number): TypographyProblem {
  return { rule: id, index, excerpt: text.slice(Math.max(0, index - CONTEXT), index + CONTEXT), advice };
}
