import { type Command } from 'commander';
import { eraseNominalData, reportingService, retentionStates } from '#apps/reporting/index.js';
import { SystemClock } from '#libs/observability/clock.js';
import { withServiceDatabase } from '#libs/service-host/start-service.js';
import { databaseUrlOption } from './options.js';

interface EraseFlags {
  readonly databaseUrl: string;
  readonly by: string;
  readonly approvedBy: string;
  readonly early: boolean;
}

/** `cli retention list` and `cli retention erase`: nominal data of operations that are over. */
export function addRetentionCommand(program: Command): void {
  const retention = program
    .command('retention')
    .description('how long nominal data is kept, and its erasure by destroying its keys');
  retention
    .command('list')
    .description('lists each operation with the last day on which its nominal data may be read')
    .addOption(databaseUrlOption())
    .action(({ databaseUrl }: { databaseUrl: string }) => list(databaseUrl));
  retention
    .command('erase')
    .argument('<operation>', 'code of the operation')
    .description('destroys the keys of an operation for ever: two persons order it; figures and hashes stay')
    .requiredOption('--by <name>', 'who orders it')
    .requiredOption('--approved-by <name>', 'who approves it; another person')
    .option('--early', 'although its retention has not ended', false)
    .addOption(databaseUrlOption())
    .action((operation: string, flags: EraseFlags) => erase(operation, flags));
}

async function list(databaseUrl: string): Promise<void> {
  const states = await withServiceDatabase(reportingService, databaseUrl, retentionStates);
  const today = new SystemClock().now().slice(0, 10);
  for (const { operation, until, isErased } of states) {
    const state = isErased ? 'erased' : until < today ? `due since ${until}` : `kept until ${until}`;
    process.stdout.write(`${operation}: ${state}\n`);
  }
}

async function erase(operation: string, { databaseUrl, by, approvedBy, early }: EraseFlags): Promise<void> {
  if (by.trim().toLowerCase() === approvedBy.trim().toLowerCase())
    throw new Error('Two persons are needed: --approved-by must name another one than --by.');
  const at = new SystemClock().now();
  await withServiceDatabase(reportingService, databaseUrl, async (dataSource) => {
    const known = (await retentionStates(dataSource)).find((state) => state.operation === operation);
    if (!known) throw new Error(`There is no operation ${operation}.`);
    if (known.until >= at.slice(0, 10) && !early)
      throw new Error(`Nominal data of ${operation} is kept until ${known.until}; --early erases it before.`);
    const keys = await eraseNominalData(dataSource, { operation, at, by: `${by}, ${approvedBy}` });
    const backups = 'Backups of the database still hold the wrapped keys: destroy them as well.';
    process.stdout.write(
      keys === 0 ? `${operation} was erased before.\n` : `${operation}: ${keys} keys destroyed. ${backups}\n`,
    );
  });
}
