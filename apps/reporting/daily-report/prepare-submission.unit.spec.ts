import { beforeAll, describe, expect, it } from '@jest/globals';
import { ChemicalCatalogue } from '#libs/reference/chemical-catalogue.js';
import { loadReferenceData } from '#libs/reference/reference-data.js';
import { defaultReferenceFolder } from '#libs/reference/reference-folder.js';
import { ProblemError } from '#libs/web/problem.js';
import { aLine, aSubmission } from '../testing/a-submission.js';
import { prepareSubmission, type ReportReference } from './prepare-submission.js';
import { findingsOf, MAX_FINDINGS } from './report-findings.domain.js';
import { wordedFindings } from './worded-findings.js';

let reference: ReportReference;
beforeAll(() => {
  const { chemicals, hsSubheadings } = loadReferenceData(defaultReferenceFolder());
  reference = { chemicals: new ChemicalCatalogue(chemicals), hsSubheadings };
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
    expect(() => prepare(big)).toThrow(new ProblemError(413, 'body-too-large'));
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

  it('are at most as many as the event of a revision takes', () => {
    const goods = Array.from({ length: 50 }, () => ({ declaredText: 'x', cas: '1', hsAsWritten: '1' }));
    const lines = Array.from({ length: 300 }, (_none, index) => aLine({ lineId: `l${index}`, goods }));
    expect(findingsOf(aSubmission({ lines }), reference.hsSubheadings)).toHaveLength(MAX_FINDINGS);
  });

  it('are told in Russian to who prefers it, else in English, and by code where no words are known', () => {
    const odd = { code: 'cas.format', severity: 'warning', field: 'x' } as const;
    expect(wordedFindings([odd], 'ru-RU,en;q=0.5')[0]?.message).toMatch(/^Запись не соответствует/);
    expect(wordedFindings([odd], 'kk')[0]?.message).toMatch(/^The text does not have the form/);
    expect(wordedFindings([{ ...odd, code: 'constructor' }], undefined)[0]?.message).toBe('constructor');
  });
});
