const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};
const SPOKEN_ATTRIBUTES = /\s(?:alt|title|aria-label)="([^"]*)"/g;

/**
 * The text a reader of our own HTML sees or hears: texts between tags and spoken attributes, each on its line.
 * For checks of rendered pages; not a parser for foreign HTML.
 */
export function visibleText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(
      /<\/?[a-z!][^>]*>/gi,
      (tag) => `\n${Array.from(tag.matchAll(SPOKEN_ATTRIBUTES), (m) => m[1]).join('\n')}\n`,
    )
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, decodeEntity)
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((line) => line !== '')
    .join('\n');
}

function decodeEntity(entity: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? entity;
  return String.fromCodePoint(hex !== undefined ? parseInt(hex, 16) : Number(decimal));
}
