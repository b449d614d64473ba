import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command } from 'commander';
import { type AuditSource, databaseSource } from '#libs/audit/verification/audit-source.js';
import { auditInWords } from '#libs/audit/verification/audit-messages.js';
import { exportLines, fileSource } from '#libs/audit/verification/export-file.js';
import { verifyAudit } from '#libs/audit/verification/verify-audit.js';
import { inOneView } from '#libs/audit/verification/verify-chain.js';
import { type Language } from '#libs/localization/language.js';
import { createDataSource } from '#libs/persistence/data-source.js';
import { readPublishedKeys } from '#libs/signing/published-key.js';
import { printableJson } from '#libs/signing/verification/printable.js';
import { readGiven } from '#libs/signing/verification/read-given.js';
import { databaseUrlOption } from './options.js';

/** What `cli verify --audit` is told. */
export interface VerifyAuditFlags {
  readonly keys: string;
  readonly json: boolean;
  readonly language: Language;
  /** Of the database; or an exported file. */
  readonly databaseUrl?: string;
  readonly file?: string;
}

/** `cli audit export`: the audit trail of all services as JSON lines, for whoever keeps or checks it elsewhere. */
export function addAuditCommand(program: Command): void {
  program
    .command('audit')
    .description('the audit trail of all services')
    .command('export')
    .description(
      'writes the trail with its seals, checkpoints and manifests as JSON lines; check it anywhere: verify --audit --file',
    )
    .argument('<file>', 'a file that does not exist yet')
    .addOption(databaseUrlOption())
    .action((file: string, { databaseUrl }: { databaseUrl: string }) =>
      withDatabase(databaseUrl, (source) =>
        pipeline(Readable.from(exportLines(source)), createWriteStream(file, { flags: 'wx', mode: 0o600 })),
      ),
    );
}

/**
 * Checks the audit trail of all services.
 * @param paths folders with manifests that were kept elsewhere
 * @returns exit code: 0 whole, 1 altered
 */
export async function verifyAuditTrail(paths: readonly string[], flags: VerifyAuditFlags): Promise<number> {
  const { keys } = await readPublishedKeys(await readFile(flags.keys, 'utf8'), flags.keys);
  const { bulletins, others } = await readGiven(paths);
  const manifests = [...bulletins.map(({ manifest }) => manifest), ...others];
  const check = (source: AuditSource) => verifyAudit(source, keys, manifests);
  const result =
    flags.file === undefined
      ? await withDatabase(flags.databaseUrl ?? '', check)
      : await check(fileSource(flags.file));
  const { findings } = result;
  const said = flags.json ? printableJson(result) : auditInWords(result, flags.language);
  process.stdout.write(`${said}\n`);
  return findings.length === 0 ? 0 : 1;
}

async function withDatabase<T>(databaseUrl: string, work: (source: AuditSource) => Promise<T>): Promise<T> {
  const dataSource = createDataSource({ databaseUrl, schema: 'public', migrations: [], poolSize: 1 });
  await dataSource.initialize();
  try {
    return await inOneView(dataSource, (manager) => work(databaseSource(manager)));
  } finally {
    await dataSource.destroy();
  }
}
