import { randomUUID } from 'node:crypto';
import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { markerOf, type Secrecy } from './markers.js';
import { FORWARDED_DAY, HELD_DAY } from './nine-countries.js';

type Mark = (field: string) => string;

/** A line with a marker in every field that takes a text. */
function markedLine(mark: Mark, more: Partial<ControlLine> = {}): ControlLine {
  return {
    ...{ lineId: mark('ID'), transportKind: 'container', number: mark('NO'), regime: 'transit' },
    goods: [{ declaredText: mark('DT'), hsAsWritten: mark('HS'), net: { amount: '20', unit: 'kg' } }],
    ...{ destination: 'AF', outcome: 'released', act: 'examination' },
    ...{ riskIndicator: mark('RI'), warningNumber: mark('WN'), plates: [mark('PL')], parent: mark('PA') },
    ...{ sealsFound: [mark('SF')], sealsApplied: [mark('SA')] },
    ...{ reloadedFrom: mark('RF'), reloadedTo: mark('RT') },
    document: { kind: 'cmr', number: mark('DN') },
    route: { postOfExit: mark('PO') },
    ...{ consignor: { name: mark('CO') }, consignee: { name: mark('CE') } },
    preExportNotification: mark('PE'),
    found: [{ substance: mark('FS'), instrument: mark('IN'), certainty: 'presumptive' }],
    ...more,
  };
}

function markedCase(mark: Mark, country: string, more: Partial<CaseEntry> = {}): CaseEntry {
  return {
    ...{ caseId: mark('CI'), kind: 'detention', lineIds: [mark('ID')], substance: mark('CS') },
    ...{ certainty: 'presumptive', concealment: mark('CC'), riskIndicator: mark('CR'), wanted: mark('CW') },
    ...{ detectedBy: country, ...more },
  };
}

export const markIn =
  (operation: string, unit: string, secrecy: Secrecy): Mark =>
  (field) =>
    markerOf(operation, unit, secrecy, field);

/** What the unit reports of the first day: one line and one case go to the OCU, one of each stays in the country. */
export function forwardedReport(operation: string, unit: string): DailyReportSubmission {
  const [open, closed] = [markIn(operation, unit, 'forwarded'), markIn(operation, unit, 'national')];
  const country = unit.slice(0, 2);
  return {
    ...{ submissionId: randomUUID(), operationDay: FORWARDED_DAY, kind: 'report' },
    ...{ preparedAt: '2017-09-05T18:30:00+05:00', authorFunction: open('AF') },
    equipmentOutOfOrder: [open('EQ')],
    lines: [
      markedLine(open, { author: closed('AU') }),
      markedLine(closed, { handling: 'withheld' }),
      { ...markedLine(open, { lineId: open('IO'), number: open('OO') }), handling: 'ocu_only' },
    ],
    cases: [markedCase(open, country), markedCase(closed, country, { handling: 'withheld' })],
    remarks: [{ text: open('RE'), language: 'en' }],
  };
}

/** What the unit reports of the second day; nothing of it was forwarded. */
export function heldReport(operation: string, unit: string): DailyReportSubmission {
  const mark = markIn(operation, unit, 'national');
  return {
    ...{ submissionId: randomUUID(), operationDay: HELD_DAY, kind: 'report' },
    ...{ preparedAt: '2017-09-06T18:30:00+05:00', lines: [markedLine(mark)] },
    remarks: [{ text: mark('RE'), language: 'en' }],
  };
}

/** The line of the draft of the third day. */
export const draftedLine = (operation: string, unit: string): ControlLine =>
  markedLine(markIn(operation, unit, 'national'));
