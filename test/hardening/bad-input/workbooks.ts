import { XLSX_MEDIA } from '#libs/web/body/body-limits.js';
import { HOSTILE_ARCHIVES } from '../../../libs/spreadsheet/testing/hostile-archives.js';
import { type HostileCase } from '../../../libs/spreadsheet/testing/hostile-case.js';
import { HOSTILE_CONTENTS } from '../../../libs/spreadsheet/testing/hostile-contents.js';
import { HOSTILE_FILES } from '../../../libs/spreadsheet/testing/hostile-files.js';
import { REPORTS } from '../bed/hardening-bed.js';
import { type BadInput, type DrivenElsewhere } from './bad-input.js';

let senders = 0;
/** Somebody else each time: a person has twenty workbooks a day. */
export const anOfficer = (): string => `pcu_officer:UZ-CHU/w${senders++}`;

export const SHEET_CHECK = `${REPORTS}/sheet?dryRun=true`;

const ANSWERS: Partial<Record<HostileCase['code'], string>> = {
  'empty-file': '422 sheet-unreadable',
  'too-large': '413 body-too-large',
  'too-many-sheets': '422 sheet-not-template',
};

const driven = [...HOSTILE_FILES, ...HOSTILE_ARCHIVES, ...HOSTILE_CONTENTS].map(
  ({ number, what, code, make }): BadInput => ({
    ...{ number, what, within: 5000 },
    answer: ANSWERS[code] ?? '422 sheet-unreadable',
    send: (bed) =>
      bed.send({
        ...{ path: SHEET_CHECK, body: make(), party: anOfficer(), language: 'ru' },
        headers: { 'content-type': XLSX_MEDIA },
      }),
  }),
);

/** Uploads that no officer's template is. */
export const WORKBOOKS: readonly BadInput[] = [
  ...driven,
  {
    number: 123,
    what: 'a .csv as a workbook',
    answer: '422 sheet-unreadable',
    within: 5000,
    send: (bed) =>
      bed.send({
        ...{ path: SHEET_CHECK, body: 'number;goods\r\nN1;acid\r\n', party: anOfficer() },
        headers: { 'content-type': XLSX_MEDIA },
      }),
  },
  {
    number: 123,
    what: 'a workbook as a .csv',
    answer: '415 sheet-media-type',
    within: 5000,
    send: (bed) =>
      bed.send({
        ...{ path: SHEET_CHECK, body: 'PK', party: anOfficer(), language: 'ru' },
        headers: { 'content-type': 'text/csv' },
      }),
  },
];

const SHEET_SPEC = 'apps/reporting/sheet/sheet.int.spec.ts';
const VALUES_SPEC = 'libs/spreadsheet/sheet/cell-values.unit.spec.ts';
const elsewhere = (number: number, what: string, answer: string, title: string, spec = SHEET_SPEC) => ({
  ...{ number, what, answer, title, spec },
});

/** What needs the template of the unit, filled in and saved. */
export const WORKBOOKS_ELSEWHERE: readonly DrivenElsewhere[] = [
  elsewhere(145, 'an error value', '422 sheet-changed with the cell', 'an error value'),
  elsewhere(
    146,
    'a number with the look of a date',
    'a date of the 1900 or 1904 system',
    'dates',
    VALUES_SPEC,
  ),
  elsewhere(146, 'truth values and rich text', 'a value of their own kind', 'other values', VALUES_SPEC),
  elsewhere(147, 'a hidden row', '422 sheet-changed with the cell', 'a hidden row'),
  elsewhere(147, 'a hidden column', '422 sheet-changed with the cell', 'a hidden column'),
  elsewhere(148, 'merged cells over figures', '422 sheet-changed with the cells', 'merged cells'),
  elsewhere(150, 'an old version', '422 sheet-outdated', 'an old version'),
  elsewhere(150, 'an altered label', '422 sheet-changed with the cell', 'a changed label'),
  elsewhere(150, 'moved columns', '422 sheet-changed with the cell', 'moved columns'),
  elsewhere(150, 'a further sheet', '422 sheet-unreadable', 'a foreign sheet'),
  elsewhere(150, "another unit's template", '422 sheet-other-unit', 'another unit'),
  elsewhere(
    150,
    'the template of yesterday',
    'is the report of yesterday',
    'belongs to its day: that of yesterday is the report of yesterday',
  ),
];
