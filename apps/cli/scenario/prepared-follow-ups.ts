import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';

/** INVENTED results and decisions about the invented cases: none of them happened. */
export interface PreparedFollowUp {
  readonly unit: string;
  /** Told in the unit's first report with controls from this day on. */
  readonly from: string;
  readonly followUp: FollowUp;
}

const told = (unit: string, from: string, followUp: FollowUp): PreparedFollowUp => ({ unit, from, followUp });

/** Second analysis of a load that the first one had confirmed. */
const overturned: FollowUp = {
  followUpId: 'AF-LAB-2',
  kind: 'laboratory_result',
  caseId: 'AF-2017-0925-1',
  result: 'not_confirmed',
  substance: 'Ammonium sulphate',
};

/** Told during the operation. */
export const PREPARED_FOLLOW_UPS: readonly PreparedFollowUp[] = [
  told('UZ-CHU', '2017-09-18', {
    followUpId: 'UZ-LAB-1',
    kind: 'laboratory_result',
    caseId: 'UZ-2017-0909-1',
    result: 'confirmed',
    substance: 'Potassium permanganate',
    chemical: 'potassium_permanganate',
  }),
  told('TJ-NPY', '2017-09-12', {
    followUpId: 'TJ-LAB-1',
    kind: 'laboratory_result',
    caseId: 'TJ-2017-0905-1',
    result: 'inconclusive',
  }),
  told('TJ-NPY', '2017-09-20', {
    followUpId: 'TJ-LAB-2',
    kind: 'laboratory_result',
    caseId: 'TJ-2017-0905-1',
    result: 'confirmed',
    substance: 'Acetone',
    chemical: 'acetone',
  }),
  told('TJ-NPY', '2017-09-20', {
    followUpId: 'TJ-DEC-1',
    kind: 'decision',
    lineDay: '2017-09-05',
    lineId: 'L001',
    outcome: 'seized',
  }),
  told('TM-KRW', '2017-09-24', {
    followUpId: 'TM-DEC-1',
    kind: 'decision',
    lineDay: '2017-09-19',
    lineId: 'L001',
    outcome: 'released',
  }),
  told('TM-KRW', '2017-09-24', {
    followUpId: 'TM-QTY-1',
    kind: 'final_quantity',
    caseId: 'TM-2017-0919-1',
    quantity: { amount: '60.98', unit: 't' },
  }),
  // Of an operation before this one: it meets nothing here.
  told('GE-PTI', '2017-09-14', {
    followUpId: 'GE-LAB-1',
    kind: 'laboratory_result',
    caseId: 'GE-2016-1130-4',
    result: 'confirmed',
    substance: 'Sodium hydroxide',
    chemical: 'sodium_hydroxide',
  }),
  // About a withheld case: stays in the country as the case does.
  told('UZ-ANG', '2017-09-25', {
    followUpId: 'UZ-LAB-W',
    kind: 'laboratory_result',
    caseId: 'UZ-2017-0921-W',
    result: 'confirmed',
  }),
  told('KZ-AAU', '2017-09-27', {
    followUpId: 'KZ-LAB-1',
    kind: 'laboratory_result',
    caseId: 'KZ-2017-0920-1',
    result: 'confirmed',
    handling: 'ocu_only',
  }),
  told('AF-KBL', '2017-09-28', overturned),
];

/** Told after the operation, in reports that hold nothing else. */
export const LATE_FOLLOW_UPS: readonly PreparedFollowUp[] = [
  told('UZ-CHU', '2017-10-05', {
    followUpId: 'UZ-QTY-1',
    kind: 'final_quantity',
    caseId: 'UZ-2017-0909-1',
    quantity: { amount: '479.9', unit: 'kg' },
  }),
  told('KG-OSS', '2017-10-10', {
    followUpId: 'KG-LAB-1',
    kind: 'laboratory_result',
    caseId: 'KG-2017-0920-1',
    result: 'confirmed',
    substance: 'Hydrochloric acid',
    chemical: 'hydrochloric_acid',
  }),
  told('TJ-DYU', '2017-10-12', {
    followUpId: 'TJ-LAB-3',
    kind: 'laboratory_result',
    caseId: 'TJ-2017-0913-1',
    result: 'not_confirmed',
    substance: 'Phosphoric acid',
  }),
  told('PK-LHE', '2017-10-17', {
    followUpId: 'PK-LAB-1',
    kind: 'laboratory_result',
    caseId: 'PK-2017-0921-1',
    result: 'confirmed',
    substance: 'Acetic anhydride',
    chemical: 'acetic_anhydride',
  }),
];
