import { createHmac } from 'node:crypto';
import { type TransportDocument } from '#libs/contracts/daily-report/control-line.dto.js';
import { type TransportKind } from '#libs/contracts/vocabulary.js';
import { isMatchable, matchingKey } from '#libs/reference/identifiers/matching-key.js';

import { ERASED } from './erased.js';

const PSEUDONYM = /^p-[0-9a-f]{32}$/;

/** Whether a number is one that stands for another, or for none any more. */
export const isPseudonym = (value: string): boolean => value === ERASED || PSEUDONYM.test(value);

/**
 * Names that stand for numbers: of one operation always the same for the same transport unit or document, however it is
 * written and whoever reports it, so that distinct ones are counted without knowing any. Without the operation's key
 * nobody can tell which number one stands for, nor try numbers out.
 */
export class Pseudonyms {
  constructor(private readonly key: Buffer) {}

  /** A number without letters and digits tells nothing and is matched with none: it stays. */
  transportUnit(kind: TransportKind, number: string): string {
    const key = matchingKey(kind, number);
    return isPseudonym(number) || !isMatchable(key) ? number : this.of(`unit|${key}`);
  }

  document({ kind, number }: TransportDocument): string {
    const key = matchingKey('other', number);
    return isPseudonym(number) || !isMatchable(key) ? number : this.of(`document|${kind}|${key}`);
  }

  /** Of a value of any kind, to recognise it again without knowing it. */
  value(kind: string, folded: string): string {
    return this.of(`value|${kind}|${folded}`);
  }

  /** Ids of lines are made by clients, some of the number of the transport unit. */
  line(lineId: string): string {
    return isPseudonym(lineId) ? lineId : this.of(`line|${lineId}`);
  }

  private of(value: string): string {
    return `p-${createHmac('sha256', this.key).update(value).digest('hex').slice(0, 32)}`;
  }
}
