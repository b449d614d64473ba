import {
  type OperationPlan,
  type ParticipatingCountry,
} from '#libs/contracts/operation-plan/operation-plan.dto.js';

type Countries = Pick<OperationPlan, 'countries'>;

/**
 * What of a new version of a plan needs two persons: who takes part, how much of a country's data others see, and who acts
 * for a country. In words for the persons who decide, e.g. `country AM added`; empty: the version is published at once.
 */
export function weightyChanges({ countries: before }: Countries, { countries: after }: Countries): string[] {
  const codes = [...new Set([...before, ...after].map(({ code }) => code))].sort();
  return codes.flatMap((code) => {
    const [former, next] = [before, after].map((list) => list.find((country) => country.code === code));
    if (!former) return [`country ${code} added`];
    return next ? changesOf(former, next) : [`country ${code} taken out`];
  });
}

function changesOf(former: ParticipatingCountry, next: ParticipatingCountry): string[] {
  const { code } = next;
  const people = (['holders', 'deputies'] as const).flatMap((which) => {
    const [was, is] = [former, next].map(({ contactPoint }) => namesOf(contactPoint?.[which]));
    return was === is ? [] : [`country ${code}: ${which} ${was || 'none'} → ${is || 'none'}`];
  });
  const isShared = former.sharing === next.sharing;
  return isShared ? people : [`country ${code}: sharing ${former.sharing} → ${next.sharing}`, ...people];
}

const namesOf = (names: readonly string[] | undefined): string => [...(names ?? [])].sort().join(', ');
