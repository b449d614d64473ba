import { setTimeout as delay } from 'node:timers/promises';
import { type ScenarioStep } from '../scenario/scenario.types.js';
import { closedDay, issuedBulletin, segmentsOf, type BulletinEdition, type Segment } from './segments.js';
import { type ReplayAnswer, type ReplayClient } from './request.js';

/** An answer that the scenario did not expect. */
export interface UnexpectedAnswer {
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
const PATIENCE = 60_000;

/**
 * Sends a scenario through the public API, day by day, and returns the answers that were not as expected. A closing waits
 * for all before it and holds all behind it; an issue holds only the next closing or issue. It ends at one of them that
 * was answered otherwise.
 */
export async function play(
  steps: readonly ScenarioStep[],
  client: Client,
  listener: PlayListener,
): Promise<UnexpectedAnswer[]> {
  const unexpected: UnexpectedAnswer[] = [];
  let issuing: Promise<UnexpectedAnswer[]> = Promise.resolve([]);
  for (const { lanes, barrier } of segmentsOf(steps)) {
    // The files of a bulletin are made while the units report on.
    const [atIssue, inLanes] = await Promise.all([issuing, playLanes(lanes, client)]);
    unexpected.push(...atIssue, ...inLanes);
    if (atIssue.length > 0 || !barrier) return unexpected;
    issuing = playBarrier(barrier, client, listener);
    if (issuedBulletin(barrier)) continue;
    const atClosing = await issuing;
    // A day that is not closed, or a bulletin that is not issued, leaves nothing for the rest to build on.
    if (atClosing.length > 0) return [...unexpected, ...atClosing];
  }
  return [...unexpected, ...(await issuing)];
}

async function playLanes(lanes: Segment['lanes'], client: Client): Promise<UnexpectedAnswer[]> {
  const unexpected: UnexpectedAnswer[] = [];
  const waiting = [...lanes];
  const worker = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift())
      for (const step of lane) unexpected.push(...judge(step, await client.send(step)));
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return unexpected;
}

async function playBarrier(
  step: ScenarioStep,
  client: Client,
  listener: PlayListener,
): Promise<UnexpectedAnswer[]> {
  const issued = issuedBulletin(step);
  if (issued) await untilDrafted(step, client);
  const unexpected = judge(step, await client.send(step));
  const isRefusal = step.expect >= 400;
  if (unexpected.length > 0 || isRefusal) return unexpected;
  if (issued) await listener.onIssued(issued, step);
  if (closedDay(step) !== undefined) await untilClosed(step, client);
  return [];
}

/** A step whose first answer was lost may be answered as a repetition: 200 where 201 or 202 was expected. */
export function judge(step: ScenarioStep, answer: ReplayAnswer): UnexpectedAnswer[] {
  const isRepetition =
    answer.wasRepeated && answer.status === 200 && (step.expect === 201 || step.expect === 202);
  if (answer.status === step.expect || isRepetition) return [];
  const text = answer.bytes.toString('utf8').slice(0, 500);
  return [{ about: step.about, path: step.path, expected: step.expect, actual: answer.status, text }];
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
  for (;;) {
    const answer = await client.send({ method: 'GET', path, party, at });
    if (isSo(answer)) return;
    if (performance.now() > end) {
      const last = answer.bytes.toString('utf8').slice(0, 1000);
      throw new Error(`Waited a minute, but ${path} is not ${what}. Last answer: ${answer.status} ${last}`);
    }
    await delay(15);
  }
}
