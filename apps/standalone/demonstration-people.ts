import { type DemonstrationPerson } from '#apps/identity/index.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';

/** Units of the operation that comes with the product, in which the demonstration has its officers. */
const UNITS = ['UZ-ANG', 'KZ-AAU', 'KG-OSS'];
const OF_COORDINATION = ['administrator', 'ocu_head', 'ocu_analyst'] as const;

/**
 * One account for each role of the operation, and two of each in the OCU and of administrators, because some steps need
 * two persons; officers and contact points of three countries, and a participant of another one.
 */
export function demonstrationPeople(plan: Pick<OperationPlan, 'countries' | 'units'>): DemonstrationPerson[] {
  const units = unitsOf(plan);
  const countries = [...new Set(units.map(({ country }) => country))];
  const codes = plan.countries.map(({ code }) => code);
  const reading = codes.find((code) => !countries.includes(code)) ?? codes[0];
  return [
    ...OF_COORDINATION.flatMap((role) =>
      ['', '-2'].map((which) => ({ role, name: `${nameOf(role)}${which}` })),
    ),
    ...countries.map((country) => ({
      ...{ role: 'contact_point' as const, country },
      name: `contact-point-${country.toLowerCase()}`,
    })),
    ...units.map(({ id: unit, country }) => ({
      ...{ role: 'pcu_officer' as const, unit, country },
      name: `officer-${unit.toLowerCase()}`,
    })),
    ...(reading === undefined
      ? []
      : [{ role: 'participant' as const, country: reading, name: `participant-${reading.toLowerCase()}` }]),
  ];
}

const nameOf = (role: string): string => role.replace('_', '-');

function unitsOf({ units }: Pick<OperationPlan, 'units'>): OperationPlan['units'] {
  const known = units.filter(({ id }) => UNITS.includes(id));
  if (known.length > 1) return known;
  const firstOfCountry = units.filter(
    (unit, at) => units.findIndex(({ country }) => country === unit.country) === at,
  );
  return firstOfCountry.slice(0, UNITS.length);
}
