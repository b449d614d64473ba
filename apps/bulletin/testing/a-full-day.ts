import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { aCase, aChange, aSnapshot } from './a-snapshot.js';

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
  aChange({ unit: 'PK-QAS', country: 'PK', operationDay: '2017-09-02', revision: 3, reason: 'identifier' }),
];

const notes = [
  { code: 'identifier.check-digit', count: 3, countries: ['KZ', 'UZ'] },
  { code: 'hs.unknown-subheading', count: 1, countries: ['PK'] },
  { code: 'counters.differ-from-lines', count: 2, countries: ['AF'] },
];

/** A day on which everything happened that a bulletin can tell; the fixture of the golden files. */
export function aFullDay(): DaySnapshot {
  return aSnapshot()
    .withMissing('TM-FAR', 'KG-OSH')
    .withNil('AZ-BAK', 'GE-TBI')
    .withCases(seizureInUzbekistan, seizureInAfghanistan)
    .withChemicals(aceticAnhydride, acetone)
    .withChanges(...changes)
    .withQuality(...notes)
    .withAssessment({
      en: 'Most declared chemicals moved by rail towards Hairatan.\nAttention is drawn to goods declared as detergents.',
      ru: 'Большая часть заявленных химических веществ следовала по железной дороге в направлении Хайратана.\nОбращается внимание на товары, заявленные как моющие средства.',
    })
    .with({
      number: 12,
      revision: 1,
      sealOverride: {
        units: ['TM-FAR'],
        reason: { en: 'Communication line interrupted', ru: 'Нарушение канала связи' },
      },
    })
    .build();
}
