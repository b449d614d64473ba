import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 1;

/** The key is missing, of a wrong form, or not the one with which the value was closed. */
export class SecretBoxError extends Error {
  override readonly name = 'SecretBoxError';
}

/**
 * Closes values with AES-256-GCM: one byte of version, 96 random bits, the tag, the value. What the value belongs to
 * (table, column, row) is bound to it, so that a value moved to another row does not open.
 */
export class SecretBox {
  constructor(private readonly key: Buffer) {
    if (key.length !== KEY_BYTES)
      throw new SecretBoxError(`The key has ${key.length} bytes; it must have ${KEY_BYTES}.`);
  }

  /** Reads the key from a file: 64 hexadecimal digits. @throws SecretBoxError that says what is wrong with the file */
  static fromFile(file: string): SecretBox {
    const text = readKeyFile(file).trim();
    refuseOpenFile(file);
    if (!/^[0-9a-fA-F]{64}$/.test(text))
      throw new SecretBoxError(
        `The key file ${file} must hold 64 hexadecimal digits (openssl rand -hex 32).`,
      );
    return new SecretBox(Buffer.from(text, 'hex'));
  }

  close(value: string, belongsTo: string): Buffer {
    return this.closeBytes(Buffer.from(value, 'utf8'), belongsTo);
  }

  closeBytes(value: Buffer, belongsTo: string): Buffer {
    return this.closeUnder(randomBytes(NONCE_BYTES), value, belongsTo);
  }

  /**
   * The same value at the same place gives the same bytes, for what is compared closed. The nonce is made of both with a
   * key of its own, so that one nonce never serves two values; whoever sees the bytes learns only that two are equal.
   */
  closeRepeatably(value: string, belongsTo: string): Buffer {
    const nonceKey = createHmac('sha256', this.key).update('nonce').digest();
    const nonce = createHmac('sha256', nonceKey).update(`${belongsTo}\0${value}`).digest();
    return this.closeUnder(nonce.subarray(0, NONCE_BYTES), Buffer.from(value, 'utf8'), belongsTo);
  }

  /** @throws SecretBoxError for another key, another place or a changed value */
  open(closed: Buffer, belongsTo: string): string {
    return this.openBytes(closed, belongsTo).toString('utf8');
  }

  /** @throws SecretBoxError for another key, another place or a changed value */
  openBytes(closed: Buffer, belongsTo: string): Buffer {
    const value = closed.subarray(1 + NONCE_BYTES + TAG_BYTES);
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, closed.subarray(1, 1 + NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(belongsTo, 'utf8'));
      decipher.setAuthTag(closed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(value), decipher.final()]);
    } catch (cause) {
      throw new SecretBoxError(`The value of ${belongsTo} does not open with this key.`, { cause });
    }
  }

  private closeUnder(nonce: Buffer, value: Buffer, belongsTo: string): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    cipher.setAAD(Buffer.from(belongsTo, 'utf8'));
    const closed = Buffer.concat([cipher.update(value), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), closed]);
  }
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SecretBoxError(`The key file ${file} cannot be read: ${(error as Error).message}`);
  }
}

/** Windows has no such modes. */
function refuseOpenFile(file: string): void {
  if (process.platform === 'win32' || (statSync(file).mode & 0o077) === 0) return;
  throw new SecretBoxError(
    `Others than its owner may open the key file ${file}. Run "chmod 0400" on it as the user that runs the service.`,
  );
}
