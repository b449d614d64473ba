import type { DaySnapshot, SnapshotFollowUp } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { aCase, aChange, aFollowUp, aSnapshot, type SnapshotBuilder } from './a-snapshot.js';
import { NO_FIGURES } from './figures.js';
import { chemicalCheckUnits } from './units.js';

const aceticAnhydride = {
  chemical: 'acetic_anhydride',
  controlled: true,
  dayControls: 4,
  cumulativeControls: 19,
  dayQuantity: [
    { unit: 'kg' as const, amount: '20063.1' },
    { unit: 'L' as const, amount: '15520' },
  ],
  cumulativeQuantity: [
    { unit: 'kg' as const, amount: '20063.1' },
    { unit: 'L' as const, amount: '31040.5' },
  ],
};

const seizureInUzbekistan = aCase({
  text: {
    en: 'Declared as detergent; found in two containers by the risk indicator “new consignee”.',
    ru: 'Заявлено как моющее средство; обнаружено в двух контейнерах по индикатору риска «новый получатель».',
  },
});

const seizureInAfghanistan = aCase({
  country: 'AF',
  caseId: 'AF-2017-0007',
  unit: 'AF-TOR',
  operationDay: '2017-09-04',
  substance: 'iodine',
  chemical: 'iodine',
  certainty: 'laboratory_confirmed',
  amount: '1200.5',
  unitOfMeasure: 'kg',
  packages: 48,
  detectionMethod: 'xray',
  detectedBy: 'PK',
  seizedBy: 'AF',
  text: { en: 'Examined by Pakistan, seized by Afghanistan.', ru: 'Досмотр: Пакистан; изъятие: Афганистан.' },
});

const deniedByLaboratory = aCase({
  caseId: 'UZ-2017-0029',
  unit: 'UZ-TER',
  operationDay: '2017-09-03',
  kind: 'detention',
  laboratoryResult: 'not_confirmed',
  amount: '420',
  packages: 21,
  detectionMethod: 'test_kit',
});

const acetone = {
  chemical: 'acetone',
  controlled: true,
  dayControls: 3,
  cumulativeControls: 11,
  dayQuantity: [{ unit: 'kg' as const, amount: '68250' }],
  cumulativeQuantity: [{ unit: 'kg' as const, amount: '212400.75' }],
};

const changes = [
  aChange({ reason: 'recount', difference: { controls: -2, examinations: -2, withDiscrepancy: 1 } }),
  aChange({
    kind: 'reported_later',
    unit: 'TJ-DUS',
    country: 'TJ',
    revision: 1,
    difference: { controls: 6, inspections: 6 },
  }),
  aChange({
    kind: 'supplement',
    unit: 'GE-POT',
    country: 'GE',
    operationDay: '2017-09-03',
    reason: 'late_information',
    difference: { controls: 3, examinations: 2, inspections: 1, seizures: 1 },
  }),
  aChange({ unit: 'PK-QAS', country: 'PK', operationDay: '2017-09-02', revision: 3, reason: 'identifier' }),
];

const notes = [
  { code: 'identifier.check-digit', count: 3, countries: ['KZ', 'UZ'] },
  { code: 'hs.unknown-subheading', count: 1, countries: ['PK'] },
  { code: 'counters.differ-from-lines', count: 2, countries: ['AF'] },
];

const followUps: readonly SnapshotFollowUp[] = [
  aFollowUp({ chemical: 'acetic_anhydride' }),
  aFollowUp({
    followUpId: 'f-2',
    unit: 'UZ-TER',
    caseId: 'UZ-2017-0029',
    result: 'not_confirmed',
    chemical: 'acetone',
  }),
  aFollowUp({
    followUpId: 'f-3',
    unit: 'TJ-NIZ',
    country: 'TJ',
    caseId: 'TJ-2017-0002',
    result: 'inconclusive',
    chemical: 'acetone',
  }),
  {
    country: 'KZ',
    unit: 'KZ-AKT',
    operationDay: '2017-09-05',
    followUpId: 'f-4',
    kind: 'decision',
    refersToDay: '2017-09-03',
    transportKind: 'wagon',
    outcome: 'released',
  },
  {
    country: 'AF',
    unit: 'AF-TOR',
    operationDay: '2017-09-05',
    followUpId: 'f-5',
    kind: 'final_quantity',
    caseId: 'AF-2017-0005',
    amount: '1198.4',
    unitOfMeasure: 'kg',
  },
];

