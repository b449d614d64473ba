import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';

/** A report that uses every table of the sheet, with what is easily lost on the way. */
export const FULL_REPORT: DailyReportSubmission = aSubmission({
  authorFunction: 'Head of shift',
  language: 'ru',
  equipmentOutOfOrder: ['X-ray', 'HazMatID; spare'],
  counters: [{ transportKind: 'container', regime: 'transit', profiled: 14, examined: 3, dog: 0 }],
  lines: [
    aLine({
      startedAt: '2017-09-05T09:10:00+05:00',
      endedAt: '2017-09-05T09:55:30+05:00',
      plates: ['01 A 123 BC'],
      sealsFound: ['S1', 'S2'],
      follow: true,
    }),
    aLine({
      lineId: 'l2',
      number: 'TGHU1234567',
      goods: [
        { declaredText: 'soda ash', gross: { amount: '28.250', unit: 't' }, packages: 20 },
        { declaredText: '=HYPERLINK("x")', hsAsWritten: '0102030000', net: { amount: '20.063', unit: 'kg' } },
      ],
      methods: ['xray', 'dog'],
      found: [{ substance: 'acetone', similarity: '0.930', certainty: 'presumptive' }],
      document: { kind: 'smgs', number: '00012345' },
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
      quantity: { amount: '15520', unit: 'L' },
    },
  ],
  remarks: [{ language: 'ru', text: 'Первая строка\nвторая' }],
});

/** The hash under which the JSON of a report is stored. */
export function contentHashOf(report: DailyReportSubmission): string {
  const { operationDay, kind, preparedAt } = report;
  const hidden = { submissionId: undefined, basedOn: undefined, reason: undefined, reasonText: undefined };
  return sha256Hex(
    canonicalJson({ ...report, ...hidden, change: undefined, operationDay, kind, preparedAt }),
  );
}
