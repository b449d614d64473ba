/** Beginnings that a spreadsheet takes for a formula or a command, also behind spaces and in full-width letters. */
const DANGEROUS = /^'*\s*[=+\-@\t\r\0＝＋－＠]/;

/** The text as a CSV file may hold it: an apostrophe before what a spreadsheet would run. */
export const guarded = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** The text that was guarded. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && DANGEROUS.test(text) ? text.slice(1) : text;
