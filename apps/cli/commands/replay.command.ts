import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import cliProgress from 'cli-progress';
import { failpointsByService } from '../replay/failpoints.js';
import { replay } from '../replay/replay.js';
import { ReplayInputError } from '../replay/replay.types.js';
import { exitCodeOf, summarise } from '../replay/summary.js';
import { type Bus } from '../replay/stage.js';

interface ReplayFlags {
  readonly operation: string;
  readonly out: string;
  readonly day?: string;
  readonly bus: Bus;
  readonly seed: number;
  readonly json: boolean;
  readonly failpoint: readonly string[];
}

const HELP = `In <dir> each bulletin has five files: bulletin-005.en.html, .en.pdf, .ru.html, .ru.pdf and .json. chemical-check-i
comes to 32 bulletins in 160 files: No. 1 to 30 for its days, No. 12/Rev. 1 (bulletin-012-rev1) and the supplementary
No. 31. That takes some minutes on a machine with two cores at rest, and several times as long on a busy one. Nothing else
is left behind: database, bus and services are thrown away, and the logs are kept only where something went wrong.

Exit code: 0 all figures equal; 1 a figure differs, also where the replay stopped later; 2 the replay could not run, or
stopped at an answer that it did not expect (“stopped at day …”) with no figure differing before.
With --bus kafka the broker of KAFKA_BROKERS is used, else one is started.`;

/** `cli replay`: the whole chain on a throw-away database, with every figure compared. */
export function addReplayCommand(program: Command): void {
  program
    .command('replay')
    .description(
      'replays an operation through the public API and writes its bulletins; every figure is compared with an independent computation',
    )
    .requiredOption('--operation <code>', 'operation of config/operations, e.g. chemical-check-i')
    .requiredOption('--out <dir>', 'folder for the bulletins')
    .option('--day <YYYY-MM-DD>', 'run up to this day and write its bulletin alone')
    .addOption(
      new Option('--bus <bus>', 'bus between the services')
        .choices(['kafka', 'embedded'])
        .default('embedded'),
    )
    .option('--seed <n>', 'seed of the generated reports; one seed gives one result', wholeNumber, 1)
    .option(
      '--failpoint <service:point>',
      'fault to provoke, e.g. coordination:consumer.committed-offset-not:kill:5; may be repeated',
      collect,
      [],
    )
    .option('--json', 'print the result as JSON', false)
    .addHelpText('after', `\n${HELP}`)
    .action(async (flags: ReplayFlags) => {
      process.exitCode = await run(flags);
    });
}

async function run(flags: ReplayFlags): Promise<number> {
  const bar = new cliProgress.SingleBar(
    {
      format: '  {bar} {value}/{total} bulletins  {duration_formatted}',
      stream: process.stderr,
      clearOnComplete: true,
    },
    cliProgress.Presets.shades_classic,
  );
  const out = path.resolve(flags.out);
  try {
    const result = await replay({
      operation: flags.operation,
      out,
      ...(flags.day !== undefined && { day: flags.day }),
      bus: flags.bus,
      seed: flags.seed,
      failpoints: failpointsByService(flags.failpoint),
      say: (line) => void process.stderr.write(`${line}\n`),
      onProgress: (done, total) => (done === 0 ? bar.start(total, 0) : bar.update(done)),
    });
    bar.stop();
    process.stdout.write(flags.json ? `${JSON.stringify(result, null, 2)}\n` : summarise(result, out));
    return exitCodeOf(result);
  } catch (error) {
    bar.stop();
    process.stderr.write(`${describe(error)}\n`);
    return 2;
  }
}

function describe(error: unknown): string {
  if (error instanceof ReplayInputError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `The replay could not run: ${message}${cause}`;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

const collect = (text: string, before: readonly string[]): string[] => [...before, text];
