/** Letters of a column, 1-based: 1 → `A`, 28 → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Number of a column, 1-based: `A` → 1, `XFD` → 16384. */
function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** The parts of `B14`; undefined for anything that is no cell of a sheet (the last one is XFD1048576). */
export function parseCellReference(text: string): { column: number; row: number } | undefined {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(text);
  if (!match) return undefined;
  const [column, row] = [columnNumber(match[1] ?? ''), Number(match[2])];
  return column <= 16_384 && row <= 1_048_576 ? { column, row } : undefined;
}
