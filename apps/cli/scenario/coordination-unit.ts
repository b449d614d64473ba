import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { minutesMs } from './local-instants.js';
import { Random } from './random.js';
import { type ScenarioInput } from './scenario.types.js';
import { ANALYST, type StepList } from './step-list.js';
import {
  closingMs,
  cutOffMs,
  isTriedTooSoon,
  REVISED_DAY,
  revisionMs,
  SUPPLEMENTARY_DAY,
} from './timetable.js';

const HEAD = 'ocu_head/head';

const ASSESSMENTS: readonly BilingualText[] = [
  {
    en: 'The flow towards Afghanistan is ordinary for the season. Units are asked to weigh loads of acids declared without a pre-export notification.',
    ru: 'Грузопоток в направлении Афганистана обычен для этого времени года. Группам рекомендуется взвешивать партии кислот, заявленные без предварительного уведомления об экспорте.',
  },
  {
    en: 'Several declarations use commodity codes that do not exist. Such declarations deserve an examination.',
    ru: 'В ряде деклараций указаны несуществующие коды товаров. Такие партии рекомендуется досматривать.',
  },
  {
    en: 'Seals differ between posts on the road through the Caspian ports. Units are asked to record every seal that they apply.',
    ru: 'На маршруте через каспийские порты отмечены расхождения в номерах пломб. Просьба указывать в отчётах каждую наложенную пломбу.',
  },
];

interface Day {
  readonly day: string;
  readonly number: number;
  readonly ms: number;
  readonly closing: string;
  readonly issue: string;
}

/** What the OCU tries out of turn, and the refusals or repeated answers it gets. */
function outOfTurn(input: ScenarioInput, steps: StepList, { day, number, ms, closing, issue }: Day): void {
  const early = cutOffMs(input.plan, day) - minutesMs(30);
  const close = { party: ANALYST, path: closing, body: {} };
  if (number === 3) steps.add(early, { ...close, expect: 409, about: 'closing before the cut-off' });
  if (isTriedTooSoon(day)) {
    const before = cutOffMs(input.plan, day) + minutesMs(input.plan.graceMinutes + 1);
    steps.add(before, { ...close, expect: 409, about: 'closing while the day before is open' });
  }
  if (number === 7)
    steps.add(ms + minutesMs(10), { ...close, expect: 200, about: 'closing a closed day again' });
  if (number === 12) {
    steps.add(ms + minutesMs(20), {
      party: ANALYST,
      path: issue,
      expect: 403,
      about: 'issuing is not for the analyst',
    });
  }
  if (number === 14) {
    steps.add(ms + minutesMs(20), {
      party: HEAD,
      path: issue,
      expect: 409,
      about: 'issuing what nobody has proposed',
    });
  }
  if (number === 10) {
    steps.add(ms + minutesMs(240), {
      party: HEAD,
      path: issue,
      expect: 200,
      about: 'issuing again: the first answer again',
    });
  }
}

/** Adds closing and issuing of every day, of the revised edition and of the day after the operation. */
export function addCoordination(input: ScenarioInput, steps: StepList, days: readonly string[]): void {
  const { code } = input.plan;
  for (const [place, day] of days.entries()) {
    const random = Random.stream(input.seed, 'coordination', day);
    const number = place + 1;
    const ms = closingMs(input, day);
    const closing = `/api/coordination/operations/${code}/days/${day}/closing`;
    const issue = `/api/bulletin/operations/${code}/bulletins/${number}/revisions/0/issue`;
    const assessment = random.chance(0.6) ? { assessment: random.pick(ASSESSMENTS) } : {};
    steps.add(ms, { party: ANALYST, path: closing, body: assessment, expect: 202, about: `closes ${day}` });
    const issueMs = ms + minutesMs(random.int(45, 70));
    issueByTwo(steps, issueMs, issue, `bulletin ${number}`);
    outOfTurn(input, steps, { day, number, ms, closing, issue });
    if (day === REVISED_DAY) reissue(input, steps, day, number);
  }
  if ((input.plan.followUpsUntil ?? '') >= SUPPLEMENTARY_DAY) supplement(input, steps, days.length + 1);
}

/** The OCU decides that the bulletin of the day is issued again with what was put right since. */
function reissue(input: ScenarioInput, steps: StepList, day: string, number: number): void {
  const { plan } = input;
  const ms = revisionMs(input);
  steps.add(ms, {
    party: HEAD,
    path: `/api/coordination/operations/${plan.code}/days/${day}/revision`,
    body: {
      reason: {
        en: 'A unit counted one control twice; the figures of the day are issued again.',
        ru: 'Одна из групп учла одну и ту же единицу дважды; показатели за день издаются повторно.',
      },
    },
    expect: 202,
    about: `revises the bulletin of ${day}`,
  });
  const path = `/api/bulletin/operations/${plan.code}/bulletins/${number}/revisions/1/issue`;
  issueByTwo(steps, ms + minutesMs(40), path, `bulletin ${number}/Rev. 1`);
}

/** Closes the day after the operation and issues its bulletin. */
function supplement(input: ScenarioInput, steps: StepList, number: number): void {
  const { code } = input.plan;
  const ms = closingMs(input, SUPPLEMENTARY_DAY);
  steps.add(ms, {
    party: ANALYST,
    path: `/api/coordination/operations/${code}/days/${SUPPLEMENTARY_DAY}/closing`,
    body: {},
    expect: 202,
    about: `closes the supplementary day ${SUPPLEMENTARY_DAY}`,
  });
  const issue = `/api/bulletin/operations/${code}/bulletins/${number}/revisions/0/issue`;
  issueByTwo(steps, ms + minutesMs(50), issue, `the supplementary bulletin ${number}`);
}

/** The analyst proposes, some minutes before the head issues. */
function issueByTwo(steps: StepList, ms: number, issue: string, what: string): void {
  const proposal = { path: `${issue}/proposal`, expect: 201, about: `proposes to issue ${what}` };
  steps.add(ms - minutesMs(5), { party: ANALYST, ...proposal });
  steps.add(ms, { party: HEAD, path: issue, expect: 200, about: `issues ${what}` });
}
