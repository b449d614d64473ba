import { sighting } from './prepared-sighting.js';
import { type Fixture } from './scenario.types.js';

/** INVENTED cases that are not for everybody: none of them happened. */

/** Counted, but told to the OCU alone. */
export const ocuOnly: Fixture = {
  unit: 'KZ-AAU',
  day: '2017-09-20',
  sightings: [
    sighting({
      transportKind: 'wagon',
      number: '73004512',
      goods: [
        {
          declaredText: 'Кислота серная',
          hsAsWritten: '2807.00',
          chemical: 'sulphuric_acid',
          net: { amount: '59.75', unit: 't' },
        },
      ],
      outcome: 'detained',
      discrepancies: ['document'],
      handling: 'ocu_only',
    }),
  ],
  cases: [
    {
      caseId: 'KZ-2017-0920-1',
      kind: 'detention',
      substance: 'Sulphuric acid',
      chemical: 'sulphuric_acid',
      certainty: 'presumptive',
      quantity: { amount: '59.75', unit: 't' },
      detectedBy: 'KZ',
      handling: 'ocu_only',
    },
  ],
};

/** A controlled delivery: never leaves its country, counts nowhere. */
export const withheld: Fixture = {
  unit: 'UZ-ANG',
  day: '2017-09-21',
  sightings: [
    sighting({
      transportKind: 'truck',
      number: '01 777 KRV',
      goods: [{ declaredText: 'Шины для грузовых автомобилей', net: { amount: '9100', unit: 'kg' } }],
      outcome: 'seized',
      handling: 'withheld',
    }),
  ],
  cases: [
    {
      caseId: 'UZ-2017-0921-W',
      kind: 'seizure',
      substance: 'Acetic anhydride',
      chemical: 'acetic_anhydride',
      certainty: 'presumptive',
      quantity: { amount: '410', unit: 'L' },
      detectedBy: 'UZ',
      handling: 'withheld',
    },
  ],
};

/** Withheld when it was reported, lifted some days later: from then on it is told as reported later. */
export const LIFTED = { unit: 'TJ-DYU', day: '2017-09-13' } as const;

export const lifted: Fixture = {
  ...LIFTED,
  sightings: [
    sighting({
      transportKind: 'truck',
      number: '7702 KR 01',
      goods: [
        {
          declaredText: 'Моющее средство',
          hsAsWritten: '3402 20 900 0',
          net: { amount: '640.00', unit: 'kg' },
        },
      ],
      outcome: 'seized',
      discrepancies: ['goods'],
      handling: 'withheld',
    }),
  ],
  cases: [
    {
      caseId: 'TJ-2017-0913-1',
      kind: 'seizure',
      substance: 'Sulphuric acid',
      chemical: 'sulphuric_acid',
      certainty: 'presumptive',
      quantity: { amount: '215', unit: 'L' },
      packages: 9,
      detectionMethod: 'hazmatid',
      detectedBy: 'TJ',
      seizedBy: 'TJ',
      handling: 'withheld',
      bulletinText: {
        en: 'The canisters were declared as a cleaning agent.',
        ru: 'Товар в канистрах был заявлен как моющее средство.',
      },
    },
  ],
};
