import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadReferenceData } from '#libs/reference/reference-data.js';
import { defaultReferenceFolder } from '#libs/reference/reference-folder.js';
import { defaultConfigFolder } from '#libs/service-host/service-config.js';
import { type PlanReference } from './plan-consistency.domain.js';
import { OperationPlanError, readOperationPlan } from './read-operation-plan.js';

const REFERENCE: PlanReference = {
  isChemical: (id) => id === 'acetone',
  isCountry: (code) => code === 'UZ' || code === 'AF',
};

const GOOD = `code: tiny
name: { en: Tiny, ru: Малая }
firstDay: '2017-09-05'
lastDay: '2017-09-07'
coordinationTimeZone: Asia/Almaty
dayStartsAt: '00:00'
cutOff: '10:00'
graceMinutes: 60
marking: { en: For use, ru: Для служебного пользования }
contact: { en: Duty officer, ru: Дежурный }
scope: { en: Chemicals, ru: Вещества }
listedChemicals:
  - acetone
countries:
  - { code: UZ, sharing: full }
  - { code: AF, sharing: full }
units:
  - id: UZ-CHU
    country: UZ
    name: { en: Chukursay, ru: Чукурсай }
    timeZone: Asia/Tashkent
    transportKinds: [container]
  - id: AF-KBL
    country: AF
    name: { en: Kabul, ru: Кабул }
    timeZone: Asia/Kabul
    transportKinds: [truck]
    closedDays: ['2017-09-06']
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plans-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const file = path.join(folder, 'tiny.yaml');
  await writeFile(file, text);
  return readOperationPlan(file, REFERENCE);
}

async function problemsOf(text: string) {
  const error: unknown = await read(text).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof OperationPlanError)) throw new Error(`no plan error but ${String(error)}`);
  for (const { line, reason } of error.problems) expect(error.message).toContain(`line ${line}: ${reason}`);
  expect(error.message).toContain(path.join(folder, 'tiny.yaml'));
  return error.problems.map(({ line, reason }) => `${line} ${reason}`);
}

const change = (from: string, to: string): string => {
  if (!GOOD.includes(from)) throw new Error(`the plan has no ${from}`);
  return GOOD.replace(from, to);
};

describe('a plan file', () => {
  it('is read', async () => {
    const plan = await read(GOOD);
    expect(plan).toMatchObject({ code: 'tiny', units: [{ id: 'UZ-CHU' }, { closedDays: ['2017-09-06'] }] });
  });

  it.each<[string, string, string, string]>([
    ['text that is no YAML', 'graceMinutes: 60', 'graceMinutes: [60', '9 '],
    ['a key twice', "cutOff: '10:00'", "cutOff: '10:00'\ncutOff: '11:00'", '8 Map keys must be unique'],
    [
      'an unknown property',
      'graceMinutes: 60',
      'graceMinutes: 60\ngrace: 5',
      '9 the plan must NOT have additional properties: grace',
    ],
    [
      'an unknown property of a unit',
      '    country: AF\n',
      '    country: AF\n    zone: x\n',
      '25 units[1] must NOT have additional properties: zone',
    ],
    [
      'a property that is missing',
      'graceMinutes: 60\n',
      '',
      "1 the plan must have required property 'graceMinutes'",
    ],
    [
      'a value outside its list',
      'code: AF, sharing: full',
      'code: AF, sharing: open',
      '16 countries[1].sharing must be equal to one of the allowed values: full, without_names, totals_only',
    ],
    [
      'text where a number belongs',
      'graceMinutes: 60',
      'graceMinutes: an hour',
      '8 graceMinutes must be integer',
    ],
    ['a day that does not exist', "lastDay: '2017-09-07'", "lastDay: '2017-09-31'", '4 lastDay must match'],
    ['an unknown chemical', '- acetone', '- acetoan', '13 no chemical has the id acetoan'],
    ['a unit twice', 'id: AF-KBL\n    country: AF', 'id: UZ-CHU\n    country: UZ', '23 UZ-CHU stands twice'],
    ['a country twice', 'code: AF, sharing', 'code: UZ, sharing', '16 UZ stands twice'],
    ['a zone that is none', 'Asia/Kabul', 'Asia/Kabool', '26 Asia/Kabool is no IANA time zone'],
    ['a zone of the OCU that is none', 'Asia/Almaty', 'Asia/Almata', '5 Asia/Almata is no IANA time zone'],
    [
      'days that run backwards',
      "lastDay: '2017-09-07'",
      "lastDay: '2017-09-04'",
      '4 the last day lies before the first',
    ],
    [
      'a unit of no participant',
      'id: AF-KBL\n    country: AF',
      'id: GE-KBL\n    country: GE',
      '24 GE is no participating country',
    ],
    [
      'a unit id of another country',
      'id: AF-KBL',
      'id: UZ-KBL',
      '23 the id of a unit begins with its country: AF-…',
    ],
    [
      'a country the reference does not know',
      'code: AF, sharing',
      'code: XX, sharing',
      '16 the reference data has no country XX',
    ],
    [
      'a closed day outside the operation',
      "closedDays: ['2017-09-06']",
      "closedDays: ['2017-09-08']",
      '28 2017-09-08 lies outside the operation',
    ],
    [
      'follow-ups that end before the operation',
      'graceMinutes: 60',
      "graceMinutes: 60\nfollowUpsUntil: '2017-09-06'",
      '9 follow-ups would end before the operation',
    ],
    [
      'a deputy who is a holder',
      'code: AF, sharing: full',
      'code: AF, sharing: full, contactPoint: { holders: [ahmadi], deputies: [karimi, ahmadi] }',
      '16 ahmadi is a holder already',
    ],
    [
      'deputies of nobody',
      'code: AF, sharing: full',
      'code: AF, sharing: full, contactPoint: { deputies: [ahmadi] }',
      '16 deputies are named, but no holder',
    ],
  ])('with %s is refused with line and reason', async (_what, from, to, expected) => {
    const problems = await problemsOf(change(from, to));
    expect(problems.some((problem) => problem.startsWith(expected))).toBe(true);
  });

  it('is told every mistake at once, by line', async () => {
    const text = change('Asia/Kabul', 'Asia/Kabool').replace('- acetone', '- acetoan');
    expect(await problemsOf(text)).toEqual([
      '13 no chemical has the id acetoan',
      '26 Asia/Kabool is no IANA time zone',
    ]);
  });

  it('may take follow-ups until its last day or later', async () => {
    for (const day of ['2017-09-07', '2017-12-31'])
      expect(
        await read(change('graceMinutes: 60', `graceMinutes: 60\nfollowUpsUntil: '${day}'`)),
      ).toHaveProperty('followUpsUntil', day);
  });

  it.each(['', '- a list', 'only text'])('holding %j is refused', async (text) => {
    expect(await problemsOf(text)).toEqual(['1 the plan must be object']);
  });
});

describe('the plans of the product', () => {
  it('include Chemical Check-I, which loads with the reference data', async () => {
    const { chemicals, countries } = loadReferenceData(defaultReferenceFolder());
    const file = path.join(defaultConfigFolder(), 'operations', 'chemical-check-i.yaml');
    const plan = await readOperationPlan(file, {
      isChemical: (id) => chemicals.some((chemical) => chemical.id === id),
      isCountry: (code) => countries.some(({ iso2 }) => iso2 === code),
    });
    expect([plan.code, plan.firstDay, plan.lastDay]).toEqual([
      'chemical-check-i',
      '2017-09-01',
      '2017-09-30',
    ]);
    expect([plan.countries.length, plan.units.length]).toEqual([9, 21]);
  });
});
