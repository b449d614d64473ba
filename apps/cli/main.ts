import { Command } from 'commander';
import { addKafkaCommand } from './commands/kafka.command.js';
import { addMigrateCommand } from './commands/migrate.command.js';
import { addReplayCommand } from './commands/replay.command.js';

const program = new Command('caravanserai')
  .description("Operators' commands of Caravanserai")
  .showHelpAfterError('(add --help for the options)');
for (const add of [addReplayCommand, addMigrateCommand, addKafkaCommand]) add(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
