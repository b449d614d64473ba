import { type OracleStep } from '../../apps/cli/oracle/oracle.types.js';
import { cutOffOf } from '#libs/reference/operation-day.js';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type ForwardedChange, type RevisionReason } from '#libs/contracts/vocabulary.js';
import { type Action, type Content, DAYS, type Move, SUPPLEMENTARY_DAYS } from './random-operation.js';
import { type News, newsOf, nextNumber, numberOf, type Revision, type UnitDay } from './told-abroad.js';

/** An event of a unit-day as coordination receives it, in order. */
export interface Told {
  readonly state: 'submitted' | 'returned' | 'held' | 'withdrawn' | 'queried' | 'answered' | 'forwarded';
  readonly unit: string;
  readonly day: string;
  readonly revision: number;
  readonly at: string;
  /** What was forwarded. */
  readonly content?: DailyReportContent;
  readonly change: ForwardedChange | null;
  readonly reason: RevisionReason | null;
}

/** A day that is closed, or an edition of it that is asked for, with how many events lie before it. */
export interface Closed {
  readonly day: string;
  readonly at: string;
  readonly toldBefore: number;
  readonly isRevision: boolean;
}

export interface Played {
  readonly steps: readonly OracleStep[];
  readonly told: readonly Told[];
  readonly closings: readonly Closed[];
  readonly unitDays: readonly UnitDay[];
}

type States = Readonly<Record<Move, readonly Revision['state'][]>>;

/** States of the newest revision in which a move is possible. */
const FROM: States = {
  forward: ['submitted', 'held'],
  return: ['submitted', 'held'],
  hold: ['submitted'],
  withdraw: ['submitted', 'held', 'returned'],
  query: ['forwarded'],
  answer: ['queried'],
};
const TO = {
  forward: 'forwarded',
  return: 'returned',
  hold: 'held',
  withdraw: 'withdrawn',
  query: 'queried',
  answer: 'forwarded',
} as const satisfies Record<Move, Revision['state']>;
const TOLD = { ...TO, answer: 'answered' } as const satisfies Record<Move, Told['state']>;

const WITHHELD: Omit<ControlLine, 'lineId'> = {
  ...{ transportKind: 'other', number: 'SECR0000001', regime: 'transit', goods: [{ declaredText: 'goods' }] },
  ...{ destination: 'AF', outcome: 'released', handling: 'withheld' },
};

/** Closings in their order. */
const CLOSED = [...DAYS, ...SUPPLEMENTARY_DAYS];

