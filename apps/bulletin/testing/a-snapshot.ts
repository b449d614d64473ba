import type { BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import type {
  CountryFigures,
  DataQualityNote,
  DaySnapshot,
  EarlierDayChange,
  SnapshotCase,
  SnapshotFollowUp,
  UnitCoverage,
} from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { ChemicalFigures, Figures } from '#libs/contracts/operation-day/figures.dto.js';
import { addFigures, additive, figures, NO_FIGURES } from './figures.js';
import { chemicalCheckUnits } from './units.js';

const HASH = (digit: string): string => digit.repeat(64);
const CUMULATIVE_FACTOR = 4;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Builds a consistent day of Chemical Check-I: `aSnapshot().withCases(aCase()).build()`. Figures of countries, totals
 * and the cumulative sum always agree; without further words it is an ordinary day of nine countries.
 */
export class SnapshotBuilder {
  #units: UnitCoverage[] = chemicalCheckUnits();
  #dayByUnit = new Map<string, Figures>();
  #changes: EarlierDayChange[] = [];
  #effect: Figures = NO_FIGURES;
  #rest: Partial<DaySnapshot> = {};

  constructor() {
    this.#units.forEach(({ unit }, place) => this.#dayByUnit.set(unit, ordinaryFigures(place)));
  }

  withUnits(units: readonly UnitCoverage[]): this {
    this.#units = [...units];
    units.forEach(({ unit }, place) => this.#dayByUnit.set(unit, ordinaryFigures(place)));
    return this;
  }

  /** Reports of these units are awaited; without arguments, of all units. */
  withMissing(...units: readonly string[]): this {
    return this.#mark(units, (unit) => {
      const { unit: name, country, name: names } = unit;
      return { unit: name, country, name: names, state: 'missing', nil: false, corrected: false };
    });
  }

  /** These units report nil; without arguments, all. */
  withNil(...units: readonly string[]): this {
    return this.#mark(units, (unit) => ({ ...unit, state: 'on_time', nil: true, revision: 1 }));
  }

  notExpected(...units: readonly string[]): this {
    return this.withMissing(...units).#mark(units, (unit) => ({ ...unit, state: 'not_expected' }));
  }

  withCases(...cases: readonly SnapshotCase[]): this {
    return this.with({ cases: [...cases] });
  }

  withChemicals(...chemicals: readonly ChemicalFigures[]): this {
    return this.with({ chemicals: [...chemicals] });
  }

  withChanges(...changes: readonly EarlierDayChange[]): this {
    this.#changes = [...changes];
    return this;
  }

  /** @param effect what the follow-ups change in the cumulative figures */
  withFollowUps(effect: Partial<Figures>, ...followUps: readonly SnapshotFollowUp[]): this {
    this.#effect = figures(effect);
    return this.with({ followUps: [...followUps] });
  }

  withQuality(...notes: readonly DataQualityNote[]): this {
    return this.with({ dataQuality: [...notes] });
  }

  withAssessment(assessment: BilingualText): this {
    return this.with({ assessment });
  }

  /** Anything else; figures given here are not made to agree. */
  with(part: Partial<DaySnapshot>): this {
    this.#rest = { ...this.#rest, ...part };
    return this;
  }

  build(): DaySnapshot {
    const countries = this.#countries();
    const day = countries.reduce((sum, country) => addFigures(sum, country.day), NO_FIGURES);
    const cumulative = countries.reduce((sum, country) => addFigures(sum, country.cumulative), NO_FIGURES);
    return {
      ...base(),
      coverage: this.#units,
      countries,
      day,
      cumulative,
      ...this.#sum(day, cumulative),
      ...this.#rest,
    };
  }

  #mark(names: readonly string[], change: (unit: UnitCoverage) => UnitCoverage): this {
    this.#units = this.#units.map((unit) => {
      if (names.length > 0 && !names.includes(unit.unit)) return unit;
      this.#dayByUnit.set(unit.unit, NO_FIGURES);
      return change(unit);
    });
    return this;
  }

  #countries(): CountryFigures[] {
    const codes = [...new Set(this.#units.map(({ country }) => country))].sort();
    return codes.map((country) => {
      const units = this.#units.filter((unit) => unit.country === country);
      const reported = units.filter(({ state }) => state === 'on_time' || state === 'late');
      const day = units.reduce(
        (sum, { unit }) => addFigures(sum, this.#dayByUnit.get(unit) ?? NO_FIGURES),
        NO_FIGURES,
      );
      return {
        country,
        unitsExpected: units.filter(({ state }) => state !== 'not_expected').length,
        unitsReported: reported.length,
        unitsNil: reported.filter(({ nil }) => nil).length,
        day,
        cumulative: addFigures(day, ordinaryFigures(codes.indexOf(country), CUMULATIVE_FACTOR)),
      };
    });
  }

  #sum(day: Figures, cumulative: Figures): Pick<DaySnapshot, 'sum' | 'earlierDayChanges'> {
    const of = (...kinds: readonly string[]) =>
      this.#changes
        .filter(({ kind }) => kinds.includes(kind))
        .reduce((sum, { difference }) => addFigures(sum, { ...NO_FIGURES, ...difference }), NO_FIGURES);
    const terms = {
      day,
      reportedLater: of('reported_later'),
      supplements: of('supplement'),
      corrections: of('correction', 'void'),
      followUps: this.#effect,
    };
    const previous = Object.values(terms).reduce((rest, part) => addFigures(rest, part, -1), cumulative);
    const { reportedLater, supplements, corrections, followUps } = terms;
    return {
      earlierDayChanges: this.#changes,
      sum: {
        previous: additive(previous),
        day: additive(day),
        reportedLater: additive(reportedLater),
        supplements: additive(supplements),
        corrections: additive(corrections),
        followUps: additive(followUps),
        cumulative: additive(cumulative),
      },
    };
  }
}

