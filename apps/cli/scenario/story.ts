import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { minutesMs } from './local-instants.js';
import { Random } from './random.js';
import { revise, type ChangeKind } from './revised-content.js';
import { type ScenarioInput } from './scenario.types.js';
import { type Basis, type UnitDesk } from './step-list.js';
import { closingMs, cutOffMs } from './timetable.js';

/** What a unit-day's story is told from. */
export interface StoryContext {
  readonly input: ScenarioInput;
  readonly desk: UnitDesk;
  readonly day: string;
  readonly content: DailyReportContent;
  /** Report of the day before that a wrong one displaced. */
  readonly displaced?: DailyReportContent;
}

/** With the moments at which its parts happen. */
export interface Story extends StoryContext {
  readonly random: Random;
  /** The unit sends its report. */
  readonly sentMs: number;
  /** The contact point forwards before the cut-off. */
  readonly forwardMs: number;
  readonly lateMs: number;
  /** Some hours after the day was closed. */
  readonly afterMs: number;
}

export const SEND = 'daily report';
export const FORWARD = 'forwarded';

/** The moments are a function of seed, unit and day. */
export function storyOf(context: StoryContext): Story {
  const { input, desk, day, content } = context;
  const random = Random.stream(input.seed, 'story', desk.unit.id, day);
  const sentMs = Date.parse(content.preparedAt) + minutesMs(random.int(3, 15));
  const cutOff = cutOffMs(input.plan, day);
  const sameEvening = sentMs + minutesMs(random.int(30, 110));
  const nextMorning = cutOff - minutesMs(random.int(5, 55));
  return {
    ...context,
    random,
    sentMs,
    forwardMs: random.chance(0.65) ? sameEvening : nextMorning,
    lateMs: cutOff + minutesMs(random.int(2, input.plan.graceMinutes)),
    afterMs: closingMs(input, day) + minutesMs(random.int(75, 500)),
  };
}

/** Sends and forwards, as on an ordinary day. */
export function ordinary({ desk, day, content, sentMs, forwardMs }: Story, about = FORWARD): void {
  desk.submit(sentMs, '1', content, { about: content.kind === 'nil' ? 'nil report' : SEND });
  desk.forward(forwardMs, day, 1, about);
}

/** Sends a later revision and has it forwarded; returns its content. */
export function correction(
  story: Story,
  ms: number,
  revision: number,
  kind: ChangeKind,
  from = story.content,
): DailyReportContent {
  const { desk, day, random } = story;
  const content = revise(from, kind, random);
  const basis: Basis = { basedOn: revision - 1, reason: kind, reasonText: 'checked against the documents' };
  desk.submit(ms, String(revision), content, { basis, about: `correction: ${kind}` });
  desk.forward(ms + minutesMs(random.int(20, 90)), day, revision, 'correction forwarded');
  return content;
}
