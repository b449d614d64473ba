import { FINDINGS, type FindingDefinition } from './findings.js';

type Language = 'en' | 'ru';

/** Sentences with the two figures that a check compared; its detail is `<declared> ≠ <counted>`. */
const COMPARED: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'counter.differs-from-lines': {
    en: 'The declared figure is {declared}, but the number of lines that it counts is {counted}.',
    ru: 'Заявленный показатель — {declared}, а соответствующих записей — {counted}.',
  },
};

/** The sentence of a finding for a reader, with its figures where they are known; the code where it is not in the list. */
export function findingText(
  { code, detail = '' }: { readonly code: string; readonly detail?: string },
  language: Language,
): string {
  const [, declared, counted] = /^(\d+) ≠ (\d+)$/.exec(detail) ?? [];
  const compared = Object.hasOwn(COMPARED, code) ? COMPARED[code] : undefined;
  if (compared && declared !== undefined && counted !== undefined)
    return compared[language].replace('{declared}', declared).replace('{counted}', counted);
  const definitions: Readonly<Record<string, FindingDefinition>> = FINDINGS;
  return Object.hasOwn(definitions, code) ? (definitions[code]?.[language] ?? code) : code;
}
