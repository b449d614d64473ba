import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LocalBrokerError } from './local-broker-error.js';
import { serverProperties, type ServerPropertiesInput } from './server-properties.js';

/** Files of one local broker. */
export interface BrokerFolder {
  readonly root: string;
  readonly data: string;
  readonly properties: string;
  readonly log: string;
}

/** Names the files in a broker's folder; touches nothing. */
export function brokerFolder(root: string): BrokerFolder {
  const at = (name: string) => path.join(root, name);
  return { root, data: at('data'), properties: at('server.properties'), log: at('broker.log') };
}

function writable<T>(folder: BrokerFolder, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new LocalBrokerError(
      'FOLDER_NOT_WRITABLE',
      `The broker's folder ${folder.root} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}). Choose another one or mend its rights.`,
      { cause: error },
    );
  }
}

/** Makes the folder and tries to write in it, or throws FOLDER_NOT_WRITABLE. */
export function makeFolder(folder: BrokerFolder): void {
  writable(folder, () => {
    mkdirSync(folder.root, { recursive: true });
    accessSync(folder.root, constants.W_OK | constants.X_OK);
  });
}

/** Writes the broker's properties, or throws FOLDER_NOT_WRITABLE. */
export function writeProperties(folder: BrokerFolder, input: Omit<ServerPropertiesInput, 'logFolder'>): void {
  writable(folder, () =>
    writeFileSync(folder.properties, serverProperties({ ...input, logFolder: folder.data })),
  );
}

/** Whether the storage was formatted; an interrupted format leaves no meta.properties and is done again. */
export function isFormatted(folder: BrokerFolder): boolean {
  return existsSync(path.join(folder.data, 'meta.properties'));
}

/** Deletes every message, as a lost disk would. */
export function wipeData(folder: BrokerFolder): void {
  rmSync(folder.data, { recursive: true, force: true });
}
