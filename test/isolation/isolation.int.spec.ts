import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RawAnswer } from '../support/http-caller.js';
import { ACTORS, type Actor } from './actors.js';
import { leaksIn, told, wrongWith } from './answers.js';
import { type Ask, type Example, isAllowed, nameOf, type Relation } from './asks.js';
import { OPEN, OWN_ACCOUNT } from './center-routes.js';
import { realActors } from './real-identities.js';
import { IsolationBed } from './isolation-bed.js';
import { COUNTRIES, DRAFT_DAY, HELD_DAY, type Operation, UNITS } from './nine-countries.js';
import { type ObjectIds } from './operation-in-progress.js';

let bed: IsolationBed;
let examples: Example[];
beforeAll(async () => {
  bed = await IsolationBed.start();
  examples = bed.examples();
}, 240_000);
afterAll(() => (bed as IsolationBed | undefined)?.stop());

const isChange = ({ route }: Example): boolean => route.method !== 'GET';
const unitOf = (actor: Actor): string => actor.unit ?? `${actor.country ?? 'UZ'}-ONE`;

function ask(actor: Actor, example: Example, ids: ObjectIds, relation: Relation): Ask {
  const isHere = isAllowed(actor, example, ids, example.route);
  return { actor, example, ids, relation, isAllowed: isHere };
}

const idsOf = (unit: string, operation: Operation = 'tiny'): ObjectIds =>
  bed.operations[operation].idsOf(unit);
const withUnit = (ids: ObjectIds, unit: string): ObjectIds => ({ ...ids, unit, country: unit.slice(0, 2) });

/** Objects of the own country, of other countries, of the other operation, and such as do not exist. */
function asksOf(actor: Actor, example: Example): Ask[] {
  const own = unitOf(actor);
  const { path } = example.route;
  const one = (ids: ObjectIds, relation: Relation) => ask(actor, example, ids, relation);
  const here = [one(idsOf(own), 'own')];
  const elsewhere = path.includes(':operation')
    ? [one(idsOf(own, 'twin'), 'own'), one({ ...idsOf(own), operation: 'nope' }, 'unknown')]
    : [];
  const foreign = foreignUnits(actor, examples.indexOf(example)).map((unit) => one(idsOf(unit), 'foreign'));
  if (path.includes(':unit'))
    return [
      ...here,
      ...elsewhere,
      ...foreign,
      ...nowhere(own).map((unit) => one(withUnit(idsOf(own), unit), 'unknown')),
    ];
  if (!path.includes(':country')) return [...here, ...elsewhere];
  return [
    ...here,
    ...elsewhere,
    ...foreign.filter(({ ids }) => ids['country'] !== actor.country),
    one(withUnit(idsOf(own), 'XX-ONE'), 'unknown'),
  ];
}

/** Countries that one actor asks for on one route: over the routes each role of each country asks for all others. */
const COUNTRIES_A_ROUTE = 2;

/** Units of other countries, others for every route, and the other unit of the own country. */
function foreignUnits({ unit, country }: Actor, place: number): string[] {
  const abroad = COUNTRIES.filter((other) => other !== country);
  const asked = Array.from(
    { length: COUNTRIES_A_ROUTE },
    (_none, at) => abroad[(place + 4 * at) % abroad.length] ?? 'UZ',
  );
  return [
    ...new Set(asked.map((other) => `${other}-ONE`)),
    ...UNITS.filter((other) => other.slice(0, 2) === country && other !== unit),
  ];
}

const nowhere = (own: string): string[] => [
  `${own.slice(0, 2)}-NOT`,
  own.startsWith('KZ') ? 'UZ-NOT' : 'KZ-NOT',
  'XX-ONE',
];

const requestsOf = (want: (ask: Ask) => boolean): Ask[] =>
  ACTORS.flatMap((actor) => examples.flatMap((example) => asksOf(actor, example))).filter(want);

it('has an example of every route', () => {
  const known = new Set([...examples.map(nameOf), ...OPEN, ...OWN_ACCOUNT]);
  const missing = bed.routes().filter(({ name }) => !known.has(name));
  expect({
    withoutExample: missing.map(({ name }) => name),
    withoutRoute: bed.examplesWithoutRoute(),
  }).toEqual({
    withoutExample: [],
    withoutRoute: [],
  });
  const open = bed.routes().filter(({ route }) => typeof route.access !== 'object');
  expect(open.map(({ name }) => name).sort()).toEqual([...OPEN, ...OWN_ACCOUNT].sort());
});

