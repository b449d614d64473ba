import { type GoodsLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type MeasureUnit, type TextLanguage, type TransportKind } from '#libs/contracts/vocabulary.js';
import { CHEMICAL_TRADES, COMMODITIES, UNKNOWN_HS } from './goods-catalogue.js';
import { type Random } from './random.js';
import { type ScenarioChemical } from './scenario.types.js';
import { localLanguage, reportLanguage } from './unit-languages.js';

/** What a transport unit carries, before a unit writes it down in its own words. */
export interface Load {
  readonly en: string;
  readonly ru: string;
  readonly local?: Readonly<Partial<Record<TextLanguage, string>>>;
  readonly hs?: string;
  readonly unNumber?: string;
  readonly cas?: string;
  readonly chemical?: string;
  readonly amount: string;
  readonly unit: MeasureUnit;
  readonly packages?: number;
}

/** Hundredths as plain decimal text, as a scale prints it: `20063.10`. */
export const hundredths = (value: number): string =>
  `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;

/** Codes as declarations write them: `291521`, `2915.21`, `2915 21 000 0`. */
export function hsAsWritten(random: Random, sixDigits: string): string {
  const [heading, tail] = [sixDigits.slice(0, 4), sixDigits.slice(4)];
  return random.pick([sixDigits, `${heading}.${tail}`, `${heading} ${tail} 000 0`, `${heading}${tail}00`]);
}

/** What one transport unit carries at most, tonnes; a plausibility check takes more for a slip of the pen. */
const CAPACITY: Readonly<Record<TransportKind, number>> = { container: 25, truck: 24, wagon: 68, other: 40 };

function chemicalLoad(random: Random, chemicals: readonly ScenarioChemical[], kind: TransportKind): Load {
  const trade = random.weighted(CHEMICAL_TRADES.map((one) => [one, one.weight] as const));
  const known = chemicals.find(({ id }) => id === trade.id);
  if (!known) throw new RangeError(`The reference data has no chemical ${trade.id}: see goods-catalogue.ts.`);
  const [from, to] = trade.hundredths;
  const most = trade.unit === 't' ? CAPACITY[kind] * 100 : to;
  return {
    en: known.en,
    ru: known.ru,
    ...(known.hs && { hs: known.hs }),
    ...(known.unNumber && { unNumber: known.unNumber }),
    ...(known.cas && { cas: known.cas }),
    chemical: trade.id,
    amount: hundredths(random.int(from, Math.min(to, most))),
    unit: trade.unit,
    packages: random.int(8, 900),
  };
}

function commodityLoad(random: Random, kind: TransportKind): Load {
  const one = random.weighted(COMMODITIES.map((good) => [good, good.weight] as const));
  const most = Math.min(one.tonnes[1], CAPACITY[kind]);
  const kilograms = random.int(one.tonnes[0] * 100, most * 100) * 10;
  const inTonnes = random.chance(0.3);
  return {
    en: one.en,
    ru: one.ru,
    ...(one.local && { local: one.local }),
    hs: one.hs,
    ...(one.unNumber && { unNumber: one.unNumber }),
    amount: inTonnes ? hundredths(kilograms / 10) : String(kilograms),
    unit: inTonnes ? 't' : 'kg',
    ...(!one.unNumber && random.chance(0.5) && { packages: random.int(20, 1800) }),
  };
}

/** A load: about one in five is a chemical of the reference list. */
export function drawLoad(random: Random, chemicals: readonly ScenarioChemical[], kind: TransportKind): Load {
  return random.chance(0.2) ? chemicalLoad(random, chemicals, kind) : commodityLoad(random, kind);
}

function declaredText(random: Random, load: Load, country: string): string {
  const language = localLanguage(country);
  const local = language && load.local?.[language];
  if (local !== undefined && random.chance(0.35)) return local;
  return reportLanguage(country) === 'en' ? load.en : load.ru;
}

/** What only the long form of a line says about its goods. */
function longForm({ unNumber, cas, packages }: Load): Partial<GoodsLine> {
  return {
    ...(unNumber !== undefined && { unNumber }),
    ...(cas !== undefined && { cas }),
    ...(packages !== undefined && { packages }),
  };
}

/** The load as a unit of the country declares it. About one code in seventy exists in no edition of the HS. */
export function goodsLine(random: Random, load: Load, country: string, detailed: boolean): GoodsLine {
  const code = random.chance(0.014) ? random.pick(UNKNOWN_HS) : load.hs && hsAsWritten(random, load.hs);
  return {
    declaredText: declaredText(random, load, country),
    ...(code !== undefined && (detailed || random.chance(0.6)) && { hsAsWritten: code }),
    ...(load.chemical !== undefined && { chemical: load.chemical }),
    ...(detailed && longForm(load)),
    net: { amount: load.amount, unit: load.unit },
  };
}
