/** What a field may hold, and how to say so to the person who maintains the file. */
export interface Expectation {
  readonly pattern: RegExp;
  readonly words: string;
}

export const SOME_TEXT: Expectation = { pattern: /\S/, words: 'text' };

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A value inside a JSON file together with its place. Reading it never throws: what does not fit is added to the list
 * of problems, so that one start names them all; the value returned then is a placeholder and must not be used.
 */
export class JsonField {
  constructor(
    readonly file: string,
    readonly path: string,
    private readonly value: unknown,
    private readonly problems: string[],
  ) {}

  /** Adds a problem at this place. */
  refuse(problem: string): void {
    this.problems.push(`${this.file}: ${this.path === '' ? 'the file' : this.path}: ${problem}`);
  }

  private expected(words: string): void {
    this.refuse(`expected ${words}, found ${shown(this.value)}`);
  }

  isAbsent(): boolean {
    return this.value === undefined;
  }

  get(name: string): JsonField {
    const value = isRecord(this.value) && Object.hasOwn(this.value, name) ? this.value[name] : undefined;
    return new JsonField(this.file, this.path === '' ? name : `${this.path}.${name}`, value, this.problems);
  }

  /** Refuses properties with other names: a misspelt optional property would be overlooked in silence. */
  allow(...names: string[]): void {
    if (!isRecord(this.value)) return this.expected('an object');
    const unknown = Object.keys(this.value).filter((name) => !names.includes(name));
    for (const name of unknown) this.get(name).refuse(`unknown property; known are ${names.join(', ')}`);
  }

  text({ pattern, words }: Expectation = SOME_TEXT): string {
    if (typeof this.value === 'string' && pattern.test(this.value)) return this.value;
    this.expected(words);
    return '';
  }

  optionalText(expectation: Expectation = SOME_TEXT): string | undefined {
    return this.value === undefined ? undefined : this.text(expectation);
  }

  oneOf<Choice extends string>(choices: readonly Choice[]): Choice {
    const choice = choices.find((candidate) => candidate === this.value);
    if (choice === undefined) this.expected(`one of ${choices.join(', ')}`);
    return choice ?? (choices[0] as Choice);
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') this.expected('true or false');
    return this.value === true;
  }

  whole(least: number, most: number): number {
    if (
      typeof this.value === 'number' &&
      Number.isInteger(this.value) &&
      this.value >= least &&
      this.value <= most
    )
      return this.value;
    this.expected(`a whole number from ${least} to ${most}`);
    return least;
  }

  items(): JsonField[] {
    if (!Array.isArray(this.value)) {
      this.expected('a list');
      return [];
    }
    return this.value.map(
      (item, place) => new JsonField(this.file, `${this.path}[${place}]`, item, this.problems),
    );
  }

  optionalTexts(): string[] | undefined {
    return this.value === undefined ? undefined : this.items().map((item) => item.text());
  }

  entries(): [string, JsonField][] {
    if (!isRecord(this.value)) {
      this.expected('an object');
      return [];
    }
    return Object.keys(this.value).map((name) => [name, this.get(name)]);
  }
}

type Loose<T> = { [Name in keyof T]: T[Name] | undefined };

/** Leaves out the properties that are undefined, so that an absent value is absent. */
export function withoutAbsent<T extends object>(values: Loose<T>): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/** Refuses a key that occurs twice. */
export function requireUnique(fields: readonly JsonField[], name: string): void {
  const seen = new Set<string>();
  for (const field of fields) {
    const key = field.get(name).text();
    if (seen.has(key)) field.get(name).refuse(`${JSON.stringify(key)} stands there twice`);
    seen.add(key);
  }
}
