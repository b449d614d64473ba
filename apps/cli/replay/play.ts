import { setTimeout as delay } from 'node:timers/promises';
import { type ScenarioStep } from '../scenario/scenario.types.js';
import {
  closedDay,
  dayOf,
  isProposal,
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
 * Sends a scenario through the public API, day by day. A closing waits for all before it and holds all behind it; a
 * proposal and an issue hold only the next closing, proposal or issue. It stops at the first answer that is not as expected, because nothing
 * behind it means what it should, and returns it with those of the requests that were on their way.
 */
export async function play(
  steps: readonly ScenarioStep[],
  client: Client,
  listener: PlayListener,
): Promise<UnexpectedAnswer[]> {
  const run: Run = { all: steps, client, listener, unexpected: [] };
  let issuing: Promise<void> = Promise.resolve();
  for (const { lanes, barrier } of segmentsOf(steps)) {
    // The files of a bulletin are made while the units report on.
    await Promise.all([issuing, playLanes(lanes, run)]);
    if (isStopped(run) || !barrier) return run.unexpected;
    issuing = playBarrier(barrier, run);
    if (issuedBulletin(barrier) || isProposal(barrier)) continue;
    await issuing;
    if (isStopped(run)) return run.unexpected;
  }
  await issuing;
  return run.unexpected;
}

interface Run {
  /** All steps, which tell of which day a bulletin is. */
  readonly all: readonly ScenarioStep[];
  readonly client: Client;
  readonly listener: PlayListener;
  /** Of every lane, and of the issue beside them: the first one stops all. */
  readonly unexpected: UnexpectedAnswer[];
}

const isStopped = ({ unexpected }: Run): boolean => unexpected.length > 0;

async function playLanes(lanes: Segment['lanes'], run: Run): Promise<void> {
  const waiting = [...lanes];
  const worker = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift())
      for (const step of lane) {
        if (isStopped(run)) return;
        await playStep(step, run);
      }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
}

/** Whether the answer was as expected. */
async function playStep(step: ScenarioStep, { all, client, unexpected }: Run): Promise<boolean> {
  const found = judge(step, await client.send(step), all);
  unexpected.push(...found);
  return found.length === 0;
}

async function playBarrier(step: ScenarioStep, run: Run): Promise<void> {
  const issued = issuedBulletin(step);
  if (issued || isProposal(step)) await untilDrafted(step, run);
  if (isStopped(run)) return;
  const isRefusal = step.expect >= 400;
  if (!(await playStep(step, run)) || isRefusal) return;
  if (issued) await run.listener.onIssued(issued, step);
  if (closedDay(step) !== undefined) await untilClosed(step, run);
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
async function untilClosed(step: ScenarioStep, run: Run): Promise<void> {
  const path = step.path.replace(/\/revision$/, '/closing');
  await untilAnswer(step, path, 'closed', run, (answer) => {
    const { state } = JSON.parse(answer.bytes.toString('utf8')) as { state?: string };
    return state === 'closed' || state === 'unchanged';
  });
}

async function untilDrafted(step: ScenarioStep, run: Run): Promise<void> {
  const path = step.path.replace(/\/issue(\/proposal)?$/, '');
  await untilAnswer(step, path, 'drafted', run, ({ status }) => status === 200);
}

/** Also ends where something else has stopped. @throws Error with the last answer, which says what is in the way */
async function untilAnswer(
  { party, at }: ScenarioStep,
  path: string,
  what: string,
  run: Run,
  isSo: (answer: ReplayAnswer) => boolean,
): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (let pauseMs = FIRST_PAUSE; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE)) {
    const answer = await run.client.send({ method: 'GET', path, party, at });
    if (isSo(answer) || isStopped(run)) return;
    if (performance.now() > end) {
      const last = answer.bytes.toString('utf8').slice(0, 1000);
      throw new Error(
        `Waited ${PATIENCE / 60_000} minutes, but ${path} is not ${what}. Last answer: ${answer.status} ${last}`,
      );
    }
    await delay(pauseMs);
  }
}
