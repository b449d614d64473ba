import { describe, expect, it } from '@jest/globals';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type Language, LANGUAGES } from '#libs/localization/language.js';
import { findTypographyProblems } from '#libs/localization/typography-check.js';
import { visibleText } from '#libs/localization/visible-text.js';
import { renderPage } from '../render-page.js';
import { type SheetOutcome } from './report-api.types.js';
import { reportTitle, reportView, type ReportInput } from './report-view.js';
import { setRefusal } from './set-refusal.js';
import { forwardOutcome, sheetOutcome } from './sheet-outcome.js';

const unit = {
  id: 'UZ-ANG',
  country: 'UZ',
  name: { en: 'Angren', ru: 'Ангрен' },
  timeZone: 'Asia/Tashkent',
} as unknown as PlanUnit;
const plan = { code: 'check-i', firstDay: '2017-09-01', lastDay: '2017-09-03' } as unknown as OperationPlan;
const revision = (number: number, state: string) => ({
  revision: number,
  state,
  submittedAt: '2017-09-02T13:30:00Z',
  submittedBy: 'pcu_officer:UZ-ANG/karimov',
});
const base = { plan, unit, day: '2017-09-02', history: undefined, mayForward: true };

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
  { kind: 'checked', findings: [], understood: [] },
  {
    kind: 'accepted',
    operationDay: '2017-09-02',
    revision: 2,
    findings: [{ message: '2.' }],
    understood: [{ place: 'C7', message: '1' }],
  },
  { kind: 'repeated', operationDay: '2017-09-02', revision: 2, findings: [], understood: [] },
  { kind: 'forwarded', revision: 2 },
];

describe.each(LANGUAGES)('the report page in %s', (language) => {
  it.each([undefined, ...OUTCOMES])('has no slip of typography, script or style: %j', (outcome) => {
    const history = { revisions: [revision(1, 'corrected'), revision(2, 'submitted')] };
    const html = page(language, { history, ...(outcome && { outcome }) });
    expect(findTypographyProblems(visibleText(html).replaceAll('Lines!B14', ''), language)).toEqual([]);
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
    const html = page('en', { history: { revisions: [revision(1, 'corrected'), revision(2, 'forwarded')] } });
    expect(html.indexOf('<th scope="row">2</th>')).toBeLessThan(html.indexOf('<th scope="row">1</th>'));
    expect(html).toContain('18:30');
    expect(html).toContain('<td>karimov</td>');
  });

  it.each([
    ['submitted', true, true],
    ['held', true, true],
    ['forwarded', true, false],
    ['submitted', false, false],
  ])('offers forwarding of a %s revision to a party that may (%s): %s', (state, mayForward, offered) => {
    const html = page('ru', { mayForward, history: { revisions: [revision(3, state)] } });
    expect(html.includes('/report/forward?lang&#x3D;ru&amp;day&#x3D;2017-09-02&amp;revision&#x3D;3')).toBe(
      offered,
    );
    expect(html.includes('Направить редакцию 3')).toBe(offered);
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
    expect(await forwardOutcome(answer(409, { title: 'T' }), 2)).toMatchObject({
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
      kind: 'checked',
      understood: read,
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
