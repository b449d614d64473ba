import { lifted, ocuOnly, withheld } from './handled-cases.js';
import { sighting } from './prepared-sighting.js';
import { type Fixture, type FixtureCase, type Sighting } from './scenario.types.js';

/**
 * INVENTED cases: none of them happened. The seizures of the real operation were never published. They show what a
 * bulletin has to tell, and the ways in which a case is counted.
 */

const acetone: Fixture = {
  unit: 'TJ-NPY',
  day: '2017-09-05',
  sightings: [
    sighting({
      transportKind: 'truck',
      number: '4417 TJ 03',
      regime: 'export',
      goods: [
        {
          declaredText: 'Разбавитель для красок',
          hsAsWritten: '3814 00 900 0',
          net: { amount: '3160.00', unit: 'L' },
        },
      ],
      outcome: 'detained',
      discrepancies: ['goods'],
      found: [
        {
          substance: 'Ацетон',
          chemical: 'acetone',
          instrument: 'HazMatID 360',
          similarity: '0.94',
          certainty: 'presumptive',
        },
      ],
    }),
  ],
  cases: [
    {
      caseId: 'TJ-2017-0905-1',
      kind: 'detention',
      substance: 'Acetone',
      chemical: 'acetone',
      certainty: 'presumptive',
      quantity: { amount: '3160', unit: 'L' },
      packages: 16,
      detectionMethod: 'hazmatid',
      detectedBy: 'TJ',
      wanted: 'UZ: was the load seen with the same declaration?',
      bulletinText: {
        en: 'Drums declared as paint thinner; detained until the laboratory result.',
        ru: 'Товар в бочках заявлен как разбавитель для красок; задержан до получения результата лабораторного исследования.',
      },
    },
  ],
};

const permanganate: Fixture = {
  unit: 'UZ-CHU',
  day: '2017-09-09',
  sightings: [
    sighting({
      transportKind: 'wagon',
      number: '28087658',
      goods: [
        {
          declaredText: 'Порошок стиральный',
          hsAsWritten: '3402 20 900 0',
          net: { amount: '41.30', unit: 't' },
        },
      ],
      outcome: 'seized',
      discrepancies: ['goods', 'quantity'],
      document: { kind: 'smgs', number: '20170909' },
      methods: ['xray', 'hazmatid', 'test_kit'],
      found: [
        {
          substance: 'Перманганат калия',
          chemical: 'potassium_permanganate',
          instrument: 'HazMatID 360',
          similarity: '0.98',
          certainty: 'presumptive',
        },
      ],
    }),
  ],
  cases: [
    {
      caseId: 'UZ-2017-0909-1',
      kind: 'seizure',
      substance: 'Potassium permanganate',
      chemical: 'potassium_permanganate',
      certainty: 'presumptive',
      quantity: { amount: '480.5', unit: 'kg' },
      basis: 'net',
      packages: 19,
      concealment: 'among bags of washing powder',
      detectionMethod: 'xray',
      detectedBy: 'UZ',
      seizedBy: 'UZ',
      bulletinText: {
        en: 'The bags were hidden among washing powder in a railway wagon.',
        ru: 'Мешки были сокрыты среди стирального порошка в железнодорожном вагоне.',
      },
    },
  ],
};

const hydrochloric: Fixture = {
  unit: 'KG-OSS',
  day: '2017-09-20',
  sightings: [
    sighting({
      transportKind: 'truck',
      number: '01KG 417 ABT',
      goods: [
        { declaredText: 'Плитка керамическая', hsAsWritten: '6907.21', net: { amount: '18400', unit: 'kg' } },
      ],
      outcome: 'seized',
      discrepancies: ['goods'],
      methods: ['xray', 'test_kit'],
      found: [{ substance: 'Кислота соляная 36 %', chemical: 'hydrochloric_acid', certainty: 'presumptive' }],
    }),
  ],
  cases: [
    {
      caseId: 'KG-2017-0920-1',
      kind: 'seizure',
      substance: 'Hydrochloric acid',
      chemical: 'hydrochloric_acid',
      certainty: 'presumptive',
      quantity: { amount: '1950', unit: 'L' },
      packages: 65,
      concealment: 'behind ceramic tiles',
      detectionMethod: 'xray',
      personsDetained: 1,
      detectedBy: 'KG',
      seizedBy: 'KG',
      bulletinText: {
        en: 'The canisters were hidden behind ceramic tiles in a truck.',
        ru: 'Канистры были сокрыты за керамической плиткой в грузовом автомобиле.',
      },
    },
  ],
};