describe('nine countries, every role, every route', () => {
  it('are refused what is foreign, as what does not exist, and change nothing', async () => {
    const before = await bed.state();
    const wrong: string[] = [];
    const refusals = new Map<string, Set<string>>();
    // Every other request of two countries a route: the spec takes more than a minute of work as it is.
    const asks = requestsOf(({ isAllowed: is }) => !is).filter((_ask, at) => at % 2 === 0);
    const work = await workOf(() =>
      bed.askAll(asks, (one, answer) => {
        wrong.push(...wrongWith(one, answer));
        noteRefusal(refusals, one, answer);
      }),
    );
    const distinguishable = [...refusals].filter(([, answers]) => answers.size > 1);
    process.stdout.write(
      `isolation: ${asks.length} requests refused, ${wrong.length} leaks or wrong answers, ${distinguishable.length} tell foreign from unknown, ${work}\n`,
    );
    expect(asks.length).toBeGreaterThanOrEqual(5_000);
    expect(pairsNotAsked(asks)).toEqual([]);
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(distinguishable.slice(0, 3)).toEqual([]);
    expect(await bed.state()).toEqual(before);
  }, 240_000);

  it('read what is theirs, which changes nothing but that a country has opened its bulletin', async () => {
    const before = await bed.state();
    const wrong: string[] = [];
    const asks = requestsOf(({ isAllowed: is, example }) => is && !isChange(example));
    const work = await workOf(() => bed.askAll(asks, (one, answer) => wrong.push(...wrongWith(one, answer))));
    process.stdout.write(
      `isolation: ${asks.length} requests to read, ${wrong.length} leaks or wrong answers, ${work}\n`,
    );
    expect(wrong.slice(0, 20)).toEqual([]);
    const after = await bed.state();
    const ledger = ['bulletin.delivery', 'bulletin.delivery_change'];
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(ledger);
    const opened = await bed.identity.query<{ country: string; party: string }>(
      `select country, party from bulletin.delivery_change where step = 'opened' order by country`,
    );
    expect(opened.map(({ country }) => country)).toEqual(COUNTRIES);
    const isOfCountry = new RegExp(`^\\w+:(${COUNTRIES.join('|')})[-/]`);
    expect(opened.map(({ party }) => isOfCountry.exec(party)?.[1])).toEqual(COUNTRIES);
  }, 240_000);
});

/** How long something takes, and how much work of the processor it is. */
async function workOf(action: () => Promise<void>): Promise<string> {
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  await action();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - begun) / 1000;
  return `${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of work)`;
}

/** Whose requests to which other country are missing: each role of a country must have asked for all the others. */
function pairsNotAsked(asks: readonly Ask[]): string[] {
  const asked = new Set(asks.map(({ actor, ids }) => `${actor.name} ${ids['country'] ?? ''}`));
  return ACTORS.filter(({ country }) => country !== undefined).flatMap(({ name, country }) =>
    COUNTRIES.filter((other) => other !== country)
      .map((other) => `${name} ${other}`)
      .filter((pair) => !asked.has(pair)),
  );
}

function noteRefusal(
  refusals: Map<string, Set<string>>,
  { actor, example, ids }: Ask,
  answer: RawAnswer,
): void {
  const key = `${actor.name} ${nameOf(example)}`;
  refusals.set(key, (refusals.get(key) ?? new Set()).add(told(answer, ids)));
}

const actorOf = (name: string): Actor => {
  const found = ACTORS.find((actor) => actor.name.startsWith(name));
  if (!found) throw new Error(name);
  return found;
};

const exampleOf = (name: string): Example => {
  const found = examples.find((example) => nameOf(example) === name);
  if (!found) throw new Error(name);
  return found;
};

/** Asks for both and tells whether the answers are the same but for the ids. */
async function areAlike(
  actor: Actor,
  example: Example,
  [one, other]: readonly [ObjectIds, ObjectIds],
): Promise<[string, string]> {
  const answers = [
    await bed.ask({ actor, example, ids: one }),
    await bed.ask({ actor, example, ids: other }),
  ];
  for (const answer of answers) expect(leaksIn({ actor, example }, answer)).toEqual([]);
  return [told(answers[0] as RawAnswer, one), told(answers[1] as RawAnswer, other)];
}

/** Ids that nothing has. */
const NOWHERE = {
  finding: '7'.repeat(24),
  line: 'QXAZZ1NID',
  account: '00000000-0000-4000-8000-000000000000',
  proposal: '00000000-0000-4000-8000-000000000000',
  key: '0'.repeat(16),
  textId: 'nowhere',
};

/** Who may use the route on UZ-ONE, or on everything. */
const decider = (example: Example): Actor =>
  actorOf(example.may.contact_point === undefined ? (Object.keys(example.may)[0] ?? '') : 'contact_point:UZ');

