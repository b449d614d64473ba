import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { type Language, LANGUAGES } from '#libs/localization/language.js';
import { readPublishedKeys } from '#libs/signing/published-key.js';
import { readGiven } from '#libs/signing/verification/read-given.js';
import { printableJson } from '#libs/signing/verification/printable.js';
import { verifyBulletins } from '#libs/signing/verification/verify-bulletins.js';
import { type Verification } from '#libs/signing/verification/verification.types.js';
import { type VerifyAuditFlags, verifyAuditTrail } from './audit.command.js';
import {
  findingInWords,
  reportInWords,
  verificationMessage,
} from '#libs/signing/verification/verification-messages.js';

interface VerifyFlags extends VerifyAuditFlags {
  readonly audit?: boolean;
}

/** `cli verify`: whether bulletins are genuine and unaltered, without a database or a network. */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description(
      'checks that bulletins are genuine and unaltered: files, manifest, signature, key and the chain to the bulletins before; needs no database and no network',
    )
    .argument(
      '[paths...]',
      'a folder, of which every file is checked, or single files with their manifest beside them',
    )
    .requiredOption('--keys <file>', 'the published keys (keys.json), received by a way that you trust')
    .option('--json', 'print the result as JSON', false)
    .option(
      '--audit',
      'check the audit trail of all services; paths are folders with manifests kept elsewhere',
    )
    .addOption(new Option('--database-url <url>', 'with --audit: the database').env('DATABASE_URL'))
    .option('--file <file>', 'with --audit: an exported trail (audit export) in place of the database')
    .addOption(new Option('--language <language>', 'language of the answer').choices(LANGUAGES).default('en'))
    .addHelpText(
      'after',
      `
A bulletin is checked with bulletin-005.manifest.json and bulletin-005.manifest.jws beside its files
(manifest.json and manifest.jws where a folder holds one bulletin).

Exit code: 0 everything is genuine (a gap in the chain is only noted), 1 something is not, 2 the check could not run.

  npm run cli -- verify bulletins --keys keys.json
  npm run cli -- verify bulletin-005.ru.pdf --keys keys.json --language ru
  npm run cli -- verify --audit --keys keys.json --database-url postgres://…
  npm run cli -- verify --audit --keys keys.json --file trail.jsonl bulletins`,
    )
    .action(async (paths: readonly string[], flags: VerifyFlags) => {
      process.exitCode = flags.audit ? await verifyAuditTrail(paths, flags) : await run(paths, flags);
    });
}

async function run(paths: readonly string[], { keys: file, json, language }: VerifyFlags): Promise<number> {
  const { keys } = await readPublishedKeys(await readFile(file, 'utf8'), file);
  const result = await verifyBulletins(await readGiven(paths), keys);
  const count = problemsOf(result);
  process.stdout.write(json ? `${printableJson(result)}\n` : inWords(result, count, language));
  if (result.bulletins.length === 0 && count === 0) return 2;
  return count === 0 ? 0 : 1;
}

function problemsOf({ bulletins, findings }: Verification): number {
  return [findings, ...bulletins.map((bulletin) => bulletin.findings)].flat().length;
}

function inWords({ bulletins, findings }: Verification, count: number, language: Language): string {
  const reports = bulletins.map((bulletin) => reportInWords(bulletin, language).join('\n  '));
  const strays = findings.map((finding) => `✕ ${findingInWords(finding, undefined, language)}`);
  const ending =
    bulletins.length === 0
      ? verificationMessage(language, 'result.nothing')
      : count === 0
        ? verificationMessage(language, 'result.good', { count: bulletins.length })
        : verificationMessage(language, 'result.bad', { count });
  const missing = bulletins.flatMap(({ notes }) => notes).length;
  const gaps = missing > 0 ? [verificationMessage(language, 'result.gaps', { count: missing })] : [];
  return `${[...reports, ...strays, ending, ...gaps].join('\n\n')}\n`;
}