export const aSnapshot = (): SnapshotBuilder => new SnapshotBuilder();

/** A seizure of acetic anhydride, presumptive; every field can be replaced. */
export function aCase(part: Partial<Mutable<SnapshotCase>> = {}): SnapshotCase {
  return {
    country: 'UZ',
    caseId: 'UZ-2017-0031',
    unit: 'UZ-ANG',
    operationDay: '2017-09-05',
    kind: 'seizure',
    substance: 'acetic anhydride',
    chemical: 'acetic_anhydride',
    certainty: 'presumptive',
    amount: '15520',
    unitOfMeasure: 'L',
    packages: 97,
    detectionMethod: 'hazmatid',
    detectedBy: 'UZ',
    seizedBy: 'UZ',
    ...part,
  };
}

/** A change of an earlier day; the difference is given as the figures that changed. */
export function aChange(
  part: Partial<Omit<EarlierDayChange, 'difference'>> & { difference?: Partial<Figures> },
): EarlierDayChange {
  const { difference = {}, ...rest } = part;
  return {
    kind: 'correction',
    unit: 'KZ-AKT',
    country: 'KZ',
    operationDay: '2017-09-04',
    revision: 2,
    ...rest,
    difference: additive({ ...NO_FIGURES, ...difference }),
  };
}

/** A laboratory result that confirms the case of `aCase()`; every field can be replaced. */
export function aFollowUp(part: Partial<Mutable<SnapshotFollowUp>> = {}): SnapshotFollowUp {
  return {
    country: 'UZ',
    unit: 'UZ-ANG',
    operationDay: '2017-09-05',
    followUpId: 'f-1',
    kind: 'laboratory_result',
    caseId: 'UZ-2017-0031',
    refersToDay: '2017-09-03',
    result: 'confirmed',
    ...part,
  };
}

function ordinaryFigures(place: number, factor = 1): Figures {
  const controls = (7 + ((place * 5) % 11)) * factor;
  return figures({
    controls,
    inspections: Math.floor(controls / 2),
    examinations: controls - Math.floor(controls / 2) - factor,
    withDiscrepancy: (place % 3) * factor,
    detentions: place % 4 === 1 ? factor : 0,
    seizures: place % 5 === 2 ? factor : 0,
    pending: place % 6 === 1 ? factor : 0,
    confirmed: place % 5 === 2 ? factor - 1 : 0,
    transportUnits: controls - (place % 2),
    consignments: Math.max(1, controls - 3),
  });
}

const OPERATION: DaySnapshot['operation'] = {
  code: 'chemical-check-1',
  name: { en: 'Container Programme Chemical Check-I', ru: 'Container Programme Chemical Check-I' },
  marking: {
    en: 'For official use by the customs authorities of the participating countries only',
    ru: 'Только для служебного использования таможенными органами стран-участниц',
  },
  contact: {
    en: 'Operation Coordination Unit, CARICC, Almaty. Duty officer: +7 (000) 000-00-00, ocu@example.org',
    ru: 'Координационная группа операции, ЦАРИКЦ, Алматы. Дежурный: +7 (000) 000-00-00, ocu@example.org',
  },
  scope: {
    en: 'All chemicals entering Afghanistan or moving towards it',
    ru: 'Все химические вещества, ввозимые в Афганистан или следующие в его направлении',
  },
  firstDay: '2017-09-01',
  lastDay: '2017-09-30',
  coordinationTimeZone: 'Asia/Almaty',
};

function base(): Omit<
  DaySnapshot,
  'coverage' | 'countries' | 'day' | 'cumulative' | 'sum' | 'earlierDayChanges'
> {
  const count = (code: string, day: number, cumulative: number) => ({ code, day, cumulative });
  return {
    operation: OPERATION,
    operationDay: '2017-09-05',
    kind: 'daily',
    periodFrom: '2017-09-05',
    dayNumber: 5,
    dayCount: 30,
    number: 5,
    revision: 0,
    cutOffAt: '2017-09-06T04:00:00Z',
    closedAt: '2017-09-06T04:31:12Z',
    planVersion: 3,
    referenceVersion: '0123456789ab',
    basisHash: HASH('b'),
    basisCount: 71,
    previousSnapshotHash: HASH('a'),
    byTransportKind: [count('container', 61, 260), count('wagon', 44, 190), count('truck', 78, 310)],
    byRegime: [count('import', 52, 220), count('export', 18, 77), count('transit', 113, 463)],
    byMethod: [
      count('document_check', 150, 640),
      count('probe', 12, 44),
      count('weighing', 57, 230),
      count('hazmatid', 21, 90),
      count('xray', 88, 341),
      count('dog', 9, 40),
    ],
    byOutcome: [
      count('released', 171, 700),
      count('detained', 4, 21),
      count('seized', 2, 9),
      count('pending', 6, 30),
    ],
    declaredCounters: [count('profiled', 412, 1840), count('selected', 190, 822), count('xRayed', 88, 341)],
    chemicals: [],
    cases: [],
    followUps: [],
    dataQuality: [],
    texts: [],
  };
}