const toluene: Fixture = {
  unit: 'TM-KRW',
  day: '2017-09-19',
  sightings: [
    sighting({
      transportKind: 'wagon',
      number: '73002110',
      goods: [
        {
          declaredText: 'Толуол нефтяной',
          hsAsWritten: '2902 30 000 0',
          unNumber: '1294',
          chemical: 'toluene',
          net: { amount: '58.20', unit: 't' },
          measured: { amount: '61.05', unit: 't' },
        },
      ],
      outcome: 'pending',
      discrepancies: ['quantity'],
      document: { kind: 'smgs', number: '41907733' },
      methods: ['document_check', 'weighing'],
    }),
  ],
  cases: [
    {
      caseId: 'TM-2017-0919-1',
      kind: 'discrepancy',
      substance: 'Toluene',
      chemical: 'toluene',
      certainty: 'presumptive',
      quantity: { amount: '61.05', unit: 't' },
      basis: 'net',
      detectionMethod: 'weighing',
      detectedBy: 'TM',
      bulletinText: {
        en: 'Tank wagon: 58.2 t declared, 61.05 t by weighing; the difference is being clarified.',
        ru: 'Вагон-цистерна: заявлено 58,2 т, по результатам взвешивания — 61,05 т; причина расхождения выясняется.',
      },
    },
  ],
};

const ammonium: Fixture = {
  unit: 'AF-KBL',
  day: '2017-09-25',
  sightings: [
    sighting({
      transportKind: 'container',
      number: 'TOLU4734787',
      regime: 'import',
      goods: [{ declaredText: 'Fertilizer', hsAsWritten: '3102.30', net: { amount: '3400.00', unit: 'kg' } }],
      outcome: 'seized',
      discrepancies: ['goods'],
      methods: ['miee', 'laboratory'],
      found: [
        {
          substance: 'Ammonium chloride',
          chemical: 'ammonium_chloride',
          instrument: 'MIEE',
          certainty: 'laboratory_confirmed',
        },
      ],
    }),
  ],
  cases: [
    {
      caseId: 'AF-2017-0925-1',
      kind: 'seizure',
      substance: 'Ammonium chloride',
      chemical: 'ammonium_chloride',
      certainty: 'laboratory_confirmed',
      quantity: { amount: '3400', unit: 'kg' },
      packages: 68,
      detectionMethod: 'laboratory',
      detectedBy: 'AF',
      seizedBy: 'AF',
      bulletinText: {
        en: 'The goods, in bags, were declared as fertilizer.',
        ru: 'Товар в мешках был заявлен как удобрение.',
      },
    },
  ],
};

/** Detention that a later revision takes back: see oddities.ts. */
export const WITHDRAWN_DETENTION = { unit: 'GE-PTI', day: '2017-09-26', caseId: 'GE-2017-0926-1' } as const;

const georgian: Fixture = {
  unit: WITHDRAWN_DETENTION.unit,
  day: WITHDRAWN_DETENTION.day,
  sightings: [
    sighting({
      transportKind: 'container',
      number: 'TCNU7200794',
      goods: [
        {
          declaredText: 'Sodium hydroxide, flakes',
          hsAsWritten: '2815.11',
          chemical: 'sodium_hydroxide',
          net: { amount: '23975.00', unit: 'kg' },
        },
      ],
      outcome: 'detained',
      discrepancies: ['document'],
    }),
  ],
  cases: [
    {
      caseId: WITHDRAWN_DETENTION.caseId,
      kind: 'detention',
      substance: 'Sodium hydroxide',
      chemical: 'sodium_hydroxide',
      certainty: 'presumptive',
      quantity: { amount: '23975', unit: 'kg' },
      detectedBy: 'GE',
      bulletinText: {
        en: 'One of the shipping documents was missing.',
        ru: 'Отсутствовал один из товаросопроводительных документов.',
      },
    },
  ],
};

const anhydrideCase: FixtureCase = {
  caseId: 'PK-2017-0921-1',
  kind: 'seizure',
  substance: 'Acetic anhydride',
  chemical: 'acetic_anhydride',
  certainty: 'presumptive',
  quantity: { amount: '1260.75', unit: 'L' },
  packages: 6,
  detectionMethod: 'hazmatid',
  detectedBy: 'PK',
  seizedBy: 'PK',
  bulletinText: {
    en: 'The drums were declared as glacial acetic acid; no pre-export notification was seen.',
    ru: 'Товар в бочках был заявлен как ледяная уксусная кислота; предварительное уведомление об экспорте отсутствовало.',
  },
};

const anhydride = (outcome: Sighting['outcome']): Sighting =>
  sighting({
    transportKind: 'truck',
    number: 'TLK-4417',
    goods: [
      {
        declaredText: 'Acetic acid glacial',
        hsAsWritten: '2915.99',
        chemical: 'acetic_anhydride',
        net: { amount: '1260.75', unit: 'L' },
      },
    ],
    outcome,
    preExportNotification: 'none',
    discrepancies: ['goods'],
  });

/** One case, first told by Torkham; the report of Lahore for the day before arrives later and takes it over. */
export const TAKEN_OVER_CASE = { unit: 'PK-LHE', day: '2017-09-21' } as const;

const takenOver: readonly Fixture[] = [
  { unit: 'PK-TOR', day: '2017-09-22', sightings: [anhydride('seized')], cases: [anhydrideCase] },
  { ...TAKEN_OVER_CASE, sightings: [anhydride('detained')], cases: [anhydrideCase] },
];

export const INVENTED_CASES: readonly Fixture[] = [
  acetone,
  permanganate,
  hydrochloric,
  toluene,
  ocuOnly,
  withheld,
  lifted,
  ammonium,
  georgian,
  ...takenOver,
];
