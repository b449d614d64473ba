import { describe, expect, it } from '@jest/globals';
import { consolidate } from '../testing/consolidate.js';
import { schemaProblems } from '../testing/contract.js';
import { D6, forwarded, lines, PLAN, report, seizure } from '../testing/reports.js';
import { basisHash, type ForwardedRevision } from '../consolidation/basis.domain.js';
import { NOTHING } from '../consolidation/figures.domain.js';
import { snapshotOf, type SnapshotFrame } from './snapshot.domain.js';
import {
  MAX_CASES,
  MAX_CHANGES,
  MAX_CLOSED_EVENT_BYTES,
  MAX_FOLLOW_UPS,
  withinLimits,
} from './snapshot-limits.domain.js';

const CLOSING = {
  attempt: 1,
  state: 'sealing',
  requestedAt: '2017-09-07T06:00:00.000Z',
  requestedBy: 'ocu_analyst/duty',
  assessment: null,
  override: null,
  revisionReason: null,
  textsUnfinished: [],
} as const;

const CHEMICALS = { isListed: (id: string) => id === 'acetone', isControlled: () => false };

function snapshot(newest: ForwardedRevision[], more: Partial<SnapshotFrame> = {}) {
  const figures = consolidate(newest, [], { chemicals: CHEMICALS });
  const frame: SnapshotFrame = {
    plan: PLAN,
    planVersion: 3,
    operationDay: D6,
    periodFrom: D6,
    number: 2,
    revision: 0,
    referenceVersion: 'abc',
    basis: newest,
    closing: CLOSING,
    previousSnapshotHash: undefined,
    sealOverride: undefined,
    texts: [],
    revised: undefined,
    ...more,
  };
  return snapshotOf(frame, figures);
}

const HASH = { contentHash: 'c'.repeat(64) };
const small = [forwarded('UZ-CHU', report(D6, { lines: lines(2) }), { contentHash: 'a'.repeat(64) })];

describe('a snapshot', () => {
  it('says which day of how many it is, when it was due and closed, and what it is based on', () => {
    expect(snapshot(small)).toMatchObject({
      operationDay: D6,
      dayNumber: 2,
      dayCount: 3,
      number: 2,
      revision: 0,
      cutOffAt: '2017-09-07T04:00:00.000Z',
      closedAt: '2017-09-07T06:00:00.000Z',
      planVersion: 3,
      referenceVersion: 'abc',
      basisCount: 1,
      basisHash: basisHash(small),
      operation: { code: 'tiny', coordinationTimeZone: 'Asia/Almaty' },
    });
  });

  it('has only what there is: no override, assessment or snapshot before where there was none', () => {
    for (const field of ['assessment', 'sealOverride', 'previousSnapshotHash'])
      expect(snapshot(small)).not.toHaveProperty(field);
    const text = { en: 'Calm.', ru: 'Спокойно.' };
    const full = snapshot(small, {
      closing: { ...CLOSING, assessment: text },
      previousSnapshotHash: 'b'.repeat(64),
      sealOverride: { units: ['AF-KBL'], reason: text },
    });
    expect(full).toMatchObject({
      assessment: text,
      previousSnapshotHash: 'b'.repeat(64),
      sealOverride: { units: ['AF-KBL'], reason: text },
    });
    expect(schemaProblems(full)).toEqual([]);
  });

  it('names the units where no coverage does: after the operation', () => {
    expect(snapshot(small)).not.toHaveProperty('units');
    const [unit] = PLAN.units;
    const name = { en: 'Chukursay', ru: 'Чукурсай' };
    const plan = { ...PLAN, units: [{ ...unit!, name }, ...PLAN.units.slice(1)] };
    const supplementary = snapshot([], { plan, operationDay: '2017-09-09', periodFrom: '2017-09-08' });
    expect(supplementary.units?.map((each) => each.unit)).toEqual(['AF-KBL', 'UZ-ANG', 'UZ-CHU']);
    expect(supplementary.units?.[2]).toEqual({ unit: 'UZ-CHU', country: 'UZ', name });
    expect(schemaProblems(supplementary)).toEqual([]);
  });

  it('fits its contract', () => {
    expect(schemaProblems(snapshot(small))).toEqual([]);
  });

  it('fits it also with the largest and the smallest quantities, and with chemicals that nobody knows', () => {
    const net = (amount: string, unit: 'g' | 't' | 'mL') => ({ amount, unit });
    const goods = [
      net('0.000001', 'g'),
      net('999999999999999.999999', 't'),
      net('999999999999999.999999', 't'),
      net('0.000001', 'mL'),
    ].map((each) => ({ declaredText: 'x', chemical: 'acetone', net: each }));
    const unknown = Array.from({ length: 300 }, (_none, index) => `id-${index}`);
    const flood = lines(6).map((line, place) => ({
      ...line,
      goods: [
        ...goods,
        ...unknown.slice(place * 46, place * 46 + 46).map((chemical) => ({ declaredText: 'x', chemical })),
      ],
    }));
    const content = report(D6, { lines: flood, cases: [seizure('c', { chemical: 'id-1' })] });
    const full = snapshot([forwarded('UZ-CHU', content, { contentHash: 'a'.repeat(64) })]);
    expect(schemaProblems(full)).toEqual([]);
    expect(full.chemicals).toMatchObject([
      {
        chemical: 'acetone',
        dayQuantity: [
          { unit: 'kg', amount: '11999999999999999999.988000006' },
          { unit: 'L', amount: '0.000000006' },
        ],
      },
    ]);
    expect(full.cases).toMatchObject([{ caseId: 'c', substance: 'acetone' }]);
    expect(full.cases[0]).not.toHaveProperty('chemical');
  });
});

