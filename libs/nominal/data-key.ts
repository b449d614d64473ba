import { SecretBox } from '#libs/security/encryption/secret-box.js';

/** The key under which nominal data of one country in one operation is sealed. */
export class DataKey {
  private readonly box: SecretBox;

  constructor(
    key: Buffer,
    private readonly operation: string,
    private readonly country: string,
  ) {
    this.box = new SecretBox(key);
  }

  /** @param place the record that the value belongs to: at another one it does not open */
  seal(value: string, place: string): Buffer {
    return this.box.close(value, this.belongingTo(place));
  }

  sealBytes(value: Buffer, place: string): Buffer {
    return this.box.closeBytes(value, this.belongingTo(place));
  }

  /** The same value at the same place gives the same bytes: what is announced twice must not look like two things. */
  sealRepeatably(value: string, place: string): Buffer {
    return this.box.closeRepeatably(value, this.belongingTo(place));
  }

  open(sealed: Buffer, place: string): string {
    return this.box.open(sealed, this.belongingTo(place));
  }

  openBytes(sealed: Buffer, place: string): Buffer {
    return this.box.openBytes(sealed, this.belongingTo(place));
  }

  private belongingTo(place: string): string {
    return `nominal|${this.operation}|${this.country}|${place}`;
  }
}
