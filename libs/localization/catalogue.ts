import { type Language, LANGUAGES, type Localized } from './language.js';
import { compileTemplate, type MessageValue, type Template } from './template.js';

/** Messages by key, each in both languages. */
export type MessageTable = Readonly<Record<string, Localized>>;

type NameIn<Place extends string> = Place extends `${infer Name}#${string}`
  ? Name
  : Place extends `${infer Name}~${string}`
    ? Name
    : Place extends `${infer Name}?${string}`
      ? Name
      : Place;

/** The names of the places in a message text. */
export type PlaceNames<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? NameIn<Place> | PlaceNames<Rest>
  : never;

/** What has to be handed over with a key: nothing, or a value for each place of the message. */
export type MessageArguments<Text extends string> = [PlaceNames<Text>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceNames<Text>, MessageValue>>];

/** A table whose two languages do not name the same places does not compile. */
type SamePlaces<Table extends MessageTable> = {
  readonly [Key in keyof Table]: [PlaceNames<Table[Key]['en']>, PlaceNames<Table[Key]['ru']>] extends [
    PlaceNames<Table[Key]['ru']>,
    PlaceNames<Table[Key]['en']>,
  ]
    ? unknown
    : { readonly en: never };
};

/** Keeps the texts of a table as literal types, so that keys and places are checked where a message is used. */
export function defineMessages<const Table extends MessageTable>(table: Table & SamePlaces<Table>): Table {
  return table;
}

export interface Catalogue<Table extends MessageTable> {
  readonly keys: readonly (keyof Table & string)[];
  /** @throws RangeError for an unknown key or a missing value, naming both. */
  readonly message: <Key extends keyof Table & string>(
    language: Language,
    key: Key,
    ...values: MessageArguments<Table[Key]['en']>
  ) => string;
  /** The names of the places of a message. */
  readonly places: (language: Language, key: keyof Table & string) => readonly string[];
}

/**
 * Compiles a table once, at start.
 * @throws RangeError naming the message that is written wrongly.
 */
export function createCatalogue<Table extends MessageTable>(table: Table): Catalogue<Table> {
  const templates = new Map(
    Object.entries(table).flatMap(([key, texts]) =>
      LANGUAGES.map((language) => [`${language}:${key}`, compile(key, texts[language], language)] as const),
    ),
  );
  const find = (language: Language, key: string): Template => {
    const template = templates.get(`${language}:${key}`);
    if (!template) throw new RangeError(`There is no message "${key}" in the catalogue`);
    return template;
  };
  return {
    keys: Object.keys(table),
    message: (language, key, ...[values]) => named(key, () => find(language, key).render(values ?? {})),
    places: (language, key) => [...find(language, key).names].sort(),
  };
}

function compile(key: string, text: string, language: Language): Template {
  return named(key, () => compileTemplate(text, language));
}

function named<T>(key: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new RangeError(`Message "${key}": ${(error as Error).message}`, { cause: error });
  }
}