/** Plays actions by the life cycle of a report: the same history as requests for the oracle and as events. */
export function play(plan: OperationPlan, actions: readonly Action[]): Played {
  const unitDays: UnitDay[] = [];
  const steps: OracleStep[] = [];
  const told: Told[] = [];
  const closings: Closed[] = [];
  let now = Date.parse('2017-09-05T08:00:00Z');
  const instant = (): string => new Date(now).toISOString();

  const post = (path: string, expect: number, body?: unknown): void => {
    steps.push({
      at: instant(),
      party: 'x/y',
      method: 'POST',
      path,
      expect,
      ...(body !== undefined && { body }),
    });
  };
  const tell = (own: UnitDay, revision: Revision, event: Pick<Told, 'state' | 'content'>): void => {
    const { unit, day } = own;
    if (revision.toldAs === undefined) return;
    const { reason = null, toldAs } = revision;
    told.push({ ...event, unit, day, revision: toldAs, at: instant(), change: null, reason });
  };
  const end = (day: string, isRevision: boolean): void => {
    post(`/api/coordination/operations/${plan.code}/days/${day}/${isRevision ? 'revision' : 'closing'}`, 202);
    closings.push({ day, at: instant(), toldBefore: told.length, isRevision });
  };
  const close = (): void => {
    const day = CLOSED[closings.filter(({ isRevision }) => !isRevision).length];
    if (day === undefined) return;
    now = Math.max(now, Date.parse(cutOffOf(plan, day)));
    end(day, false);
  };
  const revise = (back: number): void => {
    const day = closings.filter(({ isRevision }) => !isRevision).at(-1 - back)?.day;
    if (day !== undefined) end(day, true);
  };
  const find = (unit: string, day: string): UnitDay => {
    const known = unitDays.find((one) => one.unit === unit && one.day === day);
    if (known) return known;
    const made: UnitDay = { unit, day, revisions: [] };
    unitDays.push(made);
    return made;
  };
  const base = (unit: string): string => `/api/reporting/operations/${plan.code}/units/${unit}/daily-reports`;

  const submit = (action: Extract<Action, { what: 'submit' }>): void => {
    const { unit, day, change } = action;
    const own = find(unit, day);
    const before = own.revisions.at(-1);
    const content = { ...contentOf(action, own), operationDay: day, preparedAt: `${day}T18:00:00Z` };
    const reason = before && ('recount' as const);
    const revision: Revision = {
      content,
      reason,
      change: before && change,
      state: 'submitted',
      toldAs: undefined,
      wasHeld: false,
      wasForwarded: false,
    };
    own.revisions.push(revision);
    const { isTold, toldAs } = numberOf(own, unitDays);
    revision.toldAs = toldAs ?? undefined;
    if (before?.state === 'submitted' || before?.state === 'held') before.state = 'superseded';
    const basis = before && { basedOn: own.revisions.length - 1, reason, change };
    post(base(unit), 201, { ...content, ...basis });
    if (isTold) tell(own, revision, { state: 'submitted' });
    if (action.then) move({ what: action.then, unit, day, after: 0 });
  };
  const move = ({ what, unit, day }: Extract<Action, { what: Move }>): void => {
    const own = find(unit, day);
    const revision = own.revisions.at(-1);
    if (!revision || !FROM[what].includes(revision.state)) return;
    const news = what === 'forward' ? newsOf(own, unitDays) : undefined;
    post(`${base(unit)}/${day}/revisions/${own.revisions.length}/${what}`, 200);
    revision.state = TO[what];
    const isHeldAlready =
      what === 'hold' && own.revisions.some((one) => one.wasHeld && isSameAbroad(one, revision));
    if (what === 'hold') revision.wasHeld = true;
    if (what !== 'forward') return isHeldAlready ? undefined : tell(own, revision, { state: TOLD[what] });
    forward(own, revision, news);
  };
  const forward = (own: UnitDay, revision: Revision, news: News | undefined): void => {
    const { unit, day } = own;
    const counted = own.revisions.findLast(({ wasForwarded }) => wasForwarded);
    revision.wasForwarded = true;
    revision.toldAs ??= news ? nextNumber(own) : counted?.toldAs;
    const words = news?.content ?? counted?.told;
    if (words) revision.told = words;
    if (news && revision.toldAs !== undefined)
      told.push({ state: 'forwarded', unit, day, revision: revision.toldAs, at: instant(), ...news });
  };

  for (const action of actions) {
    now += action.after * 60_000;
    if (action.what === 'close') close();
    else if (action.what === 'revise') revise(action.back);
    else if (action.what === 'submit') submit(action);
    else move(action);
  }
  while (closings.filter(({ isRevision }) => !isRevision).length < CLOSED.length) close();
  return { steps, told, closings, unitDays };
}

const isSameAbroad = (one: Revision, other: Revision): boolean =>
  one.toldAs !== undefined && one.toldAs === other.toldAs;

/** With one more record that stays in the country. */
function withheldIn(content: DailyReportContent): DailyReportContent {
  if (content.kind !== 'report') return content;
  const { lines = [] } = content;
  const known = lines.filter(({ lineId }) => lineId.startsWith('w')).length;
  return { ...content, lines: [...lines, { ...WITHHELD, lineId: `w${known}` }] };
}

/** What is sent: the action's content, or an earlier one with more in it. */
function contentOf(
  { content, instead }: Extract<Action, { what: 'submit' }>,
  { revisions }: UnitDay,
): Content {
  const before = revisions.at(-1);
  const forwarded = revisions.findLast(({ wasForwarded }) => wasForwarded);
  if (instead === 'withhold') return before ? withheldIn(before.content) : content;
  if (instead === 'back') return forwarded ? withheldIn(forwarded.content) : content;
  return grown({ content, instead }, before);
}

/** The content before with what it withheld lifted or further lines added, where both are reports. */
function grown(
  { content, instead }: Pick<Extract<Action, { what: 'submit' }>, 'content' | 'instead'>,
  before: Revision | undefined,
): Content {
  if (instead === undefined || before?.content.kind !== 'report' || content.kind !== 'report') return content;
  const lifted = <T extends { handling?: string }>(records: T[] | undefined): T[] | undefined =>
    records?.map((record) => (record.handling === 'withheld' ? { ...record, handling: undefined } : record));
  const { lines, cases, followUps, ...rest } = before.content;
  if (instead === 'lift')
    return { ...rest, lines: lifted(lines), cases: lifted(cases), followUps: lifted(followUps) } as Content;
  const added = (content.lines ?? []).map((line) => ({ ...line, lineId: `m${line.lineId}` }));
  const known = (lines ?? []).map(({ lineId }) => lineId);
  return {
    ...before.content,
    lines: [...(lines ?? []), ...added.filter(({ lineId }) => !known.includes(lineId))],
  };
}
