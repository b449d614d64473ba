import {
  type CounterEntry,
  type DailyReportContent,
} from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { REGIMES, TRANSPORT_KINDS, type NilReason } from '#libs/contracts/vocabulary.js';
import { localText } from './local-instants.js';
import { Random } from './random.js';
import {
  type CaseEntry,
  type ControlLine,
  type Fixture,
  type PlanUnit,
  type ScenarioInput,
  type Sighting,
} from './scenario.types.js';
import { reportLanguage } from './unit-languages.js';

/** Earliest and latest minute of the day at which a unit finishes its report. */
const PREPARED = [18 * 60 + 30, 20 * 60 + 15] as const;

function header(input: ScenarioInput, unit: PlanUnit, day: string): Omit<DailyReportContent, 'kind'> {
  const random = Random.stream(input.seed, 'header', unit.id, day);
  const language = reportLanguage(unit.country);
  return {
    operationDay: day,
    preparedAt: localText(day, random.int(...PREPARED), unit.timeZone),
    authorFunction: language === 'en' ? 'Head of shift' : 'Старший смены',
    language,
    ...(random.chance(0.02) && {
      equipmentOutOfOrder: [language === 'en' ? 'X-ray scanner' : 'Рентгеновский сканер'],
    }),
  };
}

const lineIdAt = (place: number): string => `L${String(place + 1).padStart(3, '0')}`;

const hasMethod = (lines: readonly ControlLine[], method: string): number =>
  lines.filter(({ methods }) => (methods ?? []).some((one) => one === method)).length;

const hasOutcome = (lines: readonly ControlLine[], outcome: string): number =>
  lines.filter((line) => line.outcome === outcome).length;

function counterEntry(
  random: Random,
  lines: readonly ControlLine[],
  key: Pick<CounterEntry, 'transportKind' | 'regime'>,
): CounterEntry {
  const full = random.chance(0.6);
  return {
    ...key,
    profiled: lines.length + random.int(0, lines.length * 4 + 3),
    examined: lines.filter(({ act }) => act === 'examination').length,
    ...(random.chance(0.7) && { inspected: lines.filter(({ act }) => act === 'inspection').length }),
    ...(full && {
      selected: lines.length + random.int(0, 2),
      xRayed: hasMethod(lines, 'xray'),
      fieldTested: hasMethod(lines, 'test_kit'),
      dog: hasMethod(lines, 'dog'),
      weighed: hasMethod(lines, 'weighing'),
      withDiscrepancy: lines.filter(({ discrepancies }) => discrepancies).length,
      detained: hasOutcome(lines, 'detained'),
      released: hasOutcome(lines, 'released'),
      pending: hasOutcome(lines, 'pending'),
    }),
  };
}

/** Counters over the lines that leave the country; about one report in twenty declares one examination too many. */
function countersOf(random: Random, allLines: readonly ControlLine[]): CounterEntry[] {
  const lines = allLines.filter(({ handling }) => handling !== 'withheld');
  const entries = TRANSPORT_KINDS.flatMap((transportKind) =>
    REGIMES.flatMap((regime) => {
      const own = lines.filter((line) => line.transportKind === transportKind && line.regime === regime);
      return own.length === 0 ? [] : [counterEntry(random, own, { transportKind, regime })];
    }),
  );
  const [first] = entries;
  if (first && random.chance(0.05)) return [{ ...first, examined: first.examined + 1 }, ...entries.slice(1)];
  return entries;
}

/** The report of a day with controls. Fixture sightings come first, so that cases can name them. */
export function reportOf(
  input: ScenarioInput,
  unit: PlanUnit,
  day: string,
  sightings: readonly Sighting[],
  fixture?: Fixture,
): DailyReportContent {
  const random = Random.stream(input.seed, 'report', unit.id, day);
  const prepared = fixture?.sightings ?? [];
  const lines = [...prepared, ...sightings].map((one, place) => ({ lineId: lineIdAt(place), ...one }));
  const cases: CaseEntry[] = (fixture?.cases ?? []).map((one) => ({
    ...one,
    lineIds: prepared.map((_, place) => lineIdAt(place)),
  }));
  return {
    ...header(input, unit, day),
    kind: 'report',
    ...(random.chance(0.7) && { counters: countersOf(random, lines) }),
    lines,
    ...(cases.length > 0 && { cases }),
    ...(fixture?.remark && { remarks: [fixture.remark] }),
  };
}

/** The report of a day without controls in scope. */
export function nilReport(
  input: ScenarioInput,
  unit: PlanUnit,
  day: string,
  nilReason: NilReason,
): DailyReportContent {
  return { ...header(input, unit, day), kind: 'nil', nilReason };
}
