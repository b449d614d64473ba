import path from 'node:path';
import { productionVariable } from '#libs/security/production.js';

/** Where a process finds the master key of nominal data; frozen. */
export interface NominalConfig {
  readonly keyFile: string;
  /** Development: where there is no key, it is made. */
  readonly mayCreate: boolean;
}

/**
 * Reads NOMINAL_KEY_FILE. Without it: a key of the data folder, made when there is none; in production undefined, because
 * a key that nobody knows of is lost with its folder, and all nominal data with it.
 * @param dataFolder folder for what a development start keeps
 */
export function readNominalConfig(
  environment: Readonly<Record<string, string | undefined>>,
  dataFolder: string,
): NominalConfig | undefined {
  const keyFile = environment['NOMINAL_KEY_FILE'];
  if (keyFile !== undefined) return Object.freeze({ keyFile, mayCreate: false });
  if (productionVariable(environment) !== undefined) return undefined;
  return Object.freeze({ keyFile: path.join(dataFolder, 'nominal.key'), mayCreate: true });
}
