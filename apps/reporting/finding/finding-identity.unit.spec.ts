import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { aLine, aSubmission } from '../testing/a-submission.js';
import { REFERENCE } from '../testing/told-findings.js';
import { findingsOf } from '../daily-report/findings/report-findings.domain.js';
import { identified } from './finding-identity.domain.js';

const finding = (field: string): Finding => ({ code: 'identifier.format', severity: 'warning', field });

describe('the identity of a finding', () => {
  it('is made of its code and of the record and field that it is about', () => {
    const content = aSubmission({
      lines: [aLine({ lineId: 'a' }), aLine({ lineId: 'b' })],
      cases: [{ caseId: 'c', kind: 'seizure', substance: 'x', certainty: 'presumptive', detectedBy: 'UZ' }],
      followUps: [{ followUpId: 'f', kind: 'decision', outcome: 'seized', caseId: 'c' }],
      counters: [{ transportKind: 'wagon', regime: 'export', profiled: 1, examined: 1 }],
    });
    const fields = [
      'lines[1].goods[0].net',
      'cases[0].chemical',
      'followUps[0].lineId',
      'counters[0].examined',
      'lines',
      'preparedAt',
      'lines[7].number',
    ];
    expect(identified(fields.map(finding), content).map(({ subject }) => subject)).toEqual([
      'lines[b].goods[0].net',
      'cases[c].chemical',
      'followUps[f].lineId',
      'counters[wagon export].examined',
      'lines',
      'preparedAt',
      'lines[7].number',
    ]);
    expect(identified([finding('lines'), finding('lines')], content)).toHaveLength(1);
  });

  it('and the value it is about do not depend on the order of the lines', () => {
    const numbers = fc.uniqueArray(
      fc.constantFrom('CSQU3054383', 'CSQU3054384', 'x', '', '52481600', 'TGHU0'),
    );
    fc.assert(
      fc.property(numbers, (some) => {
        const lines = some.map((number) =>
          aLine({ lineId: `of ${number}`, number, endedAt: '2017-09-05T10:00:00Z' }),
        );
        const namesOf = (content: ReturnType<typeof aSubmission>) =>
          identified(findingsOf(content, REFERENCE), content)
            .map(({ findingId, valueHash }) => `${findingId} ${valueHash}`)
            .sort();
        expect(namesOf(aSubmission({ lines: [...lines].reverse() }))).toEqual(
          namesOf(aSubmission({ lines })),
        );
      }),
    );
  });
});
