import { chmod, readFile, writeFile } from 'node:fs/promises';
import { type Command } from 'commander';
import { compactDecrypt, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

const KEY_MANAGEMENT = 'ECDH-ES+A256KW';

/** `cli open-package`, `cli package-key`: for a country that gets bulletins as encrypted packages. */
export function addOpenPackageCommands(program: Command): void {
  program
    .command('package-key')
    .description('makes a key for encrypted packages: keeps the private half, prints the public one')
    .argument('<file>', 'new file for the private key; stays with the country')
    .action(makeKey);
  program
    .command('open-package')
    .description('opens an encrypted package (…zip.jwe) with the private key of the country')
    .argument('<file>', 'the package as it came by mail')
    .requiredOption('--key <file>', 'the private key')
    .requiredOption('--out <file>', 'where the archive is written')
    .action(openPackage);
}

async function makeKey(file: string): Promise<void> {
  const { publicKey, privateKey } = await generateKeyPair(KEY_MANAGEMENT, {
    crv: 'P-256',
    extractable: true,
  });
  const text = `${JSON.stringify(await exportJWK(privateKey), null, 2)}\n`;
  await writeFile(file, text, { flag: 'wx', mode: 0o400 });
  const { kty, crv, x, y } = await exportJWK(publicKey);
  process.stdout.write(
    `The private key is in ${file}: nobody but the country may have it.\n` +
      `Give this to the Operation Coordination Unit by a way that both trust:\n` +
      `${JSON.stringify({ kty, crv, x, y }, null, 2)}\n`,
  );
}

async function openPackage(file: string, { key, out }: { key: string; out: string }): Promise<void> {
  const jwe = (await readFile(file, 'utf8')).trim();
  const jwk = JSON.parse(await readFile(key, 'utf8')) as JWK;
  const privateKey = await importJWK(jwk, KEY_MANAGEMENT);
  const { plaintext } = await compactDecrypt(jwe, privateKey, {
    keyManagementAlgorithms: [KEY_MANAGEMENT],
    contentEncryptionAlgorithms: ['A256GCM'],
  }).catch(() => {
    throw new Error(`${file} cannot be opened: it was changed on its way, or it is for another key.`);
  });
  await writeFile(out, plaintext);
  await chmod(out, 0o600);
  process.stdout.write(`${out} is written. Check it as its README says.\n`);
}
