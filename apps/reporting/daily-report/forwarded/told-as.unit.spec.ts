import { describe, expect, it } from '@jest/globals';
import { aLine } from '../../testing/a-submission.js';
import { type RevisionRecord } from '../daily-report.records.js';
import { toldAsFirst } from './told-as.domain.js';

const MISTYPED = aLine({ lineId: 'w1', number: 'SECR0000001', handling: 'withheld' });
const CORRECTED = aLine({ lineId: 'w1', number: 'SECR0000010', handling: 'withheld' });

const revision = (number: number, more: Partial<RevisionRecord>, lines = [aLine()]): RevisionRecord => ({
  ...{ operation: 'tiny', unit: 'UZ-CHU', operationDay: '2017-09-05', revision: number, toldAs: 2 },
  ...{ kind: 'report', state: 'submitted', inClosedDay: false, submissionId: `s${number}`, contentHash: 'x' },
  ...{ findings: [], basedOn: number - 1, reason: 'recount', reasonText: null, change: 'correction' },
  ...{ submittedAt: `2017-09-05T1${number}:00:00.000Z`, submittedBy: 'x', forwardedAt: null },
  content: {
    ...{ operationDay: '2017-09-05', kind: 'report', preparedAt: `2017-09-05T1${number}:00:00Z`, lines },
  },
  ...more,
});

describe('a revision under the number of an earlier one', () => {
  it('is told with the reason, change, basis and times of that one, and its own records', () => {
    const first = revision(2, { reason: 'identifier', reasonText: 'A letter', change: 'supplement' });
    const told = toldAsFirst(revision(3, { reasonText: 'Once more' }, [CORRECTED]), [first]);
    const { reason, reasonText, change, basedOn, submittedAt } = first;
    expect(told).toMatchObject({ revision: 3, reason, reasonText, change, basedOn, submittedAt });
    expect(told.content).toMatchObject({ preparedAt: '2017-09-05T12:00:00Z', lines: [CORRECTED] });
  });

  it.each([
    ['corrected', [aLine(), CORRECTED]],
    ['left out', [aLine()]],
  ])('keeps in the country a reason that names what that one withheld, since %s', (_what, lines) => {
    const first = revision(2, { reasonText: 'SECR 0000001 was missing' }, [aLine(), MISTYPED]);
    expect(toldAsFirst(revision(3, {}, lines), [first]).reasonText).toBeNull();
  });

  it('keeps it there also where only a revision in between withheld what it names', () => {
    const first = revision(2, { reasonText: 'SECR 0000001 was missing' });
    const between = revision(3, {}, [aLine(), MISTYPED]);
    const last = revision(4, {}, [aLine(), CORRECTED]);
    expect(toldAsFirst(last, [first, between, last]).reasonText).toBeNull();
    expect(toldAsFirst(last, [first, last]).reasonText).toBe('SECR 0000001 was missing');
  });
});
