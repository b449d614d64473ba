/** Control characters, which XML cannot hold, are written `_x000D_`, and such a text itself `_x005F_x000D_`. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** The text as it was typed. */
export function unescapeText(stored: string): string {
  if (!stored.includes('_x')) return stored;
  return stored.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Collects a text that comes in pieces, and no more of it than is needed to see that it is too long. */
export class TextCollector {
  private text = '';

  constructor(private readonly maxLength: number) {}

  add(piece: string): void {
    // Each escaped character takes seven; what is longer than that is too long in any case.
    if (this.text.length <= this.maxLength * 7) this.text += piece.slice(0, this.maxLength * 7 + 1);
  }

  /** The whole text; undefined when it is too long. */
  take(): string | undefined {
    const text = unescapeText(this.text);
    this.text = '';
    return text.length > this.maxLength ? undefined : text;
  }
}
