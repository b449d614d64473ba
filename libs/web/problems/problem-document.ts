import { fieldWords } from '../field-catalogue.js';
import { CELL_WORDS, WRITTEN } from '../sheet-field-problems.js';
import { type FieldProblem, type ProblemError } from '../problem.js';
import { type ProblemLanguage, problemWords } from '../problem-catalogue.js';
import { sayValue } from './state-words.js';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** Body of a refusal (RFC 9457). */
export interface ProblemDocument {
  /** `urn:caravanserai:problem:<code>`: stable, made for programs. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** `urn:uuid:` of this occurrence, where the log tells more about it. */
  readonly instance?: string;
  /** How many fields are wrong, where `errors` does not name all of them. */
  readonly total?: number;
  readonly errors: readonly FieldDocument[];
}

interface FieldDocument {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly sheet?: string;
  readonly cell?: string;
}

type Params = Readonly<Record<string, string | number>>;

const PLACE = /\{(\w+)\}/g;
/** Longest value that a sentence repeats: values of the sender are echoed shortly, lists of what is allowed are ours. */
const MAX_ECHO = 200;

/** Says a refusal in the reader's language. A code without words is told by its status alone. */
export function problemDocument(
  problem: ProblemError,
  language: ProblemLanguage,
  id?: string,
): ProblemDocument {
  const params = id === undefined ? problem.params : { ...problem.params, id };
  const words = problemWords(problem.code, language) ?? problemWords('request-invalid', language);
  return {
    type: `urn:caravanserai:problem:${problem.code}`,
    title: words?.title ?? problem.code,
    status: problem.status,
    detail: (words?.detail ?? []).flatMap((sentence) => fill(sentence, params, language) ?? []).join(' '),
    ...(id === undefined ? {} : { instance: `urn:uuid:${id}` }),
    ...totalOf(problem),
    errors: problem.fields.map((field) => fieldDocument(field, language)),
  };
}

function totalOf({ params: { count }, fields }: ProblemError): { total?: number } {
  return typeof count === 'number' && count > fields.length ? { total: count } : {};
}

function fieldDocument(field: FieldProblem, language: ProblemLanguage): FieldDocument {
  const { path, code, params = {}, sheet, cell, written } = field;
  const inCell = sheet !== undefined && Object.hasOwn(CELL_WORDS, code) ? CELL_WORDS[code] : undefined;
  const words =
    (inCell && fill(inCell[language], params, language)) ??
    fill(fieldWords(code, language), params, language) ??
    fieldWords('wrong-form', language);
  const told = written === undefined ? undefined : fill(WRITTEN[language], { written }, language);
  return {
    path,
    code,
    message: [words, told].filter((part) => part !== undefined).join(' '),
    ...(sheet !== undefined && { sheet }),
    ...(cell !== undefined && { cell }),
  };
}

/** The sentence with its values, or undefined when one of them is not given. */
function fill(sentence: string, params: Params, language: ProblemLanguage): string | undefined {
  let complete = true;
  const text = sentence.replace(PLACE, (_place, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) complete = false;
    if (value === undefined) return '';
    const said = sayValue(name, value, language);
    return name === 'allowed' ? said : said.slice(0, MAX_ECHO);
  });
  return complete ? text : undefined;
}
