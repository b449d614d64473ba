import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readWorkbook, WorkbookRefusedError } from '../read-workbook.js';
import { warmUpReader } from './warm-up-reader.js';

/** Reads the files of a folder in a process that has read none but that of the warm-up; tells what each one took. */
const [folder = '', warmUp] = process.argv.slice(2);

const outcomeOf = (file: Buffer): Promise<string> =>
  readWorkbook(file).then(
    () => 'read',
    (error: unknown) => (error instanceof WorkbookRefusedError ? error.code : String(error)),
  );

/** Milliseconds of the processor. */
async function costOf(file: Buffer): Promise<{ outcome: string; cost: number }> {
  const before = process.cpuUsage();
  const outcome = await outcomeOf(file);
  const { user, system } = process.cpuUsage(before);
  return { outcome, cost: (user + system) / 1000 };
}

const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));
if (warmUp !== 'cold') await warmUpReader();
for (const { name, bytes } of files)
  process.stdout.write(`${JSON.stringify({ name, ...(await costOf(bytes)) })}\n`);