describe('an id of another country or operation in the own path', () => {
  it('is answered like one that does not exist, and changes nothing', async () => {
    const { identity } = bed;
    const account = String((await identity.invite()).body['account']);
    const key = { unit: 'UZ-ONE', label: 'x', scopes: ['operation.read'], days: 9 };
    const made = await identity.administer('api-keys', key);
    const second = { name: 'second', mail: 'second@customs.example', language: 'en', role: 'administrator' };
    const organisation = await identity.organisation({ kind: 'ocu', country: undefined });
    const proposal = String((await identity.administer('accounts', { ...second, organisation })).body['id']);
    const existing = {
      account,
      key: String(made.body['keyId']),
      proposal,
      textId: bed.operations.tiny.textId,
    };
    expect(Object.values(existing).filter((id) => id === '' || id === 'undefined')).toEqual([]);
    const before = await bed.state();
    for (const example of examples) {
      for (const name of example.foreignIds ?? []) {
        const isOfUnit = name === 'finding' || name === 'line';
        const own = isOfUnit ? idsOf('UZ-ONE') : idsOf('UZ-ONE', 'twin');
        const there = (isOfUnit ? idsOf('KZ-ONE')[name] : existing[name]) ?? '';
        const [known, unknown] = await areAlike(decider(example), example, [
          { ...own, [name]: there },
          { ...own, [name]: NOWHERE[name] },
        ]);
        expect([nameOf(example), known]).toEqual([nameOf(example), unknown]);
        expect(known).toMatch(/^(404|200)/);
      }
    }
    expect(await bed.state()).toEqual(before);
  });

  it('is not told apart by the OCU when the report was not forwarded', async () => {
    for (const name of ['ocu_analyst', 'ocu_head'])
      for (const path of ['/revisions/:revision', '/findings']) {
        const example = exampleOf(
          `reporting GET /operations/:operation/units/:unit/daily-reports/:day${path}`,
        );
        const onDay = (day: string): ObjectIds => ({ ...idsOf('KZ-ONE'), day });
        const [held, none] = await areAlike(actorOf(name), example, [onDay(HELD_DAY), onDay(DRAFT_DAY)]);
        expect(held).toBe(none);
        expect(held).toMatch(/^404/);
      }
  });
});

describe('requests that claim to be something else', () => {
  const CLAIMS: readonly Readonly<Record<string, string>>[] = [
    { 'x-http-method-override': 'DELETE' },
    { 'x-forwarded-for': '10.0.0.1', 'x-forwarded-host': 'kz.example', 'x-forwarded-user': 'ocu_head/x' },
    {
      'x-user-id': 'ocu_head/x',
      'x-country': 'KZ',
      'x-role': 'ocu_head',
      'x-original-url': '/api/identity/me',
    },
    { 'x-rewrite-url': '/api/identity/me', forwarded: 'for=10.0.0.1;host=kz.example;proto=https' },
  ];

  it('are refused like those that do not, and change nothing', async () => {
    const actor = actorOf('pcu_officer:UZ-ONE');
    const before = await bed.state();
    for (const example of examples.filter(
      ({ route }) => route.method === 'GET' && route.path.includes(':unit'),
    )) {
      const asked = { actor, example, ids: idsOf('KZ-ONE') };
      const plain = told(await bed.ask(asked), asked.ids);
      for (const headers of CLAIMS) {
        const answer = await bed.ask(asked, (call) => ({
          ...call,
          headers: { ...call.headers, ...headers },
        }));
        expect(told(answer, asked.ids)).toBe(plain);
      }
      const head = await bed.ask(asked, (call) => ({ ...call, method: 'HEAD' }));
      expect([head.status, head.bytes.length]).toEqual([403, 0]);
    }
    expect(await bed.state()).toEqual(before);
  });

  it('get no more of a list by naming another country, unit or operation', async () => {
    const lists = examples.filter(
      ({ route }) => route.method === 'GET' && !/:(day|revision|line|file|number)/.test(route.path),
    );
    for (const name of ['pcu_officer:UZ-ONE', 'contact_point:UZ', 'participant:UZ']) {
      const actor = actorOf(name);
      for (const example of lists) {
        const asked = { actor, example, ids: idsOf('UZ-ONE') };
        const plain = await bed.ask(asked);
        const query =
          'country=KZ&unit=KZ-ONE&operation=twin&recipient=unit:KZ-ONE&select=content&limit=1000000';
        const filtered = await bed.ask(asked, (call) => ({ ...call, path: `${call.path}?${query}` }));
        expect(leaksIn(asked, filtered)).toEqual([]);
        if (filtered.status !== 400) expect(told(filtered, asked.ids)).toBe(told(plain, asked.ids));
      }
    }
  });
});

describe('people who have signed in and programs with a key', () => {
  it('have their role in its operation alone', async () => {
    const actors = await realActors(bed);
    const asks = actors.flatMap((actor) => examples.flatMap((example) => realAsksOf(actor, example)));
    const wrong: string[] = [];
    await bed.askAll(asks, (one, answer) => wrong.push(...wrongWith(one, answer)));
    process.stdout.write(
      `isolation: ${asks.length} requests by sessions and keys, ${wrong.length} wrong answers\n`,
    );
    expect(asks.length).toBeGreaterThanOrEqual(500);
    expect(wrong.slice(0, 20)).toEqual([]);
  }, 120_000);
});

/** What the development header has in both operations, a person has in one. */
function realAsksOf(actor: Actor, example: Example): Ask[] {
  const own = unitOf(actor);
  const asks = [ask(actor, example, idsOf(own), 'own'), ask(actor, example, idsOf('KG-ONE'), 'foreign')];
  const isOfOperation = example.route.path.includes(':operation');
  const elsewhere = isOfOperation ? [ask(actor, example, idsOf(own, 'twin'), 'foreign')] : [];
  return [...asks, ...elsewhere].filter(({ isAllowed: is }) => !is || !isChange(example));
}
