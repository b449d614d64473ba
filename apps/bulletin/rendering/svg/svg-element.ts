type Attributes = Readonly<Record<string, string | number>>;

/** An element of a drawing. Attribute values and texts are escaped here and nowhere else. */
export function element(name: string, attributes: Attributes, ...content: readonly SvgMarkup[]): SvgMarkup {
  const written = Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escapeXml(String(value))}"`)
    .join('');
  return new SvgMarkup(`<${name}${written}>${content.map((part) => part.markup).join('')}</${name}>`);
}

export function textContent(text: string): SvgMarkup {
  return new SvgMarkup(escapeXml(text));
}

/** Markup that was made by `element` and `textContent`: the only kind of markup that drawings are put together from. */
export class SvgMarkup {
  constructor(readonly markup: string) {}
}

/** A drawing scaled to its frame. Its font is the one of the document. */
export function drawing(width: number, height: number, content: readonly SvgMarkup[]): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': `${SVG_FONT}, Noto Sans, Segoe UI, Arial, sans-serif`,
    },
    ...content,
  ).markup;
}

/** The family under which the PDF's fonts are registered (see pdf/fonts.ts). */
export const SVG_FONT = 'Cara Sans';

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
