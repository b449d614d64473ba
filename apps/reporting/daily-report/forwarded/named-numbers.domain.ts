import { matchingKey } from '#libs/reference/identifiers/matching-key.js';

/** What stands in the place of a number that was taken out of a text. */
const GAP = '«…»';

/** A word as ids are written: no white space and no punctuation at its ends. */
const WORD = /[\p{L}\p{N}](?:[^\s,;()«»"“”]*[\p{L}\p{N}])?/gu;

/** Letters and digits alone, upper case, Cyrillic look-alikes as Latin: as transport numbers are compared. */
export const fold = (text: string): string => matchingKey('other', text).slice('other:'.length);

/** Numbers and ids that a text must not name, however they are written there. */
export class NamedNumbers {
  /** By length, so that a text is read once for each length and not once for each number. */
  readonly #byLength = new Map<number, Set<string>>();

  readonly #ids: ReadonlySet<string>;

  /**
   * @param folded numbers as `fold` gives them, with more than 2 characters
   * @param ids ids of records, likewise, which are compared as they are
   */
  constructor(folded: Iterable<string>, ids: Iterable<string> = []) {
    this.#ids = new Set(ids);
    for (const number of folded) {
      const ofLength = this.#byLength.get(number.length) ?? new Set();
      this.#byLength.set(number.length, ofLength.add(number));
    }
  }

  get isEmpty(): boolean {
    return this.#byLength.size === 0 && this.#ids.size === 0;
  }

  areIn(text: string): boolean {
    return this.haveNumberIn(text) || (text.match(WORD) ?? []).some((word) => this.#ids.has(word));
  }

  /** @param atLeast numbers that are shorter when folded do not count */
  haveNumberIn(text: string, atLeast = 1): boolean {
    return this.#byLength.size > 0 && this.#places(fold(text), atLeast).length > 0;
  }

  /** The text with «…» in the place of each number and id; never longer than it was. */
  takenOutOf(text: string): string {
    if (!this.areIn(text)) return text;
    const withoutIds = text.replace(WORD, (word) => (this.#ids.has(word) ? GAP : word));
    return this.#withoutNumbers(withoutIds);
  }

  #withoutNumbers(text: string): string {
    const characters = [...text];
    const folded = characters.map(fold);
    const owners = folded.flatMap((part, index) => Array<number>(part.length).fill(index));
    const isNamed = new Set<number>();
    for (const [start, length] of this.#places(folded.join(''), 1)) {
      const [first = 0, last = 0] = [owners[start], owners[start + length - 1]];
      for (let index = first; index <= last; index++) isNamed.add(index);
    }
    const kept = characters.map((character, index) =>
      !isNamed.has(index) ? character : isNamed.has(index - 1) ? '' : GAP,
    );
    // Characters that compose with each other fold otherwise together than alone.
    return this.areIn(kept.join('')) ? GAP : kept.join('');
  }

  /** Start and length of every number in a folded text, in UTF-16 units. */
  #places(folded: string, atLeast: number): [number, number][] {
    const places: [number, number][] = [];
    for (const [length, numbers] of this.#byLength)
      for (let start = 0; length >= atLeast && start + length <= folded.length; start++)
        if (numbers.has(folded.slice(start, start + length))) places.push([start, length]);
    return places;
  }
}
