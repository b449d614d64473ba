import { describe, expect, it } from '@jest/globals';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type SharingProfile } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { Pseudonyms } from '#libs/nominal/pseudonyms.js';
import { aLine } from '../../testing/a-submission.js';
import { type ForwardedReport } from '../daily-report.records.js';
import { sharedReport } from './shared-content.domain.js';

const pseudonyms = new Pseudonyms(Buffer.alloc(32, 7));
const LINE_IDS = ['CSQU3054383/1', '10777AAA/3'];
const NAMED = ['Komet', 'Kabul Textile', '01A123BC', '10777AAA', 'KBL5566', '20888BBB'];
const NUMBERED = ['CSQU3054383', '52341234', 'AB778899', 'S-100200', 'PEN-2017-4', 'W-2017-15'];

const CONTENT: DailyReportContent = {
  ...{ operationDay: '2017-09-05', kind: 'report', preparedAt: '2017-09-05T18:30:00+05:00' },
  lines: [
    aLine({
      lineId: 'CSQU3054383/1',
      number: 'CSQU3054383',
      parent: '52341234',
      plates: ['01A123BC'],
      consignor: { name: 'Komet LLC' },
      consignee: { name: 'Kabul Textile' },
      document: { kind: 'smgs', number: 'AB778899' },
      sealsFound: ['S-100200'],
      reloadedFrom: 'KBL5566',
      reloadedTo: '20888BBB',
      preExportNotification: 'PEN-2017-4',
      warningNumber: 'W-2017-15',
      riskIndicator: 'as in W-2017-15',
      methods: ['xray'],
      goods: [{ declaredText: 'acid for Komet', chemical: 'acetone', net: { amount: '5', unit: 'kg' } }],
    }),
    aLine({ lineId: '10777AAA/3', transportKind: 'truck', number: '10777AAA' }),
  ],
  cases: [
    {
      ...{ caseId: 'c1', kind: 'seizure', certainty: 'presumptive', detectedBy: 'UZ' },
      ...{ substance: 'acetone', lineIds: ['CSQU3054383/1'], concealment: 'under sacks of Komet' },
      bulletinText: { en: 'Acetone among soap.', ru: 'Ацетон среди мыла.' },
    },
  ],
  followUps: [
    {
      ...{ followUpId: 'f1', kind: 'decision', outcome: 'seized' },
      ...{ lineDay: '2017-09-04', lineId: '10777AAA/3' },
    },
  ],
  remarks: [
    { text: 'Komet again.', language: 'en' },
    { text: 'Seal S-100200 was broken.', language: 'en' },
    { text: 'Quiet day.', language: 'en' },
  ],
};
const REPORT: ForwardedReport = {
  content: CONTENT,
  findings: [{ code: 'identifier.check-digit', severity: 'warning', field: 'lines[0].number', detail: '3' }],
  reasonText: 'the plate 01A123BC was misread',
};

const shared = (profile: SharingProfile) => sharedReport(REPORT, profile, pseudonyms);
const told = (profile: SharingProfile, values: readonly string[]): string[] => {
  const text = JSON.stringify(shared(profile));
  return values.filter((value) => text.includes(value));
};

describe('what a country shares of a forwarded report', () => {
  it('is the whole under the profile full', () => {
    expect(shared('full')).toBe(REPORT);
  });

  it('holds no person, company or plate without names, nor a text with one', () => {
    expect(told('without_names', NAMED)).toEqual([]);
    expect(told('without_names', NUMBERED)).toEqual(NUMBERED);
    const { content, reasonText } = shared('without_names');
    expect(content.remarks?.map(({ text }) => text)).toEqual(['Seal S-100200 was broken.', 'Quiet day.']);
    expect(content.lines?.[1]?.number).toMatch(/^p-[0-9a-f]{32}$/);
    expect(reasonText).toBeUndefined();
  });

  it.each(['without_names', 'totals_only'] as const)(
    'names a line alike wherever it stands: %s',
    (profile) => {
      const { lines = [], cases = [], followUps = [] } = shared(profile).content;
      const ids = LINE_IDS.map((id) => pseudonyms.line(id));
      expect(lines.map(({ lineId }) => lineId)).toEqual(ids);
      expect(followUps.map(({ lineId }) => lineId)).toEqual([ids[1]]);
      expect(cases[0]?.lineIds).toEqual(profile === 'totals_only' ? undefined : [ids[0]]);
    },
  );

  it('holds no number either where totals alone are shared, and what is counted stays', () => {
    expect(told('totals_only', [...NAMED, ...NUMBERED])).toEqual([]);
    const { content, findings } = shared('totals_only');
    expect(content.remarks?.map(({ text }) => text)).toEqual(['Quiet day.']);
    expect(content.lines?.[0]).toEqual({
      lineId: pseudonyms.line('CSQU3054383/1'),
      transportKind: 'container',
      number: pseudonyms.transportUnit('container', 'csqu 305438-3'),
      regime: 'transit',
      goods: [{ declaredText: '—', chemical: 'acetone', net: { amount: '5', unit: 'kg' } }],
      destination: CONTENT.lines?.[0]?.destination,
      outcome: 'released',
      document: { kind: 'smgs', number: pseudonyms.document({ kind: 'smgs', number: 'ab 778899' }) },
      methods: ['xray'],
    });
    expect(content.cases?.[0]).toEqual({
      ...{ caseId: 'c1', kind: 'seizure', certainty: 'presumptive', detectedBy: 'UZ', substance: 'acetone' },
      bulletinText: CONTENT.cases?.[0]?.bulletinText,
    });
    expect(findings).toEqual([
      { code: 'identifier.check-digit', severity: 'warning', field: 'lines[0].number' },
    ]);
  });
});
