import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';

/** What of the reference data a plan refers to. */
export interface PlanReference {
  isChemical(id: string): boolean;
  /** Whether the bulletins know the names of the country. */
  isCountry(code: string): boolean;
}

/** A mistake of meaning in a plan whose shape is right. */
export interface PlanInconsistency {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** What does not fit together in a plan: days, countries, units, zones, chemicals. */
export function planProblems(plan: OperationPlan, reference: PlanReference): PlanInconsistency[] {
  return [
    ...periodProblems(plan),
    ...repeated(
      plan.countries.map((country) => country.code),
      'countries',
      'code',
    ),
    ...repeated(
      plan.units.map((unit) => unit.id),
      'units',
      'id',
    ),
    ...unitProblems(plan),
    ...dayProblems(plan),
    ...contactPointProblems(plan),
    ...countryProblems(plan, reference),
    ...zoneProblems(plan),
    ...(plan.listedChemicals ?? []).flatMap((id, index) =>
      reference.isChemical(id)
        ? []
        : [{ path: ['listedChemicals', index], reason: `no chemical has the id ${id}` }],
    ),
  ];
}

function periodProblems({ firstDay, lastDay, followUpsUntil }: OperationPlan): PlanInconsistency[] {
  return [
    ...(lastDay < firstDay ? [{ path: ['lastDay'], reason: 'the last day lies before the first' }] : []),
    ...(followUpsUntil !== undefined && followUpsUntil < lastDay
      ? [{ path: ['followUpsUntil'], reason: 'follow-ups would end before the operation' }]
      : []),
  ];
}

/** Who is both would act in two capacities; a deputy of nobody is a slip of the pen. */
function contactPointProblems(plan: OperationPlan): PlanInconsistency[] {
  return plan.countries.flatMap(({ contactPoint }, index) => {
    const { holders = [], deputies = [] } = contactPoint ?? {};
    const path = ['countries', index, 'contactPoint', 'deputies'];
    if (deputies.length > 0 && holders.length === 0)
      return [{ path, reason: 'deputies are named, but no holder' }];
    return deputies.flatMap((person, place) =>
      holders.includes(person) ? [{ path: [...path, place], reason: `${person} is a holder already` }] : [],
    );
  });
}

function repeated(values: readonly string[], list: string, field: string): PlanInconsistency[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [{ path: [list, index, field], reason: `${value} stands twice` }] : [],
  );
}

function unitProblems(plan: OperationPlan): PlanInconsistency[] {
  const countries = new Set(plan.countries.map((country) => country.code));
  return plan.units.flatMap((unit, index) => [
    ...(countries.has(unit.country)
      ? []
      : [{ path: ['units', index, 'country'], reason: `${unit.country} is no participating country` }]),
    ...(unit.id.startsWith(`${unit.country}-`)
      ? []
      : [
          {
            path: ['units', index, 'id'],
            reason: `the id of a unit begins with its country: ${unit.country}-…`,
          },
        ]),
  ]);
}

function countryProblems(plan: OperationPlan, reference: PlanReference): PlanInconsistency[] {
  return plan.countries.flatMap(({ code }, index) =>
    reference.isCountry(code)
      ? []
      : [{ path: ['countries', index, 'code'], reason: `the reference data has no country ${code}` }],
  );
}

/** A closed day outside the operation is a slip of the pen: the unit would be expected on the day that was meant. */
function dayProblems(plan: OperationPlan): PlanInconsistency[] {
  return plan.units.flatMap((unit, index) =>
    (unit.closedDays ?? []).flatMap((day, place) =>
      day < plan.firstDay || day > plan.lastDay
        ? [{ path: ['units', index, 'closedDays', place], reason: `${day} lies outside the operation` }]
        : [],
    ),
  );
}

function zoneProblems(plan: OperationPlan): PlanInconsistency[] {
  const zones: PlanInconsistency[] = plan.units.flatMap((unit, index) =>
    isZone(unit.timeZone)
      ? []
      : [{ path: ['units', index, 'timeZone'], reason: `${unit.timeZone} is no IANA time zone` }],
  );
  if (isZone(plan.coordinationTimeZone)) return zones;
  return [
    { path: ['coordinationTimeZone'], reason: `${plan.coordinationTimeZone} is no IANA time zone` },
    ...zones,
  ];
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
