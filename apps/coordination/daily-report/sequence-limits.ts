/** Highest sequence that counts for each unit: what its seal says. A unit that is missing here counts with all it sent. */
export type SequenceLimits = ReadonlyMap<string, number>;

/** No seal yet: everything that has arrived. */
export const EVERYTHING: SequenceLimits = new Map();

/** The limits as the two arrays that `WITHIN_SEAL` takes as $2 and $3. */
export const limitArrays = (limits: SequenceLimits): [string[], number[]] => [
  [...limits.keys()],
  [...limits.values()],
];

/** Joins the seals to the events `e` of operation $1: rows of a unit with a sequence above its seal belong to the next closing. */
export const WITHIN_SEAL = `
  left join unnest($2::text[], $3::bigint[]) as sealed(unit, last_sequence) on sealed.unit = e.unit
  where e.operation = $1 and (sealed.last_sequence is null or e.sequence <= sealed.last_sequence)`;
