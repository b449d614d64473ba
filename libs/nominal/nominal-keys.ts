import { randomBytes } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import { SecretBoxError, type SecretBox } from '#libs/security/encryption/secret-box.js';
import { DataKey } from './data-key.js';
import { Pseudonyms } from './pseudonyms.js';

const KEY_BYTES = 32;
/** Key of the operation itself, for pseudonyms. */
const OF_OPERATION = '--';

/** The keys of an operation were destroyed: nothing more can be sealed in it. */
export class KeysDestroyedError extends Error {
  override readonly name = 'KeysDestroyedError';
}

/** Code of the country that a unit belongs to: units are named after it. */
export const countryOfUnit = (unit: string): string => unit.slice(0, 2);

/**
 * The data keys of operations and countries, wrapped by the master key. They are asked for anew by each transaction and
 * never remembered, so that a destroyed key is destroyed at once in every process.
 */
export class NominalKeys {
  constructor(private readonly master: SecretBox) {}

  /** The key of a country, made where there is none yet. @throws KeysDestroyedError */
  async forSealing(manager: EntityManager, operation: string, country: string): Promise<DataKey> {
    return new DataKey(await this.obtain(manager, operation, country), operation, country);
  }

  /** @throws KeysDestroyedError */
  async pseudonyms(manager: EntityManager, operation: string): Promise<Pseudonyms> {
    return new Pseudonyms(await this.obtain(manager, operation, OF_OPERATION));
  }

  /** To read with: numbers of an operation whose keys were destroyed are erased, and no pseudonym is theirs. */
  async pseudonymsOrErased(manager: EntityManager, operation: string): Promise<Pseudonyms> {
    try {
      return await this.pseudonyms(manager, operation);
    } catch (error) {
      if (error instanceof KeysDestroyedError) return new Pseudonyms(randomBytes(KEY_BYTES));
      throw error;
    }
  }

  /** The keys that are there, by country; one that was destroyed is not. */
  async forOpening(manager: EntityManager, operation: string): Promise<ReadonlyMap<string, DataKey>> {
    const keys = new Map<string, DataKey>();
    for (const { keyOf, wrapped } of await wrappedKeys(manager, operation))
      if (wrapped && keyOf !== OF_OPERATION)
        keys.set(keyOf, new DataKey(this.unwrap(wrapped, operation, keyOf), operation, keyOf));
    return keys;
  }

  /** Whether the master key is the one that the keys were wrapped with; true where there is none yet. */
  async fits(manager: EntityManager): Promise<boolean> {
    const [row]: { operation: string; keyOf: string; wrapped: Buffer }[] = await manager.query(
      'select operation, key_of as "keyOf", wrapped from nominal.any_key()',
    );
    try {
      if (row) this.unwrap(row.wrapped, row.operation, row.keyOf);
      return true;
    } catch (error) {
      if (error instanceof SecretBoxError) return false;
      throw error;
    }
  }

  private async obtain(manager: EntityManager, operation: string, keyOf: string): Promise<Buffer> {
    const found = await this.find(manager, operation, keyOf);
    if (found) return found;
    const wrapped = this.master.closeBytes(randomBytes(KEY_BYTES), wrappedPlace(operation, keyOf));
    await manager.query('select nominal.keep_key($1, $2, $3)', [operation, keyOf, wrapped]);
    const kept = await this.find(manager, operation, keyOf);
    if (!kept) throw destroyed(operation);
    return kept;
  }

  private async find(manager: EntityManager, operation: string, keyOf: string): Promise<Buffer | undefined> {
    const row = (await wrappedKeys(manager, operation)).find((one) => one.keyOf === keyOf);
    if (row && !row.wrapped) throw destroyed(operation);
    return row?.wrapped ? this.unwrap(row.wrapped, operation, keyOf) : undefined;
  }

  private unwrap(wrapped: Buffer, operation: string, keyOf: string): Buffer {
    return this.master.openBytes(wrapped, wrappedPlace(operation, keyOf));
  }
}

const destroyed = (operation: string): Error =>
  new KeysDestroyedError(`The keys of ${operation} were destroyed.`);

const wrappedPlace = (operation: string, keyOf: string): string => `nominal.data_key|${operation}|${keyOf}`;

function wrappedKeys(
  manager: EntityManager,
  operation: string,
): Promise<{ readonly keyOf: string; readonly wrapped: Buffer | null }[]> {
  return manager.query('select key_of as "keyOf", wrapped from nominal.keys_of($1)', [operation]);
}
