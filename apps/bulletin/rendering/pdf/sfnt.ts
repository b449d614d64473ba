/** The two tables of a TrueType font that are needed here. Source: OpenType specification 1.9, `cmap` and `name`. */

interface Table {
  readonly offset: number;
  readonly length: number;
}

function tableOf(font: Buffer, tag: string): Table {
  const count = font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    if (font.toString('latin1', entry, entry + 4) === tag) {
      return { offset: font.readUInt32BE(entry + 8), length: font.readUInt32BE(entry + 12) };
    }
  }
  throw new Error(`The font has no table "${tag}"`);
}

/** A copy of the font under another family name of the same length; its outlines and PostScript name stay. */
export function withFamilyName(font: Buffer, family: string, name: string): Buffer {
  if (family.length !== name.length) throw new RangeError(`"${name}" is not as long as "${family}"`);
  const renamed = Buffer.from(font);
  const { offset, length } = tableOf(renamed, 'name');
  const names = renamed.subarray(offset, offset + length);
  for (const encode of [utf16BigEndian, latin1]) {
    const [from, to] = [encode(family), encode(name)];
    for (let at = names.indexOf(from); at >= 0; at = names.indexOf(from, at + 1)) to.copy(names, at);
  }
  return renamed;
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16BigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/**
 * Inclusive ranges of code points for which the font has a glyph, from its Unicode subtable of format 12 or 4.
 * @throws Error when it has neither.
 */
export function coveredRanges(font: Buffer): [first: number, last: number][] {
  const { offset } = tableOf(font, 'cmap');
  const subtables = Array.from({ length: font.readUInt16BE(offset + 2) }, (_, place) => {
    const record = offset + 4 + place * 8;
    const at = offset + font.readUInt32BE(record + 4);
    return { at, platform: font.readUInt16BE(record), format: font.readUInt16BE(at) };
  }).filter(({ platform }) => platform === 0 || platform === 3);
  const full = subtables.find(({ format }) => format === 12);
  if (full) return segmentedCoverage(font, full.at);
  const basic = subtables.find(({ format }) => format === 4);
  if (basic) return basicCoverage(font, basic.at);
  throw new Error('The font has no Unicode character map of format 4 or 12');
}

function segmentedCoverage(font: Buffer, at: number): [number, number][] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, group) => {
    const place = at + 16 + group * 12;
    return [font.readUInt32BE(place), font.readUInt32BE(place + 4)];
  });
}

function basicCoverage(font: Buffer, at: number): [number, number][] {
  const bytes = font.readUInt16BE(at + 6);
  return Array.from({ length: bytes / 2 }, (_, segment): [number, number] => [
    font.readUInt16BE(at + 16 + bytes + segment * 2),
    font.readUInt16BE(at + 14 + segment * 2),
  ]).filter(([first]) => first !== 0xffff);
}
