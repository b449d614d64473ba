import { describe, expect, it } from '@jest/globals';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type Language, LANGUAGES } from '#libs/localization/language.js';
import { findTypographyProblems } from '#libs/localization/typography-check.js';
import { visibleText } from '#libs/localization/visible-text.js';
import { renderPage } from '../render-page.js';
import { DONE_STEPS, type RevisionHead, type SheetOutcome } from './report-api.types.js';
import { type FindPlace } from './field-in-words.js';
import { type ReportInput } from './report-input.js';
import { reportTitle, reportView } from './report-view.js';
import { setRefusal } from './set-refusal.js';
import { sheetOutcome, stepOutcome } from './sheet-outcome.js';

const unit = {
  id: 'UZ-ANG',
  country: 'UZ',
  name: { en: 'Angren', ru: 'Ангрен' },
  timeZone: 'Asia/Tashkent',
} as unknown as PlanUnit;
const plan = { code: 'check-i', firstDay: '2017-09-01', lastDay: '2017-09-03' } as unknown as OperationPlan;
const revision = (number: number, state: string): RevisionHead => ({
  revision: number,
  state,
  submittedAt: '2017-09-02T13:30:00Z',
  submittedBy: 'pcu_officer:UZ-ANG/karimov',
});
const findPlace: FindPlace = (field) =>
  field.startsWith('gone')
    ? undefined
    : {
        ...{ label: { en: 'Outcome', ru: 'Результат' }, words: { seized: ['seized', 'изъятие'] } },
        ...{ list: 'lines', index: 0, sheet: 'Lines · Строки', cell: 'G3' },
      };
const content = {
  ...{ operationDay: '2017-09-02', kind: 'report', preparedAt: '2017-09-02T18:30:00+05:00' },
  counters: [{ transportKind: 'truck', regime: 'import', profiled: 4, examined: 1 }],
  lines: [
    {
      ...{ lineId: 'l1', transportKind: 'truck', number: '01A777BC', regime: 'import', destination: 'UZ' },
      ...{ outcome: 'seized', goods: [{ declaredText: 'acetone', net: { amount: '20.5', unit: 'kg' } }] },
    },
  ],
  cases: [
    { caseId: 'c1', kind: 'seizure', substance: 'acetone', detectedBy: 'UZ', certainty: 'presumptive' },
  ],
  remarks: [{ text: '1', language: 'en' }],
} as unknown as DailyReportContent;
const contents = new Map([1, 2, 3].map((number) => [number, content]));
const RIGHTS = { forward: true, answer: true, close: true };
const base = {
  ...{ plan, unit, day: '2017-09-02', history: undefined, rights: RIGHTS, isDemonstration: true },
  ...{ contents, findPlace, findings: undefined, differences: undefined },
};
const historyOf = (...revisions: RevisionHead[]) => ({ revisions, stateChanges: [] });
const returned = {
  ...{ revision: 1, action: 'return', at: '2017-09-02T14:00:00Z', party: 'contact_point:UZ/saidov' },
  reasons: [
    { field: 'lines[0].outcome', text: '1', language: 'en' },
    { text: '2', language: 'uz' },
  ],
};
const findings = {
  findings: (['open', 'answered', 'closed'] as const).map((state) => ({
    ...{ findingId: state, field: 'lines[0].outcome', message: `${state.length}.`, state },
    entries: [
      {
        ...{ kind: 'answer', at: '2017-09-02T14:00:00Z', role: 'pcu_officer', text: '3', language: 'ru' },
        ofEarlierValue: state === 'open',
      },
    ],
  })),
};

function page(language: Language, more: Partial<ReportInput> = {}): string {
  const input = { ...base, language, ...more };
  const title = reportTitle(input);
  return renderPage({ name: 'report', language, title, path: '/p?day=1', content: reportView(input) });
}

const refused: SheetOutcome = {
  kind: 'refused',
  text: '2.',
  places: [{ place: 'Lines!B14', message: '<b>' }, { message: '2.' }],
  total: 70,
};
const OUTCOMES: SheetOutcome[] = [
  refused,
  { kind: 'checked', operationDay: '2017-09-01', revision: 2, findings: [], understood: [] },
  { kind: 'known', operationDay: '2017-09-02', revision: 2, findings: [], understood: [] },
  {
    kind: 'accepted',
    operationDay: '2017-09-02',
    revision: 2,
    findings: [{ message: '2.' }],
    understood: [{ place: 'C7', message: '1' }],
  },
  { kind: 'repeated', operationDay: '2017-09-02', revision: 2, findings: [], understood: [] },
  ...DONE_STEPS.map((step) => ({ kind: 'done' as const, step, revision: 2 })),
];

const stateIn = (outcome: SheetOutcome | undefined): string => {
  const states: Record<string, string> = { forward: 'forwarded', return: 'returned', hold: 'held' };
  return (outcome?.kind === 'done' && states[outcome.step]) || 'submitted';
};

