import { type ScenarioStep } from '../../scenario/scenario.types.js';
import { type ReplayResult } from '../replay.types.js';

const at = '2017-09-06T06:00:00Z';

const step = (party: string, path: string, expect: number): ScenarioStep => ({
  at,
  party,
  method: 'POST',
  path,
  expect,
  about: path.split('/').at(-1) ?? '',
});

/** A daily report of a unit; the number makes it unlike others. */
export const report = (unit: string, number: number, expect = 201): ScenarioStep => ({
  ...step(`pcu_officer:${unit}/x`, `/api/reporting/operations/tiny/units/${unit}/daily-reports`, expect),
  body: { number },
});

export const closing = (day: string, expect = 202): ScenarioStep =>
  step('ocu_analyst/x', `/api/coordination/operations/tiny/days/${day}/closing`, expect);

/** The OCU decides on the next edition of a closed day. */
export const revising = (day: string, expect = 202): ScenarioStep =>
  step('ocu_head/x', `/api/coordination/operations/tiny/days/${day}/revision`, expect);

export const issue = (number: number, expect = 200, revision = 0): ScenarioStep =>
  step('ocu_head/x', `/api/bulletin/operations/tiny/bulletins/${number}/revisions/${revision}/issue`, expect);

/** The other person of the OCU proposes to issue. */
export const proposal = (number: number, expect = 201): ScenarioStep =>
  step(
    'ocu_analyst/x',
    `/api/bulletin/operations/tiny/bulletins/${number}/revisions/0/issue/proposal`,
    expect,
  );

/** The result of a replay in which all went well. */
export const RESULT: ReplayResult = {
  operation: 'tiny',
  bus: 'kafka',
  seed: 7,
  requests: 12,
  bulletins: 3,
  files: ['bulletin-001.en.html'],
  differences: [],
  unexpected: [],
  busCheck: { logged: { a: 4, b: 5 }, endOffsets: { a: 4, b: 5 }, unpublished: 0, differing: [] },
  repeats: { requests: 0 },
  restarts: 0,
  duplicatesAbsorbed: 0,
  deadLettered: 0,
  metrics: {},
  peakMemoryMb: { reporting: 120 },
  seconds: { start: 4.06, replay: 30, total: 34.1 },
};
