import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';

export const COUNTRIES = ['AF', 'AZ', 'GE', 'KG', 'KZ', 'PK', 'TJ', 'TM', 'UZ'] as const;
/** The same countries and units take part in both. */
export const OPERATIONS = ['tiny', 'twin'] as const;
export type Operation = (typeof OPERATIONS)[number];

export const unitsOf = (country: string): string[] => [`${country}-ONE`, `${country}-TWO`];
export const UNITS = COUNTRIES.flatMap(unitsOf);

/** Days of both operations: what was forwarded lies on the first, what was not on the second, drafts on the third. */
export const FORWARDED_DAY = '2017-09-05';
export const HELD_DAY = '2017-09-06';
export const DRAFT_DAY = '2017-09-07';
/** The clock of the requests. */
export const NOW = '2017-09-07T14:00:00Z';

const text = { en: 'Text', ru: 'Текст' };

const SHARING = ['full', 'without_names', 'totals_only'] as const;
/** The profile of a country: each stands for three of the nine. */
export const sharingOf = (country: string): (typeof SHARING)[number] =>
  SHARING[COUNTRIES.findIndex((code) => code === country) % SHARING.length] ?? 'totals_only';

export const planOf = (code: string): OperationPlan => ({
  ...{ code, name: text, firstDay: FORWARDED_DAY, lastDay: DRAFT_DAY },
  ...{ coordinationTimeZone: 'Asia/Almaty', dayStartsAt: '00:00', cutOff: '10:00', graceMinutes: 60 },
  ...{ marking: text, contact: text, scope: text },
  countries: COUNTRIES.map((code) => ({ code, sharing: sharingOf(code) })),
  units: UNITS.map((id) => ({
    ...{ id, country: id.slice(0, 2), name: text },
    ...{ timeZone: 'Asia/Tashkent', transportKinds: ['container' as const] },
  })),
});
