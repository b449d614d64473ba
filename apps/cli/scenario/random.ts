/**
 * Seeded random numbers: sfc32 (Chris Doty-Humphrey, PractRand; public domain), 128 bits of state, started from a text
 * by four rounds of a 32-bit mixing hash (constants of MurmurHash3) and 15 outputs thrown away.
 *
 * Every place that needs chance opens a stream of its own under a name, so that one decision more at one place moves
 * nothing elsewhere.
 */
export class Random {
  readonly #state: Uint32Array;

  private constructor(name: string) {
    this.#state = Uint32Array.from([1, 2, 3, 4], (round) => hash(name, round));
    for (let warm = 0; warm < 15; warm += 1) this.next();
  }

  /** The stream of this seed and these labels. */
  static stream(seed: number, ...labels: readonly string[]): Random {
    return new Random([String(seed), ...labels].join('|'));
  }

  /** Uniform in [0, 1), 32 bits. */
  next(): number {
    const state = this.#state;
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const sum = (a + b + d) >>> 0;
    state[3] = d + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    return sum / 4294967296;
  }

  /** Whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.int(0, list.length - 1)];
    if (chosen === undefined) throw new RangeError('Nothing to pick from: the list is empty.');
    return chosen;
  }

  /** One of the values, as often as its weight says. */
  weighted<T>(choices: Weights<T>): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return this.pick(choices)[0];
  }

  /** A new list in another order (Fisher–Yates). */
  shuffle<T>(list: readonly T[]): T[] {
    const rest = [...list];
    const result: T[] = [];
    while (rest.length > 0) result.push(...rest.splice(this.int(0, rest.length - 1), 1));
    return result;
  }

  /** Decimal digits as text. */
  digits(count: number): string {
    return Array.from({ length: count }, () => String(this.int(0, 9))).join('');
  }

  /** Latin capitals without I, O and Q, as on number plates. */
  letters(count: number): string {
    return Array.from({ length: count }, () => this.pick([...'ABCDEFGHJKLMNPRSTUVWXYZ'])).join('');
  }
}

/** Values with their weights. */
export type Weights<T> = readonly (readonly [T, number])[];

function hash(text: string, round: number): number {
  let value = Math.imul(round, 0x9e3779b1) ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x85ebca6b);
    value = ((value << 13) | (value >>> 19)) + round;
  }
  value = Math.imul(value ^ (value >>> 16), 0xc2b2ae35);
  return (value ^ (value >>> 15)) >>> 0;
}
