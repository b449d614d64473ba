/** Mean width of a character in Noto Sans, in units of the font size; capitals and Cyrillic are wider. */
const MEAN_WIDTH = 0.6;

/** Lines of at most so many characters; a word that is longer is cut, what does not fit ends with an ellipsis. */
export function wrapped(text: string, width: number, fontSize: number, mostLines: number): string[] {
  const most = Math.max(4, Math.floor(width / (fontSize * MEAN_WIDTH)));
  const lines: string[] = [''];
  for (const word of text.split(/[ \u200b]+/)) {
    const current = lines.at(-1) ?? '';
    const joined = current === '' ? word : `${current} ${word}`;
    if (Array.from(joined).length <= most || current === '') lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const kept = lines.slice(0, mostLines);
  if (lines.length > mostLines) kept[mostLines - 1] += ' …';
  return kept.map((line) => cut(line, most));
}

function cut(line: string, most: number): string {
  const characters = Array.from(line);
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`;
}
