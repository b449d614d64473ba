import { readFileSync } from 'node:fs';
import { readWorkbook, WorkbookRefusedError } from '../read-workbook.js';
import { warmUpReader } from './warm-up-reader.js';

/** Reads a file some times in a process that has read none but that of the warm-up; tells what each reading took. */
const [file = '', readings = '1'] = process.argv.slice(2);

const outcomeOf = (bytes: Buffer): Promise<string> =>
  readWorkbook(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof WorkbookRefusedError ? error.code : String(error)),
  );

/** Milliseconds of the processor. */
async function costOf(bytes: Buffer): Promise<{ outcome: string; cost: number }> {
  const before = process.cpuUsage();
  const outcome = await outcomeOf(bytes);
  const { user, system } = process.cpuUsage(before);
  return { outcome, cost: (user + system) / 1000 };
}

const bytes = readFileSync(file);
await warmUpReader();
for (let reading = 0; reading < Number(readings); reading += 1)
  process.stdout.write(`${JSON.stringify(await costOf(bytes))}\n`);
