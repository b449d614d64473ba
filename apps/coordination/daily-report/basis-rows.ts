import { type BasisReference } from '../consolidation/basis.domain.js';

/** The basis as the three arrays that a query unnests as `b(operation_day, unit, revision)`. */
export const basisArrays = (basis: readonly BasisReference[]): [string[], string[], number[]] => [
  basis.map((entry) => entry.operationDay),
  basis.map((entry) => entry.unit),
  basis.map((entry) => entry.revision),
];

/** The forwarded revisions `e` of operation $1 that a basis names; its arrays are $2, $3 and $4. */
export const FROM_BASIS = `
  from unnest($2::date[], $3::text[], $4::int[]) as b(operation_day, unit, revision)
  join daily_report_event e on e.operation = $1 and e.operation_day = b.operation_day and e.unit = b.unit
    and e.revision = b.revision and e.state = 'forwarded'`;
