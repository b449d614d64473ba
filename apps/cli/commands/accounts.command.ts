import { type Command, Option } from 'commander';
import { identityService, inviteAdministrator } from '#apps/identity/index.js';
import { EMAIL_PATTERN, OPERATION_PATTERN } from '#libs/contracts/shapes.js';
import { type Language } from '#libs/localization/language.js';
import { SystemClock } from '#libs/observability/clock.js';
import { withServiceDatabase } from '#libs/service-host/start-service.js';
import { ProblemError } from '#libs/web/problem.js';
import { problemDocument } from '#libs/web/problems/problem-document.js';
import { databaseUrlOption } from './options.js';
import { showCode } from './show-code.js';

interface InviteFlags {
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly operation: string;
  readonly name: string;
  readonly mail: string;
  readonly language: Language;
}

/** `cli accounts invite-administrator`: the first account of an operation; all others are invited by it. `accounts code`. */
export function addAccountsCommand(program: Command): void {
  const accounts = program.command('accounts').description('the accounts of people');
  accounts
    .command('code')
    .description(
      'asks for the key of an authenticator and prints its present code: for trying out without an app',
    )
    .action(() => showCode());
  accounts
    .command('invite-administrator')
    .description('invites the first administrator of an operation; prints the token of the invitation once')
    .requiredOption('--operation <code>', 'code of the operation, e.g. chemical-check-i')
    .requiredOption('--name <name>', 'name at sign-in: letters, digits, dot, hyphen, underscore')
    .requiredOption('--mail <address>', 'mail address')
    .addOption(new Option('--language <code>', 'language of the person').choices(['en', 'ru']).default('en'))
    .addOption(
      new Option('--key-file <file>', 'key of the second factors')
        .env('IDENTITY_KEY_FILE')
        .makeOptionMandatory(),
    )
    .addOption(databaseUrlOption())
    .action(invite);
}

async function invite({ databaseUrl, keyFile, ...person }: InviteFlags): Promise<void> {
  if (!OPERATION_PATTERN.test(person.operation))
    throw new Error(`${person.operation} is no code of an operation.`);
  if (!EMAIL_PATTERN.test(person.mail)) throw new Error(`${person.mail} is no mail address.`);
  const at = new SystemClock().now();
  const { token, expiresAt } = await withServiceDatabase(identityService, databaseUrl, (dataSource) =>
    inviteAdministrator(dataSource, keyFile, person, at).catch(inEnglish),
  );
  process.stdout.write(`Invitation of ${person.name} until ${expiresAt}, shown this once:\n${token}\n`);
}

function inEnglish(error: unknown): never {
  if (!(error instanceof ProblemError)) throw error;
  const { title, detail } = problemDocument(error, 'en');
  throw new Error(`${title}. ${detail}`);
}
