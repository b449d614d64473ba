import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { parse } from 'yaml';
import { DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { parseActingParty } from '#libs/security/acting-party.js';
import { add, ADDITIVE } from '../oracle/figures.js';
import { expectedDays } from '../oracle/oracle.js';
import { type ExpectedDay, type OracleChemical, type OracleReport } from '../oracle/oracle.types.js';
import { generateScenario } from './generate-scenario.js';
import { type Scenario, type ScenarioReference, type ScenarioStep } from './scenario.types.js';

const plan = parse(readFileSync('config/operations/chemical-check-i.yaml', 'utf8')) as OperationPlan;
const reference = JSON.parse(readFileSync('config/reference/chemicals.json', 'utf8')) as ScenarioReference;
const chemicals = reference.chemicals as unknown as OracleChemical[];

const cache = new Map<number, { scenario: Scenario; days: ExpectedDay[] }>();

function replay(seed: number): { scenario: Scenario; days: ExpectedDay[] } {
  const known = cache.get(seed);
  if (known) return known;
  const scenario = generateScenario({ plan, reference, seed });
  const made = { scenario, days: expectedDays(plan, scenario.steps, chemicals) };
  cache.set(seed, made);
  return made;
}

const last = (days: ExpectedDay[]): ExpectedDay => days.at(-1) as ExpectedDay;
const isSubmission = ({ path }: ScenarioStep): boolean => path.endsWith('/daily-reports');
const submissions = (scenario: Scenario, status: number): ScenarioStep[] =>
  scenario.steps.filter((step) => isSubmission(step) && step.expect === status);
const reports = (scenario: Scenario): OracleReport[] =>
  submissions(scenario, 201).map(({ body }) => body as OracleReport);

function problems(target: object): string[] {
  const flat = (errors: ValidationError[]): string[] =>
    errors.flatMap(({ property, constraints, children, value }) => [
      ...Object.values(constraints ?? {}).map((text) => `${property}: ${text} (${JSON.stringify(value)})`),
      ...flat(children ?? []),
    ]);
  return flat(validateSync(target, { whitelist: true, forbidNonWhitelisted: true }));
}

describe('the Operation Plan of Chemical Check-I', () => {
  it('has the shape of a plan', () => {
    expect(problems(plainToInstance(OperationPlan, plan))).toEqual([]);
  });

  it('has 9 countries, 30 days, the 11 units of the segment and 10 more', () => {
    expect(plan.countries).toHaveLength(9);
    expect([plan.firstDay, plan.lastDay]).toEqual(['2017-09-01', '2017-09-30']);
    const outside = plan.units.filter(({ country }) => ['AF', 'GE', 'PK'].includes(country));
    expect([plan.units.length, outside.length]).toEqual([21, 10]);
    const units = JSON.parse(readFileSync('config/reference/port-control-units.json', 'utf8')) as {
      units: { id: string; segment2017?: boolean; status2017: string }[];
    };
    const open = units.units.filter(({ status2017 }) => status2017 === 'open').map(({ id }) => id);
    expect(plan.units.map(({ id }) => id).sort()).toEqual(open.sort());
  });

  it('names a country for every unit and every holiday inside the operation', () => {
    const codes = plan.countries.map(({ code }) => code);
    expect(plan.units.filter(({ country }) => !codes.includes(country))).toEqual([]);
    const days = plan.countries.flatMap(({ holidays }) => holidays ?? []);
    expect(days.filter((day) => day < plan.firstDay || day > plan.lastDay)).toEqual([]);
  });
});

describe('same seed, same bytes', () => {
  it('repeats itself, whatever order the reference file has', () => {
    const again = generateScenario({
      plan: structuredClone(plan),
      reference: { chemicals: [...reference.chemicals].reverse() },
      seed: 1,
    });
    expect(JSON.stringify(again)).toBe(JSON.stringify(replay(1).scenario));
  });

  it('differs for another seed', () => {
    expect(JSON.stringify(replay(2).scenario)).not.toBe(JSON.stringify(replay(1).scenario));
  });
});

describe.each([1, 2])('the scenario of seed %i', (seed) => {
  const { scenario, days } = replay(seed);

  it('validates strictly wherever it is to be accepted, and refuses by shape only what is to be refused', () => {
    const bad = scenario.steps
      .filter((step) => isSubmission(step) && step.expect !== 400)
      .flatMap(({ body, at, about }) =>
        problems(plainToInstance(DailyReportSubmission, body)).map((text) => `${at} ${about}: ${text}`),
      );
    expect(bad).toEqual([]);
    const accepted = submissions(scenario, 400).filter(
      ({ body }) => problems(plainToInstance(DailyReportSubmission, body)).length === 0,
    );
    expect(accepted.map(({ about }) => about)).toEqual([]);
  });

  it('is in order of time, by parties that exist, with reports no unit sends before their day began', () => {
    const instants = scenario.steps.map(({ at }) => at);
    expect([...instants].sort()).toEqual(instants);
    expect(scenario.steps.filter(({ party }) => !parseActingParty(party))).toEqual([]);
    const early = submissions(scenario, 201).filter(({ at, body }) => {
      const { preparedAt } = body as { preparedAt: string };
      return Date.parse(preparedAt) > Date.parse(at);
    });
    expect(early).toEqual([]);
  });

  it('gives every submission an id of its own, save where it is sent again', () => {
    const ids = submissions(scenario, 201).map(({ body }) => (body as { submissionId: string }).submissionId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lets units control only what they handle', () => {
    const wrong = submissions(scenario, 201).flatMap(({ path, body }) => {
      const unit = plan.units.find(({ id }) => path.includes(`/units/${id}/`));
      const lines = (body as OracleReport).lines ?? [];
      return lines.filter(
        ({ transportKind }) => !unit?.transportKinds.some((kind) => kind === transportKind),
      );
    });
    expect(wrong).toEqual([]);
  });

  it('covers 30 days, 9 countries and more than 3,500 transport units', () => {
    expect(days.filter(({ kind, revision }) => kind === 'daily' && revision === 0)).toHaveLength(30);
    const { cumulative, countries, byTransportKind, byRegime } = last(days);
    expect(cumulative.transportUnits).toBeGreaterThan(3500);
    expect(cumulative.controls).toBeLessThan(3950);
    expect(countries.filter(({ cumulative: own }) => own.controls > 0)).toHaveLength(9);
    expect(byTransportKind.map(({ code }) => code)).toEqual(['container', 'wagon', 'truck', 'other']);
    expect(byRegime.map(({ code }) => code)).toEqual(['import', 'export', 'transit']);
  });

  it('adds up in every edition: previous and all that came to it', () => {
    for (const { sum, day, cumulative } of days) {
      const { cumulative: total, ...terms } = sum;
      expect(ADDITIVE.filter((figure) => sum.day[figure] !== day[figure])).toEqual([]);
      expect(ADDITIVE.filter((figure) => total[figure] !== cumulative[figure])).toEqual([]);
      expect(add(Object.values(terms))).toEqual(total);
    }
  });

  it('issues one bulletin again and one after the operation', () => {
    const editions = days.map(({ number, revision }) => `${number}/${revision}`);
    expect(editions.slice(11, 15)).toEqual(['12/0', '13/0', '12/1', '14/0']);
    expect(editions.slice(-2)).toEqual(['30/0', '31/0']);
    const revised = days.find(({ revision }) => revision === 1);
    expect(revised?.revised?.figures.length).toBeGreaterThanOrEqual(2);
    expect(revised?.revised?.unitDays).toContainEqual(
      expect.objectContaining({ unit: 'AZ-BAK', operationDay: '2017-09-12', kind: 'correction' }),
    );
    expect(last(days)).toMatchObject({ kind: 'supplementary', periodFrom: '2017-10-01' });
    expect(last(days).sum.followUps).toMatchObject({ confirmed: 2, pending: 0 });
    expect(last(days).followUps).toHaveLength(4);
  });

  it('tells what became known later: results, decisions, a case that is none, one that meets nothing', () => {
    const followUps = days.filter(({ revision }) => revision === 0).flatMap((day) => day.followUps);
    const ids = followUps.map(({ followUpId }) => String(followUpId));
    expect(ids.filter((id) => ['UZ-LAB-W', 'KZ-LAB-1'].includes(id))).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(['UZ-LAB-1', 'TJ-LAB-1', 'TJ-DEC-1', 'TM-QTY-1', 'AF-LAB-2']));
    expect(followUps.filter(({ kind }) => kind === 'decision').length).toBeGreaterThanOrEqual(14);
    const sums = days.map(({ sum }) => sum.followUps);
    expect(sums.filter(({ confirmed }) => confirmed > 0).length).toBeGreaterThanOrEqual(3);
    expect(sums.some(({ confirmed }) => confirmed < 0)).toBe(true);
    expect(sums.filter(({ pending }) => pending < 0).length).toBeGreaterThanOrEqual(6);
    expect(sums.filter(({ controls }) => controls !== 0)).toEqual([]);
    expect(days.flatMap(({ followUpsUnmatched }) => followUpsUnmatched ?? [])).toContainEqual({
      count: 1,
      countries: ['GE'],
    });
  });

  it('tells a lifted case as reported later', () => {
    const lifted = days.find(({ cases }) => cases.some(({ caseId }) => caseId === 'TJ-2017-0913-1'));
    expect(lifted?.operationDay).not.toBe('2017-09-13');
    expect(lifted?.sum.reportedLater.seizures).toBe(1);
    expect(lifted?.earlierDayChanges).toContainEqual(
      expect.objectContaining({ kind: 'reported_later', unit: 'TJ-DYU', operationDay: '2017-09-13' }),
    );
  });

  it('takes every rare path', () => {
    const states = days.flatMap(({ coverage }) => coverage);
    const stateCount = (state: string): number => states.filter((one) => one.state === state).length;
    expect(stateCount('late')).toBeGreaterThanOrEqual(20);
    expect(stateCount('missing')).toBeGreaterThanOrEqual(8);
    expect(stateCount('with_contact_point')).toBeGreaterThanOrEqual(8);
    expect(stateCount('returned')).toBeGreaterThanOrEqual(3);
    expect(stateCount('not_expected')).toBeGreaterThanOrEqual(4);
    expect(states.filter(({ nil }) => nil).length).toBeGreaterThanOrEqual(20);
    expect(states.filter(({ corrected }) => corrected).length).toBeGreaterThanOrEqual(3);
    const changes = days.flatMap(({ earlierDayChanges }) => earlierDayChanges.map(({ kind }) => kind));
    const changeCount = (kind: string): number => changes.filter((one) => one === kind).length;
    expect(changeCount('reported_later')).toBeGreaterThanOrEqual(18);
    expect(changeCount('correction')).toBeGreaterThanOrEqual(15);
    expect(changeCount('void')).toBeGreaterThanOrEqual(2);
    expect(changeCount('supplement')).toBeGreaterThanOrEqual(7);
    for (const verb of ['hold', 'withdraw', 'query', 'answer'])
      expect(scenario.steps.filter(({ path }) => path.endsWith(`/${verb}`)).length).toBeGreaterThanOrEqual(5);
    expect(days.some(({ sum }) => sum.corrections.controls < 0)).toBe(true);
    expect(days.some(({ sum }) => sum.corrections.detentions < 0)).toBe(true);
    // A report that came later took a case over from the unit that had told it first.
    const takenOver = days.filter(
      ({ sum }) => sum.corrections.seizures === -1 && sum.reportedLater.seizures === 1,
    );
    expect(takenOver).toHaveLength(1);
    expect(
      days.filter(({ countersDifferFromLines }) => countersDifferFromLines).length,
    ).toBeGreaterThanOrEqual(5);
  });

  it('repeats and refuses', () => {
    expect(submissions(scenario, 200).length).toBeGreaterThanOrEqual(20);
    expect(submissions(scenario, 409).length).toBeGreaterThanOrEqual(8);
    expect(submissions(scenario, 404)).toHaveLength(3);
    expect(submissions(scenario, 422)).toHaveLength(3);
    expect(submissions(scenario, 400)).toHaveLength(8);
    expect(submissions(scenario, 403)).toHaveLength(2);
    const texts = JSON.stringify(reports(scenario));
    expect(texts).not.toContain('REFUSED');
  });

  it('writes odd data: look-alikes, unknown codes, seven digits, parents, shared documents', () => {
    const lines = reports(scenario).flatMap(({ lines: own }) => own ?? []);
    const count = (test: (line: (typeof lines)[number]) => boolean): number => lines.filter(test).length;
    expect(
      count(
        ({ transportKind, number }) => transportKind === 'container' && /\p{Script=Cyrillic}/u.test(number),
      ),
    ).toBeGreaterThanOrEqual(8);
    expect(
      count(({ transportKind, number }) => transportKind === 'other' && /^\d{7}$/.test(number)),
    ).toBeGreaterThanOrEqual(5);
    expect(count((line) => 'parent' in line)).toBeGreaterThanOrEqual(30);
    expect(count(({ handling }) => handling === 'withheld')).toBeGreaterThanOrEqual(2);
    expect(count(({ handling }) => handling === 'ocu_only')).toBeGreaterThanOrEqual(4);
    const unknown = ['2915.99', '7701.10', '3824.97.00', '2807 77 000 0', '98011000'];
    expect(
      count(({ goods }) =>
        goods.some((good) => unknown.includes((good as { hsAsWritten?: string }).hsAsWritten ?? '')),
      ),
    ).toBeGreaterThanOrEqual(15);
    const { controls, consignments, transportUnits } = last(days).cumulative;
    expect(consignments).toBeLessThan(transportUnits);
    expect(controls - transportUnits).toBeGreaterThanOrEqual(60);
    expect(last(days).chemicals.filter(({ controlled }) => controlled).length).toBeGreaterThanOrEqual(7);
  });

  it('tells the published cases: acid released, iodine once and for Afghanistan', () => {
    const iodine = days.flatMap(({ cases }) => cases).filter(({ caseId }) => caseId === 'PK-AF-2017-IODINE');
    expect(iodine).toMatchObject([
      { country: 'AF', unit: 'AF-KBL', detectedBy: 'PK', operationDay: '2017-09-16' },
    ]);
    const acid = reports(scenario)
      .flatMap(({ lines }) => lines ?? [])
      .filter(({ number }) => number === '34 KRV 4821');
    expect(acid.map(({ outcome }) => outcome)).toEqual(['released', 'released', 'released']);
  });

  it('keeps what is for the OCU alone, or withheld, out of the cases, and names nobody in their text', () => {
    const listed = days.flatMap(({ cases }) => cases);
    expect(
      listed.filter(({ caseId }) => ['KZ-2017-0920-1', 'UZ-2017-0921-W'].includes(String(caseId))),
    ).toEqual([]);
    const names = reports(scenario)
      .flatMap(({ lines }) => lines ?? [])
      .flatMap((line) => {
        const { consignor, consignee } = line as {
          consignor?: { name: string };
          consignee?: { name: string };
        };
        return [consignor?.name, consignee?.name, line.number].flatMap((name) => name ?? []);
      });
    const texts = JSON.stringify(listed.map(({ text }) => text));
    expect([...new Set(names)].filter((name) => texts.includes(name))).toEqual([]);
  });
});
