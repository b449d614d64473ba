import { Command } from 'commander';
import { addAccountsCommand } from './commands/accounts.command.js';
import { addAuditCommand } from './commands/audit.command.js';
import { addKafkaCommand } from './commands/kafka.command.js';
import { addKeysCommand } from './commands/keys.command.js';
import { addMigrateCommand } from './commands/migrate.command.js';
import { addOpenPackageCommands } from './commands/open-package.command.js';
import { addRedriveCommand } from './commands/redrive.command.js';
import { addReplayCommand } from './commands/replay.command.js';
import { addRetentionCommand } from './commands/retention.command.js';
import { addTopicCommands } from './commands/topics.command.js';
import { addVerifyCommand } from './commands/verify.command.js';
import { addVerifyReceiptsCommand } from './commands/verify-receipts.command.js';
import { inWords, namingVariables } from './refusals.js';

const program = new Command('npm run cli --')
  .description("Operators' commands of Caravanserai")
  .showHelpAfterError('(add --help for the options)')
  .configureOutput({ outputError: (text, write) => write(namingVariables(text)) });
for (const add of [
  addReplayCommand,
  addVerifyCommand,
  addVerifyReceiptsCommand,
  addOpenPackageCommands,
  addKeysCommand,
  addMigrateCommand,
  addAccountsCommand,
  addAuditCommand,
  addKafkaCommand,
  addRedriveCommand,
  addTopicCommands,
  addRetentionCommand,
])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${inWords(error)}\n`);
  process.exitCode = 2;
}
