import { type Command, InvalidArgumentError, Option } from 'commander';
import path from 'node:path';
import { type ApprovedKeyChange, findApprovedKeyChange, identityService } from '#apps/identity/index.js';
import { INSTANT_PATTERN } from '#libs/contracts/shapes.js';
import { SystemClock } from '#libs/observability/clock.js';
import { developmentDataFolder } from '#libs/service-host/service-config.js';
import { withServiceDatabase } from '#libs/service-host/start-service.js';
import { KEYS_FILE, privateKeyFile } from '#libs/signing/key-files.js';
import { createFirstKey, publishedKeysHash, revokeKey, rotateKey } from '#libs/signing/manage-keys.js';
import { databaseUrlOption } from './options.js';

const ROTATE = 'signing-key.rotate';
const REVOKE = 'signing-key.revoke';

interface Flags {
  readonly folder: string;
  readonly at: string;
}

interface ApprovedFlags {
  readonly folder: string;
  readonly approval: string;
  readonly databaseUrl: string;
}

type AddCommand = (name: string, what: string, time: string) => Command;

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
    if (!key) throw new Error(`There are keys in ${folder} already. A new one: keys propose-rotation.`);
    say(`${key.kid} signs from ${at} on.`, folder, key.kid);
  });
  addProposals(command);
  addApproved(keys);
}

/** What another person has to approve is written in full, as the body of the request that proposes it. */
function addProposals(command: AddCommand): void {
  command(
    'propose-rotation',
    'prints what to propose for a new key; the ones before stay valid for the overlap, and verify for ever',
    'when the new key begins to sign',
  )
    .addOption(
      new Option('--overlap <hours>', 'how long the keys before may still sign').argParser(hours).default(24),
    )
    .action(async ({ folder, at, overlap }: Flags & { readonly overlap: number }) => {
      const hash = await publishedKeysHash(folder);
      sayProposal({ kind: ROTATE, publishedKeysHash: hash, from: at, overlapHours: overlap });
    });
  command(
    'propose-revocation',
    'prints what to propose to revoke a key: nothing that it signed is trusted any more',
    'since when',
  )
    .requiredOption('--key <id>', 'id of the key, as in the published keys')
    .action(async ({ folder, at, key }: Flags & { readonly key: string }) => {
      sayProposal({ kind: REVOKE, publishedKeysHash: await publishedKeysHash(folder), key, from: at });
    });
}

/** One person proposed it and another one approved it: the machine that holds the keys carries it out. */
function addApproved(keys: Command): void {
  approved(keys, 'rotate', 'makes a new key, as two persons approved it').action(
    async (flags: ApprovedFlags) => {
      const { publishedKeysHash: hash, from, overlapHours } = await approvedChange(flags, ROTATE);
      const { kid } = await rotateKey(flags.folder, from, overlapHours, hash);
      say(`${kid} signs from ${from} on.`, flags.folder, kid);
    },
  );
  approved(keys, 'revoke', 'revokes a key, as two persons approved it').action(
    async (flags: ApprovedFlags) => {
      const { publishedKeysHash: hash, key, from } = await approvedChange(flags, REVOKE);
      await revokeKey(flags.folder, key, from, hash);
      say(`${key} is revoked and its private half deleted.`, flags.folder);
    },
  );
}

function approved(keys: Command, name: string, what: string): Command {
  return keys
    .command(name)
    .description(what)
    .addOption(folderOption())
    .requiredOption('--approval <id>', 'id of the approved proposal')
    .addOption(databaseUrlOption());
}

function approvedChange<K extends ApprovedKeyChange['kind']>(
  { approval, databaseUrl }: ApprovedFlags,
  kind: K,
): Promise<Extract<ApprovedKeyChange, { kind: K }>> {
  const at = new SystemClock().now();
  return withServiceDatabase(identityService, databaseUrl, (dataSource) =>
    findApprovedKeyChange(dataSource, approval, kind, at),
  );
}

function sayProposal(body: ApprovedKeyChange): void {
  const where = `signing-key-${body.kind === ROTATE ? 'rotation' : 'revocation'}`;
  const next = `Propose it: POST /api/identity/operations/<operation>/proposals/${where}; another person approves it.`;
  process.stderr.write(`${next}\n`);
  process.stdout.write(`${JSON.stringify(body)}\n`);
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
