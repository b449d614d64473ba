import { execFileSync } from 'node:child_process';
import { readEnvironment } from '#libs/observability/environment.js';

/**
 * Runs a tool of poppler on a PDF. Where it is not installed it shouts and returns undefined, and fails in CI:
 * a check that was not made must be seen.
 */
export function poppler(
  tool: 'pdfinfo' | 'pdftotext' | 'pdffonts',
  args: string[],
  pdf: Buffer,
): string | undefined {
  try {
    return execFileSync(tool, args, { input: pdf, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const warning = `NOT CHECKED: ${tool} is missing, the PDF was not read (install poppler-utils)`;
    if (readEnvironment()['CI']) throw new Error(warning, { cause: error });
    process.stderr.write(`\n*** ${warning} ***\n`);
    return undefined;
  }
}
