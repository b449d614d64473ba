import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { describeSoffice, convertWithSoffice } from '../../../test/support/soffice.js';
import { aLine, aSubmission } from '../testing/a-submission.js';
import { DAY } from '../testing/report-bed.js';
import { filledBy, problemOf, SheetBed } from './testing/sheet-bed.js';
import { CONTEXT } from './testing/sheet-fixtures.js';

let bed: SheetBed;
beforeAll(async () => {
  bed = await SheetBed.start();
});
afterAll(() => bed.reports.stop());
beforeEach(() => bed.reports.empty());

/** A report that uses every sheet. */
const FULL = aSubmission({
  authorFunction: 'Head of shift',
  language: 'ru',
  equipmentOutOfOrder: ['X-ray', 'HazMatID; spare'],
  counters: [{ transportKind: 'container', regime: 'transit', profiled: 14, examined: 3, dog: 0 }],
  lines: [
    aLine({
      startedAt: '2017-09-05T09:10:00+05:00',
      plates: ['01 A 123 BC'],
      follow: true,
      sealsFound: ['S1', 'S2'],
    }),
    aLine({
      lineId: 'l2',
      number: 'TGHU1234567',
      goods: [
        { declaredText: 'soda ash', gross: { amount: '68.25', unit: 't' }, packages: 20 },
        { declaredText: '=HYPERLINK("x")', hsAsWritten: '0102030000' },
      ],
      methods: ['xray', 'dog'],
      found: [{ substance: 'acetone', similarity: '0.930', certainty: 'presumptive' }],
      route: { origin: 'TR', transit: ['GE', 'AZ'] },
      handling: 'ocu_only',
    }),
  ],
  cases: [
    {
      caseId: 'c1',
      kind: 'seizure',
      substance: 'acetic anhydride',
      certainty: 'presumptive',
      detectedBy: 'UZ',
      lineIds: ['l2'],
    },
  ],
  remarks: [{ text: 'Первая строка\nвторая', language: 'ru' }],
});
const { submissionId: _id, ...CONTENT } = FULL;
const HASH = sha256Hex(canonicalJson(CONTENT));

describe('a filled sheet', () => {
  it('gives the same content hash as the JSON of the report', async () => {
    const template = await bed.template();
    expect(template.status).toBe(200);
    const file = await filledBy(template.bytes, FULL, CONTEXT);
    const sent = await bed.sheet(file);
    expect([sent.status, sent.json()]).toEqual([
      201,
      expect.objectContaining({ contentHash: HASH, revision: 1 }),
    ]);
  });
});
