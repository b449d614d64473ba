import { aLine, aSubmission } from '../../../apps/reporting/testing/a-submission.js';
import { type HardeningBed } from '../bed/hardening-bed.js';
import { type BadInput, type DrivenElsewhere } from './bad-input.js';

const REPORTS = '/api/reporting/operations/tiny/units/UZ-ANG/daily-reports';
const PARTY = 'pcu_officer:UZ-ANG/rashidov';

/** Number in the catalogue, the text of a cell, and what the file holds in its place. */
const TEXTS: readonly (readonly [number: number, text: string, written: string])[] = [
  [109, '=1+1', "'=1+1"],
  [109, '+1', "'+1"],
  [109, '-1', "'-1"],
  [109, '@SUM(1)', "'@SUM(1)"],
  [110, '\t=1+1', `"'\t=1+1"`],
  [110, '\r=1+1', `"'\r=1+1"`],
  [111, '\uff1d1+1', "'\uff1d1+1"],
  [112, '=HYPERLINK("http://a.example","x")', `"'=HYPERLINK(""http://a.example"",""x"")"`],
  [113, "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  [114, 'x;=1+1', '"x;=1+1"'],
  [115, ' =1+1', "' =1+1"],
  [116, "'=1+1", "''=1+1"],
];

/** A stored report whose goods are named so. */
export async function storeFormulas(bed: HardeningBed): Promise<void> {
  const goods = TEXTS.map(([, declaredText]) => ({ declaredText, net: { amount: '5', unit: 'kg' } }));
  const lines = goods.map((good, at) => ({ ...aLine({ lineId: `l${at}` }), goods: [good] }));
  const reply = await bed.send({ path: REPORTS, party: PARTY, body: aSubmission({ lines } as object) });
  if (reply.status !== 201) throw new Error(reply.text);
}

/** Texts that a spreadsheet would run: in a file of lines an apostrophe stands before them. */
export const EXPORTS: readonly BadInput[] = TEXTS.map(([number, text, written]) => ({
  number,
  what: `a cell with ${JSON.stringify(text)}`,
  answer: '200',
  source: 'docs/hardening.md: texts that a spreadsheet would run are guarded in exports',
  tells: new RegExp(`;${written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')};`),
  send: (bed) => bed.send({ path: `${REPORTS}/2017-09-05/lines.csv`, party: PARTY }),
}));

export const EXPORTS_ELSEWHERE: readonly DrivenElsewhere[] = [
  {
    number: 116,
    what: 'the same texts and negative numbers in a workbook',
    answer: 'cells of text, no formula; numbers stay numbers',
    spec: 'apps/reporting/sheet/sheet.int.spec.ts',
    title: 'has no text that a spreadsheet could take for a formula, and two hidden sheets',
  },
];
