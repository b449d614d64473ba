import { type TransportKind } from '#libs/contracts/vocabulary.js';
import { type Random } from './random.js';

/** Owner codes that belong to nobody in particular here; the numbers are invented and only well formed. */
const OWNERS = ['CSQU', 'TCNU', 'TOLU', 'KRVU', 'SLKU', 'BTTU', 'AZGU', 'TGHU', 'CAIU', 'FCIU'];

const letterValue = (letter: string): number => {
  const place = letter.charCodeAt(0) - 65;
  return place + 10 + Math.floor((place + 9) / 10);
};

/** Check digit of ISO 6346 for owner code and serial; 10 where the number is best avoided. */
export function containerCheck(tenCharacters: string): number {
  const sum = [...tenCharacters].reduce((total, character, place) => {
    const value = /\d/.test(character) ? Number(character) : letterValue(character);
    return total + value * 2 ** place;
  }, 0);
  return sum % 11;
}

/** Check digit of an eight-digit wagon number (1520 mm). */
export function wagonCheck(sevenDigits: string): number {
  const sum = [...sevenDigits].reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

function container(random: Random): string {
  const head = random.pick(OWNERS) + random.digits(6);
  const check = containerCheck(head);
  return check === 10 ? container(random) : `${head}${check}`;
}

function wagon(random: Random): string {
  const head = random.pick(['24', '28', '44', '58', '64', '73', '75', '94']) + random.digits(5);
  return `${head}${wagonCheck(head)}`;
}

const PLATES: Readonly<Record<string, (random: Random) => string>> = {
  AF: (r) => `KBL ${r.digits(5)}`,
  AZ: (r) => `${r.pick(['10', '77', '90'])}-${r.letters(2)}-${r.digits(3)}`,
  CN: (r) => `新${r.letters(1)} ${r.letters(1)}${r.digits(4)}`,
  GE: (r) => `${r.letters(2)}-${r.digits(3)}-${r.letters(2)}`,
  IR: (r) => `${r.digits(2)} ع ${r.digits(3)} ${r.digits(2)}`,
  KG: (r) => `0${r.int(1, 9)}KG ${r.digits(3)} ${r.letters(3)}`,
  KZ: (r) => `${r.digits(3)} ${r.letters(3)} 0${r.int(1, 9)}`,
  PK: (r) => `TL${r.letters(1)}-${r.digits(3)}`,
  RU: (r) => `${r.pick([...'АВЕКМНОРСТУХ'])} ${r.digits(3)} ${r.pick(['ВК', 'ОТ', 'МР'])} 63`,
  TJ: (r) => `${r.digits(4)} ${r.letters(2)} 0${r.int(1, 7)}`,
  TM: (r) => `${r.letters(2)} ${r.digits(4)} AH`,
  TR: (r) => `34 ${r.letters(2)} ${r.digits(4)}`,
  UZ: (r) => `0${r.int(1, 9)} ${r.digits(3)} ${r.letters(3)}`,
};

/** A number plate as written in the country; an ordinary one for a country without a pattern. */
export function plate(random: Random, country: string): string {
  return (PLATES[country] ?? ((r: Random) => `${r.letters(2)} ${r.digits(4)}`))(random);
}

function other(random: Random, country: string): string {
  // Chinese wagons have seven digits and no check digit, Pakistani and Iranian ones their own systems.
  if (country === 'PK') return `PR ${random.pick(['BKC', 'ZBKC', 'BOP'])} ${random.digits(5)}`;
  if (country === 'AZ') return `RAI ${random.digits(6)}-${random.digits(1)}`;
  return `5${random.digits(6)}`;
}

/** Makes numbers that it never gave before. */
export class NumberMaker {
  readonly #given = new Set<string>();

  make(random: Random, kind: TransportKind, country: string): string {
    const number = draw(random, kind, country);
    if (this.#given.has(number)) return this.make(random, kind, country);
    this.#given.add(number);
    return number;
  }
}

function draw(random: Random, kind: TransportKind, country: string): string {
  switch (kind) {
    case 'container':
      return container(random);
    case 'wagon':
      return wagon(random);
    case 'truck':
      return plate(random, country);
    case 'other':
      return other(random, country);
  }
}

const TO_CYRILLIC: Readonly<Record<string, string>> = { C: 'С', T: 'Т', K: 'К', B: 'В', A: 'А', S: 'Ѕ' };

/** The same number in Cyrillic letters that look the same; it still means the same unit. */
export const withLookAlikes = (number: string): string =>
  [...number].map((letter) => TO_CYRILLIC[letter] ?? letter).join('');

/** The same number as people space it: `CSQU 305438-3`. */
export const spaced = (number: string): string =>
  /^[A-Z]{4}\d{7}$/.test(number)
    ? `${number.slice(0, 4)} ${number.slice(4, 10)}-${number.slice(10)}`
    : number.toLowerCase();

/** Another number: the check digit does not fit. */
export const withWrongCheckDigit = (number: string): string =>
  number.slice(0, -1) + String((Number(number.at(-1)) + 3) % 10);
