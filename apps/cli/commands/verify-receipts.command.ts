import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { type Language, LANGUAGES } from '#libs/localization/language.js';
import { readPublishedKeys } from '#libs/signing/published-key.js';
import { receiptFindingInWords, receiptsResult } from '#libs/signing/receipts/receipt-messages.js';
import { type SignedReceipt } from '#libs/signing/receipts/receipt.types.js';
import { verifyReceipts } from '#libs/signing/receipts/verify-receipts.js';

interface VerifyFlags {
  readonly keys: string;
  readonly language: Language;
}

/** `cli verify-receipts`: whether the countries' receipts are genuine and complete, without a database or a network. */
export function addVerifyReceiptsCommand(program: Command): void {
  program
    .command('verify-receipts')
    .description(
      "checks that the countries' acknowledgements and refusals are unaltered and that none was taken out; needs no database and no network",
    )
    .argument('<file>', 'the answer of GET /api/bulletin/operations/<operation>/receipts, saved')
    .requiredOption('--keys <file>', 'the published keys (keys.json), received by a way that you trust')
    .addOption(new Option('--language <language>', 'language of the answer').choices(LANGUAGES).default('en'))
    .addHelpText('after', '\nExit code: 0 all are genuine, 1 something is not, 2 the check could not run.')
    .action(async (file: string, flags: VerifyFlags) => {
      process.exitCode = await run(file, flags);
    });
}

async function run(file: string, { keys: keysFile, language }: VerifyFlags): Promise<number> {
  const { keys } = await readPublishedKeys(await readFile(keysFile, 'utf8'), keysFile);
  const receipts = receiptsIn(await readFile(file, 'utf8'), file);
  const findings = await verifyReceipts(receipts, keys);
  const lines = findings.map((finding) => `✕ ${receiptFindingInWords(finding, language)}`);
  process.stdout.write(
    `${[...lines, receiptsResult(receipts.length, findings.length, language)].join('\n')}\n`,
  );
  return findings.length === 0 ? 0 : 1;
}

function receiptsIn(text: string, file: string): SignedReceipt[] {
  const { receipts } = JSON.parse(text) as { readonly receipts?: unknown };
  const isList = Array.isArray(receipts) && receipts.every(isSigned);
  if (!isList) throw new Error(`${file} holds no list of receipts.`);
  return receipts;
}

const isSigned = (value: unknown): value is SignedReceipt =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<SignedReceipt>).record === 'string' &&
  typeof (value as Partial<SignedReceipt>).signature === 'string';
