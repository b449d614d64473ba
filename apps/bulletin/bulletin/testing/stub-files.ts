import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { type RenderedFile } from '../../rendering/rendering.types.js';

const KINDS = [
  ['en', 'html'],
  ['en', 'pdf'],
  ['ru', 'html'],
  ['ru', 'pdf'],
  ['mul', 'json'],
] as const;

/** Five small files that tell when they were issued, where the renderer itself is not what a spec is about. */
export function stubFiles(issuedAt: string): RenderedFile[] {
  return KINDS.map(([language, format]) => {
    const bytes = Buffer.from(`${language} ${format} ${issuedAt}`);
    return {
      name: `bulletin.${language}.${format}`,
      language,
      format,
      mediaType: '',
      bytes,
      sha256: sha256Hex(bytes),
      charactersWithoutGlyph: format === 'pdf' && language === 'ru' ? ['𓀀'] : [],
    };
  });
}
