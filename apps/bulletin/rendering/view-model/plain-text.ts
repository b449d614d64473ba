const CONTROL_CHARACTERS =
  /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000\ue001\ufeff]+/gu;
const LONE_SURROGATES = /\p{Cs}/gu;
const LONG_RUN = /[^\s\u00a0\u200b]{40,}/gu;
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * A text from a report or a plan as one line: control characters and characters that turn the direction of writing
 * (they could make a line say something else in print) become blanks, and runs without a blank can be broken.
 */
export function plainText(text: string): string {
  return text
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(CONTROL_CHARACTERS, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(LONG_RUN, breakable);
}

/** The paragraphs of a longer text, each as one line. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(plainText)
    .filter((paragraph) => paragraph !== '');
}

/** Cuts a text at a word, with an ellipsis, where it is longer than so many characters. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most - 1).join('');
  return `${cut.replace(/\s+\S{0,15}$/u, '')}…`;
}

/** Words with at least one letter: what "250 words on the first page" counts. */
export function wordCount(text: string): number {
  return text.split(/[\s\u00a0]+/).filter((word) => /\p{L}/u.test(word)).length;
}

function breakable(run: string): string {
  return Array.from(run)
    .map((character, place) => (place > 0 && place % 20 === 0 ? ZERO_WIDTH_SPACE + character : character))
    .join('');
}
