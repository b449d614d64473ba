import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadReferenceData } from '#libs/reference/reference-data.js';
import { defaultReferenceFolder } from '#libs/reference/reference-folder.js';
import { ProblemError } from '#libs/web/problem.js';
import { aLine as aControlledLine, aSubmission } from '../../testing/a-submission.js';
import { prepareSubmission } from './prepare-submission.js';
import { findingsOf, MAX_FINDINGS } from '../findings/report-findings.domain.js';
import { reportReference, type ReportReference } from '../findings/report-reference.js';
import { wordedFindings } from '../findings/worded-findings.js';

const GOODS = [{ declaredText: 'soap' }];
const aLine = (more: Parameters<typeof aControlledLine>[0] = {}) =>
  aControlledLine({ goods: GOODS, ...more });

let reference: ReportReference;
beforeAll(() => {
  reference = reportReference(loadReferenceData(defaultReferenceFolder()));
});

const prepare = (submission: ReturnType<typeof aSubmission>) =>
  prepareSubmission('tiny', 'UZ-CHU', submission, reference);

describe('a submission made ready', () => {
  it('has one content hash whatever its id, basis and reason, and another request hash for those', () => {
    const body = aSubmission();
    const [first, other] = [prepare(body), prepare({ ...body, basedOn: 1, reason: 'recount' })];
    expect(other.offered.contentHash).toBe(first.offered.contentHash);
    expect(other.offered.requestHash).not.toBe(first.offered.requestHash);
    expect(prepare({ ...body, submissionId: aSubmission().submissionId }).offered).toEqual(first.offered);
    expect(first.content).not.toHaveProperty('submissionId');
  });

  it('is refused where no event could carry it', () => {
    const goods = Array.from({ length: 50 }, () => ({
      declaredText: 'x'.repeat(40),
      cas: '1',
      hsAsWritten: '1',
    }));
    const lines = Array.from({ length: 1500 }, (_none, index) => aLine({ lineId: `l${index}`, goods }));
    const big = aSubmission({ lines });
    expect(Buffer.byteLength(JSON.stringify(big))).toBeLessThan(8 * 1024 * 1024);
    expect(() => prepare(big)).toThrow(new ProblemError(413, 'body-too-large', { limit: 8 * 1024 * 1024 }));
  });
});

describe('findings', () => {
  it('name odd numbers and codes by field, in the order of the lines, and refuse nothing', () => {
    const goods = [{ declaredText: 'summer fluid', hsAsWritten: '9999.99', cas: '108-24-8' }];
    const { findings } = prepare(
      aSubmission({ lines: [aLine(), aLine({ lineId: 'l2', number: 'CSQU3054384', goods })] }),
    );
    expect(findings.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'lines[1].number identifier.check-digit',
      'lines[1].goods[0].hsAsWritten hs.national-chapter',
      'lines[1].goods[0].cas cas.check-digit',
    ]);
  });

  it('tell of chemicals that the list does not have, wherever they stand', () => {
    const { findings } = prepare(
      aSubmission({
        lines: [
          aLine({
            goods: [{ declaredText: 'x' }, { declaredText: 'x', chemical: 'acetoan' }],
            found: [{ substance: 'x', chemical: 'z', certainty: 'presumptive' }],
          }),
        ],
        cases: [
          {
            caseId: 'c',
            kind: 'seizure',
            substance: 'x',
            chemical: 'constructor',
            certainty: 'presumptive',
            detectedBy: 'UZ',
          },
        ],
      }),
    );
    expect(findings.map(({ field, code, severity }) => `${field} ${code} ${severity}`)).toEqual([
      'lines[0].goods[1].chemical chemical.unknown warning',
      'lines[0].found[0].chemical chemical.unknown warning',
      'cases[0].chemical chemical.unknown warning',
    ]);
  });

  it('ask about a transport unit that stands twice, however it is written, and never about blank numbers', () => {
    const numbers = ['CSQU3054383', 'сsqu 305438-3', '—', '—', 'CSQU3054383'];
    const lines = numbers.map((number, index) => aLine({ lineId: `l${index}`, number }));
    const { findings } = prepare(aSubmission({ lines }));
    const repeated = findings.filter(({ code }) => code === 'line.number-repeated');
    expect(repeated.map(({ field }) => field)).toEqual(['lines[1].number', 'lines[4].number']);
  });

  it('tell which counters stay in the country', () => {
    const entry = { regime: 'transit', profiled: 3, examined: 0 } as const;
    const counters = [
      { ...entry, transportKind: 'truck' as const },
      { ...entry, transportKind: 'container' as const },
    ];
    const { findings } = prepare(aSubmission({ lines: [aLine({ handling: 'withheld' })], counters }));
    expect(findings.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'counters[1] counters.not-forwarded',
    ]);
  });

  it('are at most as many as the event of a revision takes', () => {
    const goods = Array.from({ length: 50 }, () => ({ declaredText: 'x', cas: '1', hsAsWritten: '1' }));
    const lines = Array.from({ length: 300 }, (_none, index) => aLine({ lineId: `l${index}`, goods }));
    expect(findingsOf(aSubmission({ lines }), reference)).toHaveLength(MAX_FINDINGS);
  });

  it('are told in Russian to who prefers it, else in English, and by code where no words are known', () => {
    const odd = { code: 'cas.format', severity: 'warning', field: 'x' } as const;
    expect(wordedFindings([odd], 'ru-RU,en;q=0.5')[0]?.message).toMatch(/^Запись не соответствует/);
    expect(wordedFindings([odd], 'kk')[0]?.message).toMatch(/^The text does not have the form/);
    expect(wordedFindings([{ ...odd, code: 'constructor' }], undefined)[0]?.message).toBe('constructor');
  });
});
