import { localText } from './local-instants.js';
import { type Fixture, type FixtureCase, type Sighting } from './scenario.types.js';

/**
 * Two cases that UNODC and the customs services published. Both are of other years than the operation; they stand here
 * because they are what the operation was for. Published is what the comments say; every number, day, weight beyond that,
 * company and document is invented.
 */

const tir = { kind: 'tir' as const, number: 'XA.71203344' };

/**
 * Published (2016): a consignment from Turkey was followed by the units of Georgia, Azerbaijan and Turkmenistan,
 * X-rayed, found to be 80 % acetic acid for the textile ministry, and released.
 */
const ACID: Sighting = {
  transportKind: 'truck',
  number: '34 KRV 4821',
  regime: 'transit',
  goods: [
    {
      declaredText: 'Acetic acid 80 %, in IBC containers',
      hsAsWritten: '2915.21',
      unNumber: '2790',
      cas: '64-19-7',
      chemical: 'acetic_acid',
      packages: 20,
      gross: { amount: '22140.00', unit: 'kg' },
      net: { amount: '20063.10', unit: 'kg' },
    },
  ],
  destination: 'TM',
  outcome: 'released',
  act: 'inspection',
  selectedBecause: 'risk_indicator',
  riskIndicator: 'chemical usable as precursor',
  plates: ['34 KRV 4821', '34 DRS 117'],
  plateCountry: 'TR',
  document: tir,
  route: { dispatch: 'TR', origin: 'TR', transit: ['GE', 'AZ'], nextUnit: 'AZ-BAK' },
  consignor: { name: 'Anadolu Kervan Kimya A.Ş.', country: 'TR' },
  consignee: { name: 'Ministry of Textile Industry of Turkmenistan', country: 'TM' },
  preExportNotification: 'none',
  sealsFound: ['TR0049217'],
  methods: ['document_check'],
  follow: true,
};

const acidGoods = ACID.goods[0];

function acidIn(declaredText: string): Sighting['goods'] {
  return acidGoods ? [{ ...acidGoods, declaredText }] : [];
}

const ACID_FIXTURES: readonly Fixture[] = [
  { unit: 'GE-TBS', day: '2017-09-06', sightings: [ACID] },
  {
    unit: 'AZ-BAK',
    day: '2017-09-08',
    sightings: [
      {
        ...ACID,
        goods: acidIn('Кислота уксусная 80 %, в кубовых ёмкостях'),
        route: { dispatch: 'TR', origin: 'TR', transit: ['GE', 'AZ'], nextUnit: 'TM-KRW' },
        methods: ['document_check', 'weighing'],
      },
    ],
  },
  {
    unit: 'TM-KRW',
    day: '2017-09-11',
    sightings: [
      {
        ...ACID,
        goods: acidIn('Кислота уксусная 80 %, в кубовых ёмкостях'),
        regime: 'import',
        act: 'examination',
        route: { dispatch: 'TR', origin: 'TR', transit: ['GE', 'AZ'] },
        methods: ['document_check', 'xray', 'hazmatid'],
        found: [
          {
            substance: 'Уксусная кислота, около 80 %',
            chemical: 'acetic_acid',
            instrument: 'HazMatID 360',
            similarity: '0.97',
            certainty: 'presumptive',
          },
        ],
        sealsApplied: ['TM1004410'],
      },
    ],
    remark: {
      text: 'Груз, взятый на контроль группами Грузии и Азербайджана, проверен на рентгеновской установке. Товар соответствует заявленному, груз выпущен.',
      language: 'ru',
    },
  },
];

/**
 * Published (Pakistan Customs, 2020): iodine found by the Karachi unit was escorted to Torkham and seized by
 * Afghanistan, 6.0 tonnes. One case with one id, detected by Pakistan, seized by Afghanistan, reported by both.
 */
const IODINE: Sighting = {
  transportKind: 'container',
  number: 'CSQU3054383',
  regime: 'transit',
  goods: [
    {
      declaredText: 'Raw material for dyes',
      hsAsWritten: '3204.19',
      packages: 240,
      net: { amount: '6000.00', unit: 'kg' },
      measured: { amount: '6000.00', unit: 'kg' },
    },
  ],
  destination: 'AF',
  outcome: 'pending',
  act: 'examination',
  selectedBecause: 'risk_indicator',
  riskIndicator: 'goods do not fit the consignee',
  document: { kind: 'bill_of_lading', number: 'KRV552017409' },
  route: { dispatch: 'AE', origin: 'CN', transit: ['AE', 'PK'], nextUnit: 'PK-TOR' },
  consignor: { name: 'Blue Creek Chemicals FZE', country: 'AE' },
  consignee: { name: 'Spin Ghar Logistics', country: 'AF' },
  sealsFound: ['AE0093312'],
  sealsApplied: ['PK4410977'],
  methods: ['document_check', 'miee', 'test_kit'],
  found: [{ substance: 'Iodine', chemical: 'iodine', instrument: 'MIEE', certainty: 'presumptive' }],
  discrepancies: ['goods'],
  follow: true,
};

const iodineCase = (at: string): FixtureCase => ({
  caseId: 'PK-AF-2017-IODINE',
  kind: 'seizure',
  at,
  substance: 'Iodine',
  chemical: 'iodine',
  certainty: 'presumptive',
  quantity: { amount: '6000', unit: 'kg' },
  basis: 'net',
  packages: 240,
  concealment: 'declared as raw material for dyes',
  detectionMethod: 'miee',
  detectedBy: 'PK',
  seizedBy: 'AF',
  bulletinText: {
    en: 'The drums were declared as raw material for dyes. Detected in Karachi, escorted to Torkham, seized in Afghanistan.',
    ru: 'Товар в бочках был заявлен как сырьё для производства красителей. Выявлен в Карачи, под сопровождением доставлен в Торхам, изъят в Афганистане.',
  },
});

const escorted: Sighting = {
  ...IODINE,
  act: 'inspection',
  sealsFound: ['PK4410977'],
  methods: ['document_check'],
};

const IODINE_FIXTURES: readonly Fixture[] = [
  { unit: 'PK-KHI', day: '2017-09-12', sightings: [IODINE] },
  {
    unit: 'PK-TOR',
    day: '2017-09-16',
    sightings: [escorted],
    cases: [iodineCase(localText('2017-09-16', 11 * 60, 'Asia/Karachi'))],
  },
  {
    unit: 'AF-KBL',
    day: '2017-09-16',
    sightings: [
      { ...escorted, regime: 'import', act: 'examination', outcome: 'seized', methods: ['test_kit'] },
    ],
    cases: [iodineCase(localText('2017-09-16', 15 * 60, 'Asia/Kabul'))],
  },
];

export const PUBLISHED_CASES: readonly Fixture[] = [...ACID_FIXTURES, ...IODINE_FIXTURES];
