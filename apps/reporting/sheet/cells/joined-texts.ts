/** Several texts in one cell, separated by `; `; a semicolon inside one of them is written `\;`. */
export function joinTexts(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/\\(?=[\\;]|$)/g, '\\\\').replaceAll(';', '\\;')).join('; ');
}

/** The texts of a cell, without spaces around them; what is empty between two semicolons is nothing. */
export function splitTexts(cell: string): string[] {
  const parts = [''];
  for (const [piece] of cell.matchAll(/\\[\\;]|[^]/gu)) {
    if (piece === ';') parts.push('');
    else parts.push((parts.pop() ?? '') + (piece.length === 2 && piece.startsWith('\\') ? piece[1] : piece));
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
