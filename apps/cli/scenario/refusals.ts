import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { deterministicUuid } from './deterministic-uuid.js';
import { type ScenarioInput } from './scenario.types.js';
import { type StepList } from './step-list.js';

type Json = Readonly<Record<string, unknown>>;

interface Refusal {
  readonly at: string;
  readonly unit: string;
  readonly expect: 400 | 403 | 404 | 422;
  readonly about: string;
  readonly change?: (content: Json) => Json;
  readonly operation?: string;
  readonly party?: string;
}

const firstLine = (content: Json): Json => (content['lines'] as readonly Json[])[0] ?? {};
const withLine =
  (rest: Json) =>
  (content: Json): Json => ({ ...content, lines: [{ ...firstLine(content), ...rest }] });
const withNet = (amount: unknown) =>
  withLine({ goods: [{ declaredText: 'Acetone', net: { amount, unit: 'kg' } }] });
const onDay =
  (operationDay: string) =>
  (content: Json): Json => ({ ...content, operationDay });
const withCounter =
  (profiled: unknown) =>
  (content: Json): Json => ({
    ...content,
    counters: [{ transportKind: 'truck', regime: 'transit', profiled, examined: 1 }],
  });

/** Requests that must be refused. Each carries a line that would change a total if it were counted. */
const REFUSALS: readonly Refusal[] = [
  { at: '2017-09-05T08:10:00Z', unit: 'UZ-YAL', expect: 404, about: 'a unit that opened later' },
  { at: '2017-09-06T08:10:00Z', unit: 'PK-CMN', expect: 404, about: 'a unit that is not in the plan' },
  {
    at: '2017-09-06T09:10:00Z',
    unit: 'UZ-CHU',
    expect: 404,
    about: 'an unknown operation',
    operation: 'chemical-check-ix',
  },
  {
    at: '2017-09-01T08:00:00Z',
    unit: 'UZ-CHU',
    expect: 422,
    about: 'a day before the operation',
    change: onDay('2017-08-31'),
  },
  {
    at: '2017-10-01T05:00:00Z',
    unit: 'AZ-BAK',
    expect: 422,
    about: 'a day after the operation',
    change: onDay('2017-10-01'),
  },
  {
    at: '2017-09-10T07:00:00Z',
    unit: 'UZ-ANG',
    expect: 422,
    about: 'a day that has not begun',
    change: onDay('2017-09-12'),
  },
  {
    at: '2017-09-07T07:00:00Z',
    unit: 'TJ-NPY',
    expect: 400,
    about: 'text where a number belongs',
    change: withCounter('seven'),
  },
  {
    at: '2017-09-08T07:00:00Z',
    unit: 'KG-OSS',
    expect: 400,
    about: 'a counter below zero',
    change: withCounter(-1),
  },
  {
    at: '2017-09-11T07:00:00Z',
    unit: 'KZ-AAU',
    expect: 400,
    about: 'a quantity in words',
    change: withNet('twenty thousand'),
  },
  {
    at: '2017-09-12T07:00:00Z',
    unit: 'GE-PTI',
    expect: 400,
    about: 'a quantity with a comma',
    change: withNet('20,063'),
  },
  {
    at: '2017-09-13T07:00:00Z',
    unit: 'PK-KHI',
    expect: 400,
    about: 'a quantity in words',
    change: withNet('twenty tonnes'),
  },
  {
    at: '2017-09-14T07:00:00Z',
    unit: 'TM-KRW',
    expect: 400,
    about: 'a day that does not exist',
    change: onDay('2017-09-31'),
  },
  {
    at: '2017-09-15T07:00:00Z',
    unit: 'AZ-AST',
    expect: 400,
    about: 'an unknown outcome',
    change: withLine({ outcome: 'gone' }),
  },
  {
    at: '2017-09-18T07:00:00Z',
    unit: 'PK-TOR',
    expect: 400,
    about: 'a line without goods',
    change: withLine({ goods: [] }),
  },
  {
    at: '2017-09-19T07:00:00Z',
    unit: 'UZ-CHU',
    expect: 403,
    about: 'an officer of another unit',
    party: 'pcu_officer:UZ-ANG/shift-1',
  },
  {
    at: '2017-09-20T07:00:00Z',
    unit: 'UZ-ANG',
    expect: 403,
    about: 'a contact point of another country',
    party: 'contact_point:TJ/duty',
  },
];

/** Adds the requests that must leave no trace. */
export function addRefusals(input: ScenarioInput, steps: StepList, model: DailyReportContent): void {
  for (const [place, refusal] of REFUSALS.entries()) {
    const { at, unit, expect, about, change, operation = input.plan.code, party } = refusal;
    const day = at.slice(0, 10);
    const content = withLine({ number: `REFUSED ${place}` })({ ...model, operationDay: day });
    const submissionId = deterministicUuid([input.plan.code, input.seed, 'refused', place].join('|'));
    steps.add(Date.parse(at), {
      party: party ?? `pcu_officer:${unit}/shift-1`,
      path: `/api/reporting/operations/${operation}/units/${unit}/daily-reports`,
      body: { submissionId, ...(change ? change(content) : content) },
      expect,
      about: `refused: ${about}`,
    });
  }
}
