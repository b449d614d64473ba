import { type RawAnswer } from '../support/http-caller.js';
import { headerProblems } from '../security/header-rules.js';
import { mayRead } from './actors.js';
import { type Ask, nameOf } from './asks.js';
import { markersIn } from './markers.js';
import { type ObjectIds } from './operation-in-progress.js';

/** Headers that say nothing of the object: the time, length and hash of a body that is compared itself, what is left of a rate. */
const ASIDE = /^(date|etag|content-length|connection|keep-alive|ratelimit.*|x-ratelimit.*)$/;

export const textOf = ({ bytes }: RawAnswer): string => bytes.toString('utf8');

/** Markers of data that is none of the actor's business, in the body and in the headers. */
export function leaksIn({ actor, example }: Pick<Ask, 'actor' | 'example'>, answer: RawAnswer): string[] {
  const text = `${JSON.stringify(answer.headers)}\n${textOf(answer)}`;
  return markersIn(text)
    .filter((found) => !mayRead(actor, found) && example.alsoTells?.(actor, found) !== true)
    .map(({ marker }) => marker);
}

/** Everything that an answer tells, apart from the ids that were asked for: equal ones cannot be told apart. */
export function told(answer: RawAnswer, ids: ObjectIds): string {
  const headers = Object.entries(answer.headers).filter(([name]) => !ASIDE.test(name));
  const text = [answer.status, JSON.stringify(headers), textOf(answer)].join('\n');
  return Object.entries(ids)
    .filter(([, id]) => id.length > 3)
    .sort(([, one], [, other]) => other.length - one.length)
    .reduce((whole, [name, id]) => whole.replaceAll(id, `<${name}>`), text);
}

export const describeAsk = ({ actor, example, ids, relation }: Ask): string =>
  `${actor.name} ${nameOf(example)} ${relation} ${ids['operation'] ?? ''} ${ids['unit'] ?? ''}`;

/** What is wrong with an answer by the table of the test; nothing where it is right. */
export function wrongWith(ask: Ask, answer: RawAnswer): string[] {
  const leaks = leaksIn(ask, answer).map((marker) => `tells ${marker}`);
  return [...leaks, ...headerProblems(answer), ...statusProblem(ask, answer)].map(
    (what) => `${describeAsk(ask)}: ${what}`,
  );
}

function statusProblem(ask: Ask, answer: RawAnswer): string[] {
  const { status } = answer;
  // A key is unknown outside of its operation; the key of a program may less than its unit.
  const isProgram = ask.actor.headers['authorization'] !== undefined;
  const isRefusal =
    (status === 403 && textOf(answer).includes('problem:not-allowed"')) || (isProgram && status === 401);
  if (isProgram && ask.isAllowed && status === 403) return [];
  const isRight = ask.isAllowed ? isFine(ask, status) : isRefusal;
  return isRight
    ? []
    : [`${status}, although ${ask.isAllowed ? 'allowed' : 'not allowed'}: ${textOf(answer).slice(0, 200)}`];
}

function isFine({ relation, example }: Ask, status: number): boolean {
  const { mayBeMissing, mayBeEmpty, route } = example;
  if (relation === 'unknown') return status === 404 || (mayBeEmpty === true && status === 200);
  if (status === 404) return mayBeMissing === true;
  return route.method === 'GET'
    ? status < 300 || (mayBeMissing === true && status === 409)
    : status < 500 && status !== 403;
}
