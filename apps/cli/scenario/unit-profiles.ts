import { type Regime, type TransportKind } from '#libs/contracts/vocabulary.js';
import { type Weights } from './random.js';

/** How busy a unit is and what passes it. Invented to be plausible; no figures of single units were published. */
export interface UnitProfile {
  /** Controls on an ordinary working day. */
  readonly perDay: number;
  readonly kinds: Weights<TransportKind>;
  readonly regimes: Weights<Regime>;
  readonly origins: Weights<string>;
  readonly destinations: Weights<string>;
  /** Countries on the way, in order. */
  readonly via: readonly string[];
  /** Seaports and the busiest crossings work on days of rest too. */
  readonly continuous?: boolean;
}

const TRANSIT: Weights<Regime> = [
  ['transit', 85],
  ['import', 11],
  ['export', 4],
];
const IMPORT: Weights<Regime> = [
  ['import', 92],
  ['transit', 8],
];
const MIXED: Weights<Regime> = [
  ['transit', 60],
  ['import', 34],
  ['export', 6],
];
const OUTBOUND: Weights<Regime> = [
  ['transit', 62],
  ['export', 38],
];

const kinds = (container: number, wagon: number, truck: number, other = 0): Weights<TransportKind> => [
  ['container', container],
  ['wagon', wagon],
  ['truck', truck],
  ['other', other],
];

/** `AF:6 TM:2` as weights. */
const shares = (text: string): Weights<string> =>
  text.split(' ').map((part) => [part.slice(0, 2), Number(part.slice(3))] as const);

function profile(
  perDay: number,
  kindWeights: Weights<TransportKind>,
  regimes: Weights<Regime>,
  from: string,
  to: string,
  via: string,
): UnitProfile {
  return {
    perDay,
    kinds: kindWeights,
    regimes,
    origins: shares(from),
    destinations: shares(to),
    via: via.split(' '),
  };
}

export const UNIT_PROFILES: Readonly<Record<string, UnitProfile>> = {
  'AZ-BAK': {
    ...profile(9.5, kinds(4, 3, 3), TRANSIT, 'TR:4 GE:1 RU:2 UA:1 DE:1', 'AF:7 TM:2 UZ:1 TJ:1', 'GE AZ TM'),
    continuous: true,
  },
  'AZ-AST': profile(8, kinds(1, 2, 6, 1), TRANSIT, 'IR:6 AE:2 IN:1', 'AF:6 AZ:2 KZ:1', 'IR AZ'),
  'KZ-AAU': {
    ...profile(8.5, kinds(3, 5, 2, 0.6), TRANSIT, 'RU:3 AZ:2 KZ:2 CN:2', 'AF:7 UZ:2 TJ:1', 'KZ UZ'),
    continuous: true,
  },
  'KG-FRU': profile(4.5, kinds(3, 0, 7), MIXED, 'CN:5 RU:2 KZ:1', 'AF:5 TJ:2 KG:3', 'KG TJ'),
  'KG-OSS': profile(5.5, kinds(2, 0, 8), TRANSIT, 'CN:6 KG:1 RU:1', 'AF:7 TJ:3', 'KG TJ'),
  'TJ-DYU': profile(6.5, kinds(3, 4, 3), MIXED, 'RU:3 KZ:2 UZ:1 CN:2', 'AF:7 TJ:3', 'KZ UZ TJ'),
  'TJ-NPY': profile(7.5, kinds(2, 0, 8), OUTBOUND, 'TJ:2 RU:2 KZ:2 CN:2 KG:1', 'AF:1', 'KG TJ'),
  'TM-KRW': {
    ...profile(9.5, kinds(4, 4, 3), TRANSIT, 'AZ:2 TR:4 GE:1 RU:2', 'AF:7 TM:2 UZ:2', 'GE AZ TM'),
    continuous: true,
  },
  'TM-ASB': profile(4.5, kinds(4, 0, 6), MIXED, 'TR:4 IR:2 AE:1', 'AF:6 TM:4', 'IR TM'),
  'UZ-CHU': profile(9.5, kinds(3, 6, 2, 0.6), TRANSIT, 'RU:4 KZ:3 CN:2', 'AF:8 UZ:2', 'KZ UZ'),
  'UZ-ANG': profile(6.5, kinds(3, 0, 7), MIXED, 'CN:4 KG:2 UZ:2', 'AF:7 UZ:2 TJ:1', 'KG UZ'),
  'GE-PTI': {
    ...profile(
      10.5,
      kinds(7, 2, 2),
      TRANSIT,
      'UA:2 RO:2 BG:2 TR:2 CN:2 IT:1',
      'AF:6 AZ:1 TM:2 UZ:1',
      'GE AZ TM',
    ),
    continuous: true,
  },
  'GE-TBS': profile(5.5, kinds(3, 2, 6), TRANSIT, 'TR:6 UA:1 AM:1', 'AF:6 AZ:2 TM:2', 'GE AZ TM'),
  'AF-KBL': profile(7.5, kinds(4, 0, 6), IMPORT, 'PK:4 UZ:3 TJ:1 TM:1 IR:2 CN:2 AE:1', 'AF:1', 'PK UZ'),
  'PK-KHI': {
    ...profile(14, kinds(8, 0, 2, 1), TRANSIT, 'CN:5 AE:3 KR:1 MY:1 DE:1', 'AF:8 PK:2', 'PK'),
    continuous: true,
  },
  'PK-BQM': {
    ...profile(9, kinds(8, 0, 2, 1), MIXED, 'CN:4 AE:3 SA:1 TH:1', 'AF:7 PK:3', 'PK'),
    continuous: true,
  },
  'PK-LYP': profile(3.5, kinds(6, 0, 4), MIXED, 'CN:3 AE:2 PK:2', 'AF:5 PK:4', 'PK'),
  'PK-LHE': profile(4.5, kinds(6, 0, 4), MIXED, 'CN:3 AE:2 PK:2', 'AF:6 PK:3', 'PK'),
  'PK-SMB': profile(2.5, kinds(6, 0, 4), MIXED, 'CN:3 PK:3', 'AF:5 PK:4', 'PK'),
  'PK-TOR': {
    ...profile(11, kinds(5, 0, 7), OUTBOUND, 'PK:4 CN:3 AE:2 MY:1', 'AF:1', 'PK'),
    continuous: true,
  },
  'PK-SUS': profile(3.5, kinds(3, 0, 6), MIXED, 'CN:1', 'AF:6 PK:4', 'CN PK'),
};

/** For a unit that has no profile of its own, in another plan. */
export const PLAIN_PROFILE: UnitProfile = profile(5, kinds(1, 0, 1), TRANSIT, 'CN:2 RU:1 TR:1', 'AF:1', 'UZ');
