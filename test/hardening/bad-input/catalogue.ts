import { AUTHENTICATION, AUTHENTICATION_ABSENT, AUTHENTICATION_ELSEWHERE } from './authentication.js';
import { type BadInput, type DoesNotApply, type DrivenElsewhere } from './bad-input.js';
import { EXPORTS, EXPORTS_ELSEWHERE } from './exports.js';
import { FLOW, FLOW_ABSENT, FLOW_ELSEWHERE } from './flow.js';
import { HTTP_LEVEL } from './http-level.js';
import { JSON_LEVEL } from './json.js';
import { REPORT_FIELDS } from './report-fields.js';
import { TEXTS } from './texts.js';
import { WORKBOOKS, WORKBOOKS_ELSEWHERE } from './workbooks.js';

/** The groups of the catalogue of bad input with the first and the last number of each. */
export const GROUPS: readonly (readonly [
  name: string,
  first: number,
  last: number,
  cases: readonly BadInput[],
])[] = [
  ['A. HTTP', 1, 22, HTTP_LEVEL],
  ['B. JSON', 23, 44, JSON_LEVEL],
  ['C. Fields of a report', 45, 86, REPORT_FIELDS],
  ['D. Texts', 87, 108, TEXTS],
  ['E. Exports', 109, 116, EXPORTS],
  ['F. Workbooks', 117, 150, WORKBOOKS],
  ['G. Authentication', 151, 166, AUTHENTICATION],
  ['H. Rights and flow', 167, 182, FLOW],
];

export const ELSEWHERE: readonly DrivenElsewhere[] = [
  ...EXPORTS_ELSEWHERE,
  ...WORKBOOKS_ELSEWHERE,
  ...AUTHENTICATION_ELSEWHERE,
  ...FLOW_ELSEWHERE,
];

export const ABSENT: readonly DoesNotApply[] = [...AUTHENTICATION_ABSENT, ...FLOW_ABSENT];
