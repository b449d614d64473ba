import { type Command, InvalidArgumentError, Option } from 'commander';
import path from 'node:path';
import { INSTANT_PATTERN } from '#libs/contracts/shapes.js';
import { SystemClock } from '#libs/observability/clock.js';
import { developmentDataFolder } from '#libs/service-host/service-config.js';
import { KEYS_FILE, privateKeyFile } from '#libs/signing/key-files.js';
import { createFirstKey, revokeKey, rotateKey } from '#libs/signing/manage-keys.js';

interface Flags {
  readonly folder: string;
  readonly at: string;
}

/** `cli keys …`: the keys that sign bulletins. */
export function addKeysCommand(program: Command): void {
  const keys = program.command('keys').description('makes, rotates and revokes the keys that sign bulletins');
  const command = (name: string, what: string, time: string) =>
    keys.command(name).description(what).addOption(folderOption()).addOption(instantOption(time));

  command(
    'create',
    'makes the first key of a folder that has none',
    'first instant for which it is valid',
  ).action(async ({ folder, at }: Flags) => {
    const key = await createFirstKey(folder, at);
    if (!key) throw new Error(`There are keys in ${folder} already. A new one: keys rotate.`);
    say(`${key.kid} signs from ${at} on.`, folder, key.kid);
  });
  command(
    'rotate',
    'makes a new key; the ones before stay valid for the overlap, and verify for ever',
    'when the new key begins to sign',
  )
    .addOption(
      new Option('--overlap <hours>', 'how long the keys before may still sign').argParser(hours).default(24),
    )
    .action(async ({ folder, at, overlap }: Flags & { readonly overlap: number }) => {
      const { kid } = await rotateKey(folder, at, overlap);
      say(`${kid} signs from ${at} on.`, folder, kid);
    });
  command('revoke', 'names a key as revoked: nothing that it signed is trusted any more', 'since when')
    .requiredOption('--key <id>', 'id of the key, as in the published keys')
    .action(async ({ folder, at, key }: Flags & { readonly key: string }) => {
      await revokeKey(folder, key, at);
      say(`${key} is revoked and its private half deleted.`, folder);
    });
}

function say(what: string, folder: string, kid?: string): void {
  process.stdout.write(`${what}\n  Publish  ${path.join(folder, KEYS_FILE)}\n`);
  if (kid !== undefined) process.stdout.write(`  Keep     ${privateKeyFile(folder, kid)}\n`);
}

function folderOption(): Option {
  const folder = path.join(developmentDataFolder(), 'signing');
  return new Option('--folder <folder>', 'where the keys lie')
    .default(folder)
    .argParser((text) => path.resolve(text));
}

function instantOption(what: string): Option {
  return new Option('--at <instant>', `${what}, e.g. 2027-01-01T00:00:00Z (default: now)`)
    .argParser(instant)
    .default(new SystemClock().now(), 'now');
}

function instant(text: string): string {
  if (!INSTANT_PATTERN.test(text)) throw new InvalidArgumentError('It must be an instant in UTC.');
  return text;
}

function hours(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('It must be a whole number of hours.');
  return Number(text);
}
