import { type ExpectedDay } from './oracle.types.js';

/** One figure of a snapshot that is not what the rules give. */
export interface Difference {
  readonly day: string;
  /** Path in the snapshot, with the unit, country or code instead of a place in a list: `coverage[UZ-ANG].state`. */
  readonly figure: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What names an entry of a list to a reader. */
function nameOf(entry: unknown, place: number): string {
  if (!isObject(entry)) return String(place);
  const { unit, operationDay, country, caseId, code, chemical, followUpId, difference, figure } = entry;
  if (typeof figure === 'string') return [country ?? 'all', entry['scope'], figure].join(' ');
  if (typeof followUpId === 'string') return [operationDay, unit, followUpId].join(' ');
  if (isObject(difference)) return [operationDay, unit, entry['kind']].join(' ');
  if (typeof caseId === 'string') return caseId;
  if (typeof unit === 'string' && typeof operationDay === 'string') return `${operationDay} ${unit}`;
  const name = [code, chemical, unit, country].find((value) => typeof value === 'string');
  return typeof name === 'string' ? name : String(place);
}

function* differences(
  figure: string,
  expected: unknown,
  actual: unknown,
): Generator<Omit<Difference, 'day'>> {
  if (Array.isArray(expected) && Array.isArray(actual)) yield* ofLists(figure, expected, actual);
  else if (isObject(expected) && isObject(actual)) {
    for (const key of Object.keys(expected)) {
      yield* differences(figure === '' ? key : `${figure}.${key}`, expected[key], actual[key]);
    }
  } else if (expected !== actual) yield { figure, expected, actual };
}

function* ofLists(
  figure: string,
  expected: readonly unknown[],
  actual: readonly unknown[],
): Generator<Omit<Difference, 'day'>> {
  const names = (list: readonly unknown[]): string[] => list.map(nameOf);
  const [wanted, found] = [names(expected), names(actual)];
  if (wanted.join('\n') !== found.join('\n')) {
    yield { figure: `${figure} (entries and order)`, expected: wanted.join(', '), actual: found.join(', ') };
  }
  for (const [place, entry] of expected.entries()) {
    const other = found.indexOf(wanted[place] ?? '');
    if (other >= 0) yield* differences(`${figure}[${wanted[place] ?? ''}]`, entry, actual[other]);
  }
}

/** Fields whose absence is itself an answer: present in the snapshot alone is a difference too. */
const OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  coverage: ['revision'],
  earlierDayChanges: ['reason'],
  followUps: [
    'caseId',
    'refersToDay',
    'transportKind',
    'result',
    'substance',
    'chemical',
    'outcome',
    'amount',
    'unitOfMeasure',
  ],
  unitDays: ['reason'],
  cases: [
    'laboratoryResult',
    'chemical',
    'amount',
    'unitOfMeasure',
    'packages',
    'detectionMethod',
    'seizedBy',
    'text',
  ],
};

function withAbsentFields(expected: Json): Json {
  const lists = Object.entries(OPTIONAL).flatMap(([list, fields]) => {
    const blank = Object.fromEntries(fields.map((field) => [field, undefined]));
    const entries = expected[list] as readonly Json[] | undefined;
    return entries ? [[list, entries.map((entry) => ({ ...blank, ...entry }))]] : [];
  });
  return { ...expected, ...(Object.fromEntries(lists) as Json) };
}

const isInstant = (key: string): boolean => key === 'cutOffAt' || key === 'closedAt';

/** `2017-09-02T04:00:00Z` and `…04:00:00.000Z` are one instant. */
function withPlainInstants(value: Json): Json {
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      isInstant(key) && typeof one === 'string' ? Date.parse(one) : one,
    ]),
  );
}

function noteOf(snapshot: Json, wanted: string): unknown {
  const notes = Array.isArray(snapshot['dataQuality']) ? (snapshot['dataQuality'] as unknown[]) : [];
  const note = notes.filter(isObject).find(({ code }) => code === wanted);
  return note && { count: note['count'], countries: note['countries'] };
}

/**
 * Compares a snapshot with what the oracle expects of its day.
 * @param snapshot the snapshot as parsed from its JSON; fields the oracle does not compute (hashes, names, findings,
 * plan version) are not compared.
 * @returns the differences, in the order of the snapshot; none when every figure agrees.
 */
export function compareSnapshot(expected: ExpectedDay, snapshot: unknown): Difference[] {
  const day = expected.operationDay;
  if (!isObject(snapshot)) return [{ day, figure: '(snapshot)', expected: 'an object', actual: snapshot }];
  const { countersDifferFromLines, followUpsUnmatched, revised, ...rest } = expected;
  const left = {
    ...withAbsentFields({ ...rest }),
    revised: revised && withAbsentFields({ ...revised }),
    countersDifferFromLines,
    followUpsUnmatched,
  };
  const right = {
    ...snapshot,
    countersDifferFromLines: noteOf(snapshot, 'counters.differ-from-lines'),
    followUpsUnmatched: noteOf(snapshot, 'follow-up.unmatched'),
  };
  return [...differences('', withPlainInstants(left), withPlainInstants(right))].map((one) => ({
    day,
    ...one,
  }));
}

/** One difference as a line for the operator. */
export function describeDifference({ day, figure, expected, actual }: Difference): string {
  return `${day} ${figure}: expected ${JSON.stringify(expected) ?? 'nothing'}, found ${JSON.stringify(actual) ?? 'nothing'}`;
}
