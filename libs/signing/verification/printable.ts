/** Controls of a terminal, signs that turn the direction of writing or are not seen, ends of lines, halves of signs. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text of somebody else, such as a file's name, as a terminal may show it: with `\u202e` for what cannot be seen. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, escaped);
}

/** JSON that says the same without such signs; only its line ends stay. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNPRINTABLE, (sign) =>
    sign === '\n' ? sign : escaped(sign),
  );
}

const escaped = (sign: string): string =>
  [...Array(sign.length).keys()]
    .map((place) => `\\u${sign.charCodeAt(place).toString(16).padStart(4, '0')}`)
    .join('');
