import path from 'node:path';
import { markAsDevelopment } from '#libs/security/development-mark.js';
import { makeKeyFile } from '#libs/security/encryption/key-file.js';
import { SecretBox, SecretBoxError } from '#libs/security/encryption/secret-box.js';
import { type NominalConfig } from '#libs/service-host/nominal-config.js';
import { ConfigurationError } from '#libs/service-host/service-config.js';
import { NominalKeys } from './nominal-keys.js';

/** The keys behind the master key's file. @throws ConfigurationError when there is no file, or it holds no key */
export function openNominalKeys(config: NominalConfig | undefined): NominalKeys {
  if (!config)
    throw new ConfigurationError([
      'NOMINAL_KEY_FILE must name the file with the master key of nominal data (openssl rand -hex 32)',
    ]);
  try {
    if (config.mayCreate && makeKeyFile(config.keyFile)) markAsDevelopment(path.dirname(config.keyFile));
    return new NominalKeys(SecretBox.fromFile(config.keyFile));
  } catch (error) {
    if (error instanceof SecretBoxError) throw new ConfigurationError([`NOMINAL_KEY_FILE: ${error.message}`]);
    throw error;
  }
}
