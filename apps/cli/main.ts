import { Command } from 'commander';
import { addKafkaCommand } from './commands/kafka.command.js';
import { addMigrateCommand } from './commands/migrate.command.js';
import { addRedriveCommand } from './commands/redrive.command.js';
import { addReplayCommand } from './commands/replay.command.js';
import { addTopicCommands } from './commands/topics.command.js';

const program = new Command('caravanserai')
  .description("Operators' commands of Caravanserai")
  .showHelpAfterError('(add --help for the options)');
for (const add of [addReplayCommand, addMigrateCommand, addKafkaCommand, addRedriveCommand, addTopicCommands])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