describe.each(LANGUAGES)('the report page in %s', (language) => {
  it.each([undefined, ...OUTCOMES])('has no slip of typography, script or style: %j', (outcome) => {
    const steps = ['return', 'hold', 'withdraw', 'query', 'answer'].map((action) => ({
      ...returned,
      action,
    }));
    const history = {
      ...historyOf(revision(1, 'corrected'), { ...revision(2, stateIn(outcome)), reason: 'recount' }),
      stateChanges: steps,
    };
    const differences = [
      { path: 'lines["l1"].outcome', kind: 'changed' as const, before: '1', after: 'seized' },
    ];
    const html = page(language, { ...{ history, findings, differences }, ...(outcome && { outcome }) });
    expect(
      findTypographyProblems(visibleText(html).replaceAll(/Lines(!B14| · Строки!G3)/g, ''), language),
    ).toEqual([]);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|<b>/);
  });
});

describe('the report page', () => {
  it('says the error first, with every place and how many are not shown', () => {
    const html = page('en', { outcome: refused });
    expect(html).toContain('<title>Error: Daily report: Angren');
    expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf('<h1>'));
    expect(html).toContain('<strong>Lines!B14</strong>: &lt;b&gt;');
    expect(html).toContain('Only the first 2 of 70 places are shown.');
  });

  it('shows revisions newest first, in the time of the unit', () => {
    const html = page('en', { history: historyOf(revision(1, 'corrected'), revision(2, 'forwarded')) });
    expect(html.indexOf('<th scope="row">2</th>')).toBeLessThan(html.indexOf('<th scope="row">1</th>'));
    expect(html).toContain('18:30');
    expect(html).toContain('<td>officer of the Port Control Unit</td>');
    expect(html).not.toContain('karimov');
  });

  it.each([
    ['submitted', true, true],
    ['held', true, true],
    ['forwarded', true, false],
    ['submitted', false, false],
  ])('offers forwarding of a %s revision to a party that may (%s): %s', (state, forward, offered) => {
    const rights = { ...RIGHTS, forward };
    const html = page('ru', { rights, history: historyOf(revision(3, state)) });
    expect(
      html.includes('/report?lang&#x3D;ru&amp;day&#x3D;2017-09-02&amp;do&#x3D;forward&amp;revision&#x3D;3'),
    ).toBe(offered);
    expect(html.includes('Направить редакцию 3')).toBe(offered);
  });

  it('says why a report was returned: who, when, which field in which cell', () => {
    const history = { ...historyOf(revision(1, 'returned')), stateChanges: [returned] };
    const text = visibleText(page('en', { history })).replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      'Revision 1: returned for correction national contact point, 2 September 2017, 19:00',
    );
    expect(text).toContain('Outcome (01A777BC) Lines · Строки!G3 : 1');
    expect(text).not.toContain('saidov');
  });

  it('shows what is forwarded: counts, lines, cases and what differs from the revision before', () => {
    const history = historyOf(revision(1, 'corrected'), { ...revision(2, 'submitted'), reason: 'recount' });
    const differences = [
      { path: 'lines["l1"].outcome', kind: 'changed' as const, before: 'x', after: 'seized' },
    ];
    const html = page('en', { history, differences });
    expect(html).toContain('<details open>');
    const added = [{ path: 'lines["l1"]', kind: 'added' as const, after: content.lines![0] }];
    expect(page('ru', { history, differences: added })).toContain('изъятие, acetone, 20,5\u00a0кг');
    for (const shown of ['truck, import', '01A777BC', 'acetone', 'recount', '<td>x</td><td>seized</td>'])
      expect(html).toContain(shown);
    const long = { ...content, lines: Array.from({ length: 201 }, () => content.lines![0]!) };
    const bounded = page('en', {
      history: historyOf(revision(1, 'submitted')),
      contents: new Map([[1, long]]),
    });
    expect(bounded).toContain('The first 200 of 201 lines are shown');
    expect(bounded.split('<th scope="row">01A777BC</th>')).toHaveLength(201);
  });

  it.each([
    ['en', 'coordination unit only', 'withheld'],
    ['ru', 'только для координационной группы', 'не передаётся'],
  ] as const)('marks in %s what is not handed on in the usual way', (language, ocuOnly, withheld) => {
    const words = {
      routine: ['routine', 'обычный порядок'] as const,
      ocu_only: ['coordination unit only', 'только для координационной группы'] as const,
      withheld: ['withheld', 'не передаётся'] as const,
    };
    const find: FindPlace = (field, of) =>
      field.endsWith('.handling') ? { sheet: 'S', cell: 'A1', words } : findPlace(field, of);
    const marked = {
      ...content,
      lines: [
        { ...content.lines![0]!, handling: 'withheld' },
        { ...content.lines![0]!, handling: 'routine' },
      ],
      cases: [{ ...content.cases![0]!, handling: 'ocu_only' }],
      followUps: [{ followUpId: 'f', kind: 'case', caseId: 'c0', handling: 'withheld' }],
    } as unknown as DailyReportContent;
    const html = page(language, {
      ...{ history: historyOf(revision(1, 'submitted')), findPlace: find },
      contents: new Map([[1, marked]]),
    });
    expect(html.match(new RegExp(`; ${withheld}</td>`, 'g'))).toHaveLength(1);
    expect(html).toContain(`, ${ocuOnly}</li>`);
    expect(html).toContain(`, c0, ${withheld}</li>`);
    expect(html).not.toMatch(/routine|обычный порядок/);
    expect(html.replaceAll(/\s+/g, ' ')).toMatch(
      /without what is withheld|кроме сведений с отметкой «не передаётся»/,
    );
  });

  it.each([
    ['forward', 'forwarded', 'Revision 2 is forwarded.'],
    ['return', 'returned', 'Revision 2 is returned to the unit.'],
    ['hold', 'held', 'Revision 2 is held.'],
    ['answer', undefined, 'The answer is recorded.'],
    ['close', undefined, 'The question about the data is closed.'],
  ] as const)('says %s only where it was done', (step, state, said) => {
    const outcome = { kind: 'done' as const, step, revision: 2 };
    const waiting = historyOf(revision(1, 'forwarded'), revision(2, 'submitted'));
    expect(page('en', { outcome, history: waiting })).not.toContain(said);
    const done = state ? historyOf(revision(1, 'corrected'), revision(2, state)) : waiting;
    expect(page('en', { outcome, history: done, findings })).toContain(said);
  });

  it('shows the findings that are not closed, with forms for whoever may act', () => {
    const history = historyOf(revision(1, 'submitted'));
    const html = page('en', { history, findings });
    expect(html.match(/do&#x3D;say/g)).toHaveLength(2);
    expect(html.match(/value="close"/g)).toHaveLength(2);
    const rights = { forward: false, answer: false, close: false };
    expect(page('en', { history, findings, rights })).not.toContain('<textarea');
  });

  it('says loudly that the sheet is of another day', () => {
    const [, other, same] = OUTCOMES;
    expect(page('en', { outcome: other! })).toContain('Attention: the sheet is for 1 September 2017');
    expect(page('en', { outcome: same! })).not.toContain('Attention');
  });

  it('keeps the day when the language is changed', () => {
    expect(page('en')).toContain('href="/p?day&#x3D;1&amp;lang&#x3D;ru"');
  });
});

