import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { isSignedBy, signDetached, type SigningKey } from './detached-jws.js';
import { privateKeyFile, readPrivateKey } from './key-files.js';
import { signingOrder } from './key-validity.domain.js';
import { type PublishedKey, type PublishedKeys, readPublishedKeys } from './published-key.js';
import { SigningKeysError } from './signing-keys.error.js';

/** Where the keys of a process lie. */
export interface KeyPlaces {
  /** The published keys, `keys.json`. */
  readonly keysFile: string;
  /** The private key; absent: beside the published keys, each in a file of its own. */
  readonly privateKeyFile?: string;
}

interface Loaded {
  readonly version: string;
  readonly published: PublishedKeys;
  readonly privateKeys: Map<string, SigningKey | undefined>;
}

/** The keys of a process. A rotation is seen at the next use: the file is read again when it has changed. */
export class KeyRing {
  private loaded: Loaded | undefined;

  constructor(private readonly places: KeyPlaces) {}

  /** @throws SigningKeysError where the published keys cannot be read */
  async published(): Promise<PublishedKeys> {
    return (await this.load()).published;
  }

  /**
   * The key that signs what is issued at the instant.
   * @throws SigningKeysError where no valid key has its private half here
   */
  async signingKeyAt(at: string): Promise<SigningKey> {
    const { published, privateKeys } = await this.load();
    for (const key of signingOrder(published.keys, at)) {
      if (!privateKeys.has(key.kid)) privateKeys.set(key.kid, await this.privateHalf(key));
      const found = privateKeys.get(key.kid);
      if (found) return found;
    }
    throw new SigningKeysError(
      `No key of ${this.places.keysFile} that is valid at ${at} has its private half here.`,
    );
  }

  private async load(): Promise<Loaded> {
    const { keysFile } = this.places;
    try {
      const { mtimeMs, size, ino } = await stat(keysFile);
      const version = `${mtimeMs} ${size} ${ino}`;
      if (this.loaded?.version !== version) {
        const published = await readPublishedKeys(await readFile(keysFile, 'utf8'), keysFile);
        this.loaded = { version, published, privateKeys: new Map() };
      }
      return this.loaded;
    } catch (error) {
      if (error instanceof SigningKeysError) throw error;
      const { code = String(error) } = error as NodeJS.ErrnoException;
      throw new SigningKeysError(
        `The published keys ${keysFile} cannot be read (${code}). Make the first key: npm run cli -- keys create.`,
      );
    }
  }

  private async privateHalf(key: PublishedKey): Promise<SigningKey | undefined> {
    const file = this.places.privateKeyFile ?? privateKeyFile(path.dirname(this.places.keysFile), key.kid);
    try {
      const found = await readPrivateKey(file);
      if (found.kid !== key.kid) return undefined;
      await proveHalvesFit(found, key, file);
      return found;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }
}

/** A damaged private key would make signatures that nobody can verify. */
async function proveHalvesFit(found: SigningKey, key: PublishedKey, file: string): Promise<void> {
  const sample = Buffer.from('sample');
  if (await isSignedBy(sample, await signDetached(sample, 'sample', found), key)) return;
  throw new SigningKeysError(`The private key ${file} does not belong to the published key ${key.kid}.`);
}
