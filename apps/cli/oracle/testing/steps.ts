import { type Additive, type OraclePlan, type OracleStep } from '../oracle.types.js';

/** Two countries, three units; the cut-off of 5 September is 6 September 10:00 in Almaty = 04:00 UTC. */
export const PLAN: OraclePlan = {
  code: 'tiny',
  firstDay: '2017-09-05',
  lastDay: '2017-09-07',
  coordinationTimeZone: 'Asia/Almaty',
  cutOff: '10:00',
  countries: [{ code: 'UZ' }, { code: 'AF' }],
  units: [
    { id: 'UZ-CHU', country: 'UZ' },
    { id: 'UZ-ANG', country: 'UZ' },
    { id: 'AF-KBL', country: 'AF', closedDays: ['2017-09-06'] },
  ],
};

export const D5 = '2017-09-05';
export const D6 = '2017-09-06';
export const D7 = '2017-09-07';

const post = (at: string, path: string, expect: number, body?: unknown): OracleStep => ({
  at,
  party: 'contact_point:UZ/x',
  method: 'POST',
  path,
  expect,
  ...(body !== undefined && { body }),
});

const base = (unit: string): string => `/api/reporting/operations/tiny/units/${unit}/daily-reports`;

/** The unit sends a report of the day. */
export const send = (at: string, unit: string, day: string, body: object, status = 201): OracleStep =>
  post(at, base(unit), status, { operationDay: day, kind: 'report', ...body });

/** Somebody forwards, returns, holds or withdraws a revision. */
export const move = (verb: string, at: string, unit: string, day: string, revision = 1): OracleStep =>
  post(at, `${base(unit)}/${day}/revisions/${revision}/${verb}`, 200);

/** Sent and forwarded within the hour. */
export const told = (at: string, unit: string, day: string, body: object, revision = 1): OracleStep[] => [
  send(at, unit, day, body),
  move('forward', at, unit, day, revision),
];

export const close = (at: string, day: string, status = 202): OracleStep =>
  post(at, `/api/coordination/operations/tiny/days/${day}/closing`, status);

/** The OCU asks for a revised edition of the day. */
export const reissue = (at: string, day: string, status = 202): OracleStep =>
  post(at, `/api/coordination/operations/tiny/days/${day}/revision`, status, {
    reason: { en: 'Recount', ru: 'Пересчёт' },
  });

export const line = (number: string, rest: object = {}): object => ({
  lineId: number,
  transportKind: 'container',
  number,
  regime: 'transit',
  outcome: 'released',
  goods: [{ declaredText: 'x' }],
  ...rest,
});

export const seizure = (caseId: string, rest: object = {}): object => ({
  caseId,
  kind: 'seizure',
  substance: 'Iodine',
  certainty: 'presumptive',
  detectedBy: 'UZ',
  ...rest,
});

/** The figures that are not 0, so that a spec says only what it is about. */
export const nonZero = (figures: Additive): Partial<Additive> =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== 0));
