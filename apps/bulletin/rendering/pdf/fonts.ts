import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

interface FontSource {
  /** npm package that holds the TrueType files. */
  readonly package: string;
  readonly files: readonly string[];
  readonly family: string;
  /** Bulletins cannot be printed without it; other families only add scripts. */
  readonly required: boolean;
}

/** Fonts in the order in which a character is looked up. A family is added by one line here and its package. */
const FONT_SOURCES: readonly FontSource[] = [
  {
    package: '@expo-google-fonts/noto-sans',
    files: ['400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf'],
    family: 'Noto Sans',
    required: true,
  },
  ...['Georgian', 'Armenian', 'Arabic'].map((script) => ({
    package: `@expo-google-fonts/noto-sans-${script.toLowerCase()}`,
    files: [`400Regular/NotoSans${script}_400Regular.ttf`, `700Bold/NotoSans${script}_700Bold.ttf`],
    family: `Noto Sans ${script}`,
    required: false,
  })),
  {
    package: 'dejavu-fonts-ttf',
    files: ['ttf/DejaVuSans.ttf', 'ttf/DejaVuSans-Bold.ttf'],
    family: 'DejaVu Sans',
    required: false,
  },
];

export interface FontFile {
  readonly path: string;
  readonly family: string;
  /** Name under which it is registered, of the same length. */
  readonly registeredFamily: string;
}

/**
 * The font files that are installed.
 * Each family is registered under a name of ours: Typst also sees the fonts of the machine, and one of the same name
 * but another version would change the bytes of a bulletin.
 * @throws Error naming the package when a required font is missing.
 */
export function installedFonts(): FontFile[] {
  return FONT_SOURCES.flatMap((source) => {
    const folder = packageFolder(source.package);
    const files = source.files.map((file) => path.join(folder ?? '', file));
    const isComplete = folder !== undefined && files.every((file) => existsSync(file));
    if (!isComplete && source.required) {
      throw new Error(`The fonts of ${source.package} are not installed: run npm ci`);
    }
    if (!isComplete) return [];
    return files.map((file) => ({
      path: file,
      family: source.family,
      registeredFamily: registered(source.family),
    }));
  });
}

function registered(family: string): string {
  return `Cara${family.slice(4)}`;
}

function packageFolder(name: string): string | undefined {
  try {
    return path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
