import path from 'node:path';
import { productionVariable } from '#libs/security/production.js';
import { type KeyPlaces } from '#libs/signing/key-ring.js';

/** Where a process finds its signing keys; frozen. */
export interface SigningConfig extends KeyPlaces {
  /** Development: where there are no keys, the first one is made. */
  readonly mayCreate: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads SIGNING_KEYS_FILE and SIGNING_KEY_FILE. Without them: the keys of the data folder, made when there are none; in
 * production undefined, because keys that nobody knows of sign nothing.
 * @param dataFolder folder for what a development start keeps
 */
export function readSigningConfig(
  environment: Environment,
  dataFolder: string,
  problems: string[],
): SigningConfig | undefined {
  const { SIGNING_KEYS_FILE: keysFile, SIGNING_KEY_FILE: privateKeyFile } = environment;
  if (keysFile !== undefined)
    return Object.freeze({
      keysFile,
      mayCreate: false,
      ...(privateKeyFile !== undefined && { privateKeyFile }),
    });
  if (privateKeyFile !== undefined)
    problems.push('SIGNING_KEY_FILE needs SIGNING_KEYS_FILE, the list of the published keys');
  if (productionVariable(environment) !== undefined) return undefined;
  return Object.freeze({ keysFile: path.join(dataFolder, 'signing', 'keys.json'), mayCreate: true });
}
