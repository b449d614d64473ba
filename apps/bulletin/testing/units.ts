import type { UnitCoverage } from '#libs/contracts/operation-day/day-snapshot.dto.js';

const UNITS: readonly (readonly [unit: string, en: string, ru: string])[] = [
  ['AF-HAI', 'Hairatan', 'Хайратан'],
  ['AF-TOR', 'Torkham', 'Торхам'],
  ['AZ-BAK', 'Baku seaport', 'Бакинский морской порт'],
  ['GE-POT', 'Poti', 'Поти'],
  ['GE-TBI', 'Tbilisi', 'Тбилиси'],
  ['KG-OSH', 'Osh', 'Ош'],
  ['KZ-AKT', 'Aktau', 'Актау'],
  ['KZ-ALM', 'Almaty', 'Алматы'],
  ['PK-KAR', 'Karachi', 'Карачи'],
  ['PK-QAS', 'Port Qasim', 'Порт Касим'],
  ['TJ-DUS', 'Dushanbe', 'Душанбе'],
  ['TJ-NIZ', 'Nizhniy Pyanj', 'Нижний Пяндж'],
  ['TM-TBS', 'Turkmenbashi seaport', 'Морской порт Туркменбаши'],
  ['TM-FAR', 'Farap', 'Фарап'],
  ['UZ-ANG', 'Angren', 'Ангрен'],
  ['UZ-TER', 'Termez', 'Термез'],
];

/** A unit that reported on time. */
export function aUnit(unit: string, en = unit, ru = en): UnitCoverage {
  return {
    unit,
    country: unit.slice(0, 2),
    name: { en, ru },
    state: 'on_time',
    nil: false,
    corrected: false,
    revision: 1,
  };
}

/** Sixteen units of the nine countries of Chemical Check-I. */
export function chemicalCheckUnits(): UnitCoverage[] {
  return UNITS.map(([unit, en, ru]) => aUnit(unit, en, ru));
}
