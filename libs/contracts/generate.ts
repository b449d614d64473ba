/**
 * Writes docs/asyncapi.yaml and libs/contracts/schemas from the topic table and the message classes. Run it in the root
 * of the project. A change that breaks a released schema is refused: make a new major version of the event. With
 * `--accept-breaks` it is written all the same (before a release).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatedFiles } from './asyncapi/generated-files.js';
import { breaksSinceRelease } from './evolution/released-schemas.js';

const root = process.cwd();
const broken = breaksSinceRelease(root);
for (const [file, breaks] of broken)
  for (const { path: place, kind, detail } of breaks)
    process.stderr.write(`${file}: ${place || 'message'}: ${kind}: ${detail}\n`);

if (broken.size > 0 && !process.argv.includes('--accept-breaks')) {
  process.stderr.write(
    'Nothing was written: released messages could no longer be read. Make a new major version.\n',
  );
  process.exitCode = 1;
} else {
  for (const [file, content] of generatedFiles()) {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