describe('what the service says', () => {
  const answer = (status: number, body: object): Response => Response.json(body, { status });

  it('is told by cell where it is refused', async () => {
    const errors = [{ sheet: 'Lines', cell: 'B14', message: 'Text where a number belongs.' }];
    expect(await sheetOutcome(answer(422, { title: 'T', detail: 'D', errors }), true)).toEqual({
      kind: 'refused',
      text: 'D',
      places: [{ place: 'Lines!B14', message: 'Text where a number belongs.' }],
      total: 1,
    });
    expect(await stepOutcome(answer(409, { title: 'T' }), 'forward', 2)).toMatchObject({
      kind: 'refused',
      text: 'T',
    });
    expect(await sheetOutcome(new Response('no JSON', { status: 502 }), false)).toMatchObject({ total: 0 });
  });

  it('is told with the time of the next try where too many sheets were sent', async () => {
    const busy = Response.json({ detail: 'Wait.' }, { status: 429, headers: { 'retry-after': '18000' } });
    const outcome = await sheetOutcome(busy, false);
    expect(outcome).toEqual({ kind: 'refused', text: 'Wait.', places: [], total: 0, retryAfter: 18_000 });
    const told: unknown[] = [];
    const tell = (...what: unknown[]) => (told.push(...what), page) as never;
    const page = { status: tell, set: tell };
    setRefusal(page, outcome as Parameters<typeof setRefusal>[1]);
    setRefusal(page, refused);
    expect(told).toEqual([429, { 'Retry-After': '18000' }, 422]);
  });

  it('tells a check, a new revision and a repetition apart', async () => {
    const understood = [{ sheet: 'Lines', cell: 'H3', written: '68,250 т', understood: '68.25 t' }];
    const receipt = { operationDay: '2017-09-01', revision: 2, findings: [], understood };
    const read = [{ place: 'Lines!H3', message: '68,250 т → 68.25 t' }];
    expect(await sheetOutcome(answer(200, receipt), true)).toMatchObject({
      ...{ kind: 'checked', operationDay: '2017-09-01', revision: 2 },
      understood: read,
    });
    expect(await sheetOutcome(answer(200, { ...receipt, alreadyRevision: 1 }), true)).toMatchObject({
      ...{ kind: 'known', revision: 1 },
    });
    expect(await sheetOutcome(answer(201, receipt), false)).toMatchObject({
      kind: 'accepted',
      operationDay: '2017-09-01',
      revision: 2,
    });
    expect(await sheetOutcome(answer(200, receipt), false)).toMatchObject({ kind: 'repeated', revision: 2 });
    expect(await sheetOutcome(answer(200, { ...receipt, alreadyRevision: 1 }), false)).toMatchObject({
      kind: 'repeated',
      revision: 1,
    });
  });
});