describe('a snapshot with more than its event takes', () => {
  const flood = (count: number, text: string) => {
    const cases = Array.from({ length: count }, (_none, index) =>
      seizure(`case-${String(index).padStart(4, '0')}`, { bulletinText: { en: text, ru: text } }),
    );
    const hash = { contentHash: 'c'.repeat(64) };
    return snapshot([forwarded('UZ-CHU', report(D6, { cases }), hash)]);
  };
  const eventBytes = (value: object) =>
    Buffer.byteLength(
      JSON.stringify({
        operation: 'x'.repeat(60),
        operationDay: D6,
        snapshotHash: 'd'.repeat(64),
        snapshot: value,
      }),
    );

  it('lists the first cases and says how many it does not list; the figures count all', () => {
    const full = flood(MAX_CASES + 5, 'short');
    expect(full.cases).toHaveLength(MAX_CASES);
    expect(full.cases.at(-1)?.caseId).toBe('case-0199');
    expect(full.day.seizures).toBe(MAX_CASES + 5);
    expect(full.dataQuality).toEqual([{ code: 'cases.not-listed', count: 5, countries: ['UZ'] }]);
    expect(schemaProblems(full)).toEqual([]);
  });

  it('stays below 512 kB whatever the texts', () => {
    const full = flood(150, 'Ж'.repeat(4000));
    expect(eventBytes(full)).toBeLessThanOrEqual(MAX_CLOSED_EVENT_BYTES);
    expect(eventBytes(full)).toBeGreaterThan(MAX_CLOSED_EVENT_BYTES - 20_000);
    expect(full.dataQuality[0]?.count).toBe(150 - full.cases.length);
  });

  it('gives changes of earlier days the room before cases', () => {
    const base = flood(3, 'short');
    const [unit] = PLAN.units;
    const change = {
      kind: 'correction',
      unit: unit?.id ?? '',
      country: 'UZ',
      operationDay: D6,
      revision: 1,
      difference: NOTHING,
    } as const;
    const changes = Array.from({ length: MAX_CHANGES + 1 }, () => change);
    const limited = withinLimits({ ...base, earlierDayChanges: changes });
    expect(limited.earlierDayChanges).toHaveLength(MAX_CHANGES);
    expect(limited.cases).toHaveLength(3);
    expect(limited.dataQuality).toEqual([{ code: 'changes.not-listed', count: 1, countries: ['UZ'] }]);
  });

  it('lists the first 500 follow-ups and says of how many units’ countries the others are', () => {
    const followUps = Array.from({ length: MAX_FOLLOW_UPS + 2 }, (_none, index) => ({
      ...({
        followUpId: `f${index}`,
        kind: 'laboratory_result',
        caseId: 'nobody',
        result: 'confirmed',
      } as const),
    }));
    const carriers = [followUps.slice(0, 500), followUps.slice(500)].map((part, index) =>
      forwarded(['AF-KBL', 'UZ-CHU'][index]!, report(D6, { followUps: part }), HASH),
    );
    const full = snapshot(carriers);
    expect(full.followUps).toHaveLength(MAX_FOLLOW_UPS);
    expect(full.dataQuality).toEqual([
      { code: 'follow-up.unmatched', count: MAX_FOLLOW_UPS + 2, countries: ['AF', 'UZ'] },
      { code: 'follow-ups.not-listed', count: 2, countries: ['UZ'] },
    ]);
    expect(schemaProblems(full)).toEqual([]);
  });

  it('gives the unit-days of a revised edition the room first, then changes, follow-ups and cases', () => {
    const base = snapshot(small);
    const zero = { kind: 'correction', unit: 'UZ-CHU', operationDay: D6, difference: NOTHING } as const;
    const changes = (count: number, country: string) =>
      Array.from({ length: count }, (_none, index) => ({ ...zero, country, revision: index + 1 }));
    const figures = Array.from({ length: 1200 }, () => ({
      ...({ scope: 'day', figure: 'controls', before: 1, after: 2 } as const),
    }));
    const frame = { editionBefore: 'e'.repeat(64), reason: PLAN.name };
    const full = { ...base, revised: { ...frame, figures: [], unitDays: changes(MAX_CHANGES + 1, 'UZ') } };
    expect(withinLimits(full).revised?.unitDays).toHaveLength(MAX_CHANGES);
    expect(withinLimits(full).dataQuality).toEqual([
      { code: 'revised.not-listed', count: 1, countries: ['UZ'] },
    ]);
    const revised = { ...frame, figures, unitDays: changes(1200, 'UZ') };
    const limited = withinLimits({ ...base, revised, earlierDayChanges: changes(1200, 'AF') });
    expect([limited.revised?.unitDays.length, limited.revised?.figures.length]).toEqual([1200, 1000]);
    const left = 1200 - limited.earlierDayChanges.length;
    expect(left).toBeGreaterThan(0);
    expect(limited.dataQuality).toEqual([{ code: 'changes.not-listed', count: left, countries: ['AF'] }]);
    expect(eventBytes(limited)).toBeLessThanOrEqual(MAX_CLOSED_EVENT_BYTES);
    expect(schemaProblems(limited)).toEqual([]);
  });

  it('is left as it is where it fits', () => {
    const fits = snapshot(small);
    expect(withinLimits(fits)).toEqual(fits);
  });

  it('refuses a plan whose coverage alone is too large', () => {
    const long = 'x'.repeat(4000);
    const coverage = Array.from({ length: 70 }, () => ({
      ...snapshot(small).coverage[0]!,
      name: { en: long, ru: long },
    }));
    expect(() => withinLimits({ ...snapshot(small), coverage })).toThrow(/cannot be closed.*Shorten names/s);
  });
});