const texts = [
  {
    country: 'TJ',
    unit: 'TJ-NIZ',
    operationDay: '2017-09-04',
    en: 'Queue of more than 60 trucks at the crossing; controls were selective.',
    ru: 'Очередь на пропуск превысила 60 грузовых автомобилей; контроль проводился выборочно.',
  },
  {
    country: 'UZ',
    unit: 'UZ-TER',
    operationDay: '2017-09-05',
    original: 'Yuk vagonlari ko‘zdan kechirildi, plombalar butun.',
    originalLanguage: 'uz' as const,
  },
];

function fullDay(): SnapshotBuilder {
  return aSnapshot()
    .withMissing('TM-FAR', 'KG-OSH')
    .withNil('AZ-BAK', 'GE-TBI')
    .withCases(seizureInUzbekistan, deniedByLaboratory, seizureInAfghanistan)
    .withChemicals(aceticAnhydride, acetone)
    .withChanges(...changes)
    .withFollowUps({ confirmed: 1, pending: -1 }, ...followUps)
    .withQuality(...notes)
    .withAssessment({
      en: 'Most declared chemicals moved by rail towards Hairatan.\nAttention is drawn to goods declared as detergents.',
      ru: 'Большая часть заявленных химических веществ следовала по железной дороге в направлении Хайратана.\nОбращается внимание на товары, заявленные как моющие средства.',
    })
    .with({
      number: 12,
      texts,
      sealOverride: {
        units: ['TM-FAR'],
        reason: { en: 'Communication line interrupted', ru: 'Нарушение канала связи' },
      },
    });
}

/** A day on which everything happened that a bulletin can tell; a fixture of the golden files. */
export const aFullDay = (): DaySnapshot => fullDay().build();

/** The same day as it was issued again after the next day. */
export function aRevisedDay(): DaySnapshot {
  const figure = (
    scope: 'day' | 'cumulative',
    name: string,
    before: number,
    after: number,
    country?: string,
  ) => ({
    scope,
    ...(country !== undefined && { country }),
    figure: name,
    before,
    after,
  });
  return fullDay()
    .with({
      revision: 1,
      revised: {
        editionBefore: 'd'.repeat(64),
        reason: {
          en: 'The unit of Angren counted four containers of one consignment twice.',
          ru: 'Группа портового контроля «Ангрен» дважды учла четыре контейнера одной партии товаров.',
        },
        figures: [
          figure('day', 'controls', 139, 135),
          figure('day', 'examinations', 63, 59),
          figure('day', 'transportUnits', 133, 129),
          figure('day', 'controls', 31, 27, 'UZ'),
          figure('cumulative', 'controls', 583, 579),
          figure('cumulative', 'examinations', 249, 245),
          figure('cumulative', 'withDiscrepancy', 44, 45),
          figure('cumulative', 'controls', 87, 83, 'UZ'),
        ],
        unitDays: [
          aChange({
            unit: 'UZ-ANG',
            country: 'UZ',
            operationDay: '2017-09-05',
            reason: 'recount',
            difference: { controls: -4, examinations: -4 },
          }),
          aChange({
            kind: 'supplement',
            unit: 'KZ-ALM',
            country: 'KZ',
            operationDay: '2017-09-03',
            difference: { withDiscrepancy: 1 },
          }),
        ],
      },
    })
    .build();
}

/** After the operation: laboratory results and decisions alone. */
export function aSupplementaryDay(): DaySnapshot {
  const none = { day: NO_FIGURES, unitsExpected: 0, unitsReported: 0, unitsNil: 0 };
  const day = aSnapshot()
    .withMissing()
    .withChanges(changes[2] ?? aChange({}))
    .withFollowUps(
      { confirmed: 1, pending: -1 },
      ...followUps.map((one) => ({ ...one, operationDay: '2017-10-12' })),
    )
    .with({
      kind: 'supplementary',
      operationDay: '2017-10-15',
      periodFrom: '2017-10-01',
      dayNumber: 45,
      number: 31,
      cutOffAt: '2017-10-16T04:00:00Z',
      closedAt: '2017-10-16T04:31:12Z',
      coverage: [],
      units: chemicalCheckUnits().map(({ unit, country, name }) => ({ unit, country, name })),
    })
    .build();
  const idle = (entries: DaySnapshot['byMethod']) => entries.map((entry) => ({ ...entry, day: 0 }));
  return {
    ...day,
    countries: day.countries.map((country) => ({ ...country, ...none })),
    byTransportKind: idle(day.byTransportKind),
    byRegime: idle(day.byRegime),
    byMethod: idle(day.byMethod),
    byOutcome: idle(day.byOutcome),
    declaredCounters: idle(day.declaredCounters),
  };
}
