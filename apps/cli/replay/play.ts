import { setTimeout as delay } from 'node:timers/promises';
import { type ScenarioStep } from '../scenario/scenario.types.js';
import {
  closedDay,
  dayOf,
  issuedBulletin,
  segmentsOf,
  type BulletinEdition,
  type Segment,
} from './segments.js';
import { PATIENCE, type ReplayAnswer, type ReplayClient } from './request.js';

/** An answer that the scenario did not expect. */
export interface UnexpectedAnswer {
  /** The operation day that the request was about. */
  readonly day: string;
  readonly about: string;
  readonly path: string;
  readonly expected: number;
  readonly actual: number;
  /** The answer's text, shortened. */
  readonly text: string;
}

export interface PlayListener {
  /** A bulletin was issued; also told for a repeated request. */
  onIssued(edition: BulletinEdition, step: ScenarioStep): Promise<void>;
}

type Client = Pick<ReplayClient, 'send'>;

/** Requests on their way at the same time. */
const PARALLEL = 8;
/** Milliseconds between two looks at what is awaited: doubled from the first to the longest. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [15, 100];

/**
 * Sends a scenario through the public API, day by day. A closing waits for all before it and holds all behind it; an
 * issue holds only the next closing or issue. It stops at the first answer that is not as expected, because nothing
 * behind it means what it should, and returns it with those of the requests that were on their way.
 */
export async function play(
  steps: readonly ScenarioStep[],
  client: Client,
  listener: PlayListener,
): Promise<UnexpectedAnswer[]> {
  let issuing: Promise<UnexpectedAnswer[]> = Promise.resolve([]);
  for (const { lanes, barrier } of segmentsOf(steps)) {
    // The files of a bulletin are made while the units report on.
    const unexpected = (await Promise.all([issuing, playLanes(lanes, steps, client)])).flat();
    if (unexpected.length > 0 || !barrier) return unexpected;
    issuing = playBarrier(barrier, steps, client, listener);
    if (issuedBulletin(barrier)) continue;
    const atClosing = await issuing;
    if (atClosing.length > 0) return atClosing;
  }
  return issuing;
}

async function playLanes(
  lanes: Segment['lanes'],
  all: readonly ScenarioStep[],
  client: Client,
): Promise<UnexpectedAnswer[]> {
  const unexpected: UnexpectedAnswer[] = [];
  const waiting = [...lanes];
  const worker = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift())
      for (const step of lane) {
        if (unexpected.length > 0) return;
        unexpected.push(...judge(step, await client.send(step), all));
      }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return unexpected;
}

async function playBarrier(
  step: ScenarioStep,
  all: readonly ScenarioStep[],
  client: Client,
  listener: PlayListener,
): Promise<UnexpectedAnswer[]> {
  const issued = issuedBulletin(step);
  if (issued) await untilDrafted(step, client);
  const unexpected = judge(step, await client.send(step), all);
  const isRefusal = step.expect >= 400;
  if (unexpected.length > 0 || isRefusal) return unexpected;
  if (issued) await listener.onIssued(issued, step);
  if (closedDay(step) !== undefined) await untilClosed(step, client);
  return [];
}

/**
 * A step whose first answer was lost may be answered as a repetition: 200 where 201 or 202 was expected.
 * @param all the scenario of the step, which tells of which day a bulletin is
 */
export function judge(
  step: ScenarioStep,
  answer: ReplayAnswer,
  all: readonly ScenarioStep[],
): UnexpectedAnswer[] {
  const isRepetition =
    answer.wasRepeated && answer.status === 200 && (step.expect === 201 || step.expect === 202);
  if (answer.status === step.expect || isRepetition) return [];
  const text = answer.bytes.toString('utf8').slice(0, 500);
  const { about, path, expect: expected } = step;
  return [{ day: dayOf(step, all), about, path, expected, actual: answer.status, text }];
}

/** Also a revised edition tells in the closing of its day how far it has come. */
async function untilClosed(step: ScenarioStep, client: Client): Promise<void> {
  const path = step.path.replace(/\/revision$/, '/closing');
  await untilAnswer(step, path, 'closed', client, (answer) => {
    const { state } = JSON.parse(answer.bytes.toString('utf8')) as { state?: string };
    return state === 'closed' || state === 'unchanged';
  });
}

async function untilDrafted(step: ScenarioStep, client: Client): Promise<void> {
  const path = step.path.replace(/\/issue$/, '');
  await untilAnswer(step, path, 'drafted', client, ({ status }) => status === 200);
}

/** @throws Error with the last answer, which says what is in the way */
async function untilAnswer(
  { party, at }: ScenarioStep,
  path: string,
  what: string,
  client: Client,
  isSo: (answer: ReplayAnswer) => boolean,
): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (let pauseMs = FIRST_PAUSE; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE)) {
    const answer = await client.send({ method: 'GET', path, party, at });
    if (isSo(answer)) return;
    if (performance.now() > end) {
      const last = answer.bytes.toString('utf8').slice(0, 1000);
      throw new Error(
        `Waited ${PATIENCE / 60_000} minutes, but ${path} is not ${what}. Last answer: ${answer.status} ${last}`,
      );
    }
    await delay(pauseMs);
  }
}
