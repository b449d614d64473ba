import { describe, expect, it } from '@jest/globals';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type CoverageState } from '#libs/contracts/vocabulary.js';
import { LANGUAGES } from '#libs/localization/language.js';
import { findTypographyProblems } from '#libs/localization/typography-check.js';
import { visibleText } from '#libs/localization/visible-text.js';
import { defaultReferenceFolder } from '#libs/reference/reference-folder.js';
import { daysFromTo } from '#libs/reference/operation-day.js';
import { loadReferenceData } from '#libs/reference/reference-data.js';
import { parseActingParty } from '#libs/security/acting-party.js';
import { ProblemError } from '#libs/web/problem.js';
import { boardView } from './board-view.js';
import { coverageTable, newestDays } from './coverage-view.js';
import { homeView } from './home-view.js';
import { accountView } from './account/account-view.js';
import { invitationView } from './invitation/invitation-view.js';
import { ownDays, readOwnReports } from './own-reports.js';
import { partyInWords } from './party-in-words.js';
import { readHome } from './read-home.js';
import { renderPage } from './render-page.js';
import { type PartyApi } from './services-api.js';
import { returnPath } from './sign-in/return-path.js';
import { signInView } from './sign-in/sign-in-view.js';
import { type BulletinEntry, type DayCoverage } from './services-api.types.js';

const { countries } = loadReferenceData(defaultReferenceFolder());
const plan = {
  code: 'check-i',
  name: { en: 'Check <I>', ru: 'Проверка' },
  firstDay: '2017-09-01',
  lastDay: '2017-09-30',
  coordinationTimeZone: 'Asia/Almaty',
  countries: [{ code: 'UZ' }, { code: 'AZ' }],
  units: [{ id: 'UZ-ANG', country: 'UZ', name: { en: 'Angren', ru: 'Ангрен' } }],
} as unknown as OperationPlan;
const bulletin = (number: number, issued: boolean): BulletinEntry => ({
  ...{ number, revision: 0, operationDay: `2017-09-0${number}`, state: issued ? 'issued' : 'draft' },
  ...(issued && { issuedAt: '2017-09-02T08:00:00.000Z' }),
});
const day = (operationDay: string, state: CoverageState, nil = false): DayCoverage => ({
  operationDay,
  units: [{ unit: 'UZ-ANG', state, nil, corrected: nil }],
});
const days = [day('2017-09-01', 'on_time', true), day('2017-09-02', 'missing'), day('2017-09-03', 'late')];

const OWN = [
  { unit: 'UZ-ANG', day: '2017-09-02' },
  { unit: 'UZ-ANG', day: '2017-09-03', state: 'returned' },
];
const ANALYST = parseActingParty('ocu_analyst/lee');
const ME = (party: string) => {
  const found = parseActingParty(party);
  if (!found) throw new Error(party);
  const { person: name, ...role } = found;
  return { name, language: 'en' as const, roles: [{ operation: 'check-i', ...role }] };
};
const CLOSED = new Set(['2017-09-01', '2017-09-02']);

const home = (language: 'en' | 'ru', content = {}): string => {
  const operations = [
    {
      ...{ party: ANALYST, plan, days, own: [] },
      ...{ bulletins: [bulletin(1, true), bulletin(2, false)], ...content },
    },
  ];
  const view = homeView({ language, countries, operations });
  return renderPage({ name: 'home', language, title: 'T', path: '/', content: view });
};

describe.each(LANGUAGES)('the pages in %s', (language) => {
  it('have no slip of typography', () => {
    const board = boardView(plan, days, CLOSED, language);
    const pages = [
      home(language),
      home(language, { days: undefined, bulletins: [], own: OWN }),
      home(language, { days: undefined, own: undefined }),
      renderPage({ name: 'board', language, title: 'T', path: '/', content: board }),
    ];
    for (const page of pages) {
      const text = visibleText(page).replaceAll('Check <I>', '');
      expect(findTypographyProblems(text, language)).toEqual([]);
    }
  });

  it('hold no script, no style and nothing unescaped', () => {
    const page = home(language);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|<I>/);
  });
});

describe('the home page', () => {
  it('links every file of an issued bulletin and the previews of a draft', () => {
    const links = [...home('en').matchAll(/href="([^"]*bulletins[^"]*)"/g)].map(
      ([, href]) => href?.split('/bulletins/')[1],
    );
    expect(links).toEqual([
      ...['2/revisions/0/preview.en.html', '2/revisions/0/preview.ru.html'],
      ...['en.html', 'en.pdf', 'ru.html', 'ru.pdf', 'json'].map(
        (file) => `1/revisions/0/files/bulletin.${file}`,
      ),
    ]);
  });

  it('shows a unit its own reports with their pages in the place of the coverage of all', () => {
    const html = home('en', { days: undefined, own: OWN, bulletins: [bulletin(2, true)] });
    expect(html).not.toContain('Coverage of the newest days');
    expect(html).toMatch(/UZ-ANG\/report\?lang&#x3D;en&amp;day&#x3D;2017-09-02">missing: the day is closed/);
    expect(html).toMatch(/day&#x3D;2017-09-03">returned for correction/);
  });

  const withReportsRefused = (status: number, code: string) => {
    const api = {
      operations: async () => ({ operations: [{ code: 'check-i' }] }),
      operation: async () => ({ plan }),
      bulletins: async () => ({ bulletins: [bulletin(1, true)] }),
      dailyReport: async () => Promise.reject(new ProblemError(status, code)),
    };
    return readHome({ api: api as unknown as PartyApi, me: ME('pcu_officer:UZ-ANG/karimov') });
  };

  it.each([
    [404, 'operation-unknown'],
    [503, 'unavailable'],
  ])('says that the own reports cannot be read (%d), and shows the rest', async (status, code) => {
    const [content] = await withReportsRefused(status, code);
    const html = home('en', content);
    expect(html).toContain('They cannot be shown now.');
    expect(html).toContain('bulletin.en.pdf');
    expect(html).not.toContain('<table aria-labelledby="own-check-i">');
  });

  it('does not hide a fault behind the own reports', async () => {
    await expect(withReportsRefused(500, 'internal')).rejects.toMatchObject({ status: 500 });
  });

  it.each([
    [1, 5],
    [4, 3],
    [9, 1],
    [20, 1],
  ])('reads few histories for %d units: %d days', async (units, count) => {
    const api = { dailyReport: async () => undefined } as unknown as PartyApi;
    const all = Array.from({ length: units }, (_, at) => ({ id: `U${at}` })) as unknown as PlanUnit[];
    const five = daysFromTo('2017-09-01', '2017-09-05');
    const own = await readOwnReports(api, 'check-i', all, five);
    expect([...new Set(own.map((report) => report.day))]).toEqual(five.slice(-count));
    expect(own.length).toBeLessThanOrEqual(12);
  });

  it('has no link to a draft for a party that may not read it', () => {
    const party = parseActingParty('participant:UZ/reader');
    const html = home('en', { party, days: undefined });
    expect(html).not.toContain('preview.en.html');
    expect(html).toContain('bulletin.en.pdf');
  });

  it('links what a bulletin is verified with: its manifest and signature where it is signed, and the keys', () => {
    const signed = { ...bulletin(3, true), manifestHash: 'f'.repeat(64) };
    for (const language of LANGUAGES) {
      const page = home(language, { bulletins: [bulletin(1, true), signed] });
      const links = [...page.matchAll(/href="[^"]*\/bulletins\/([^"]*manifest[^"]*)"/g)].map(([, to]) => to);
      expect(links).toEqual(['json', 'jws'].map((part) => `3/revisions/0/files/manifest.${part}`));
      expect(page).toContain('<a href="/api/bulletin/keys">');
    }
  });

  it('orders countries by the language', () => {
    expect(home('en')).toContain('Azerbaijan and Uzbekistan');
    expect(home('ru')).toContain('Азербайджан и\u00a0Узбекистан');
  });

  it('says which role the reader has', () => {
    expect(home('ru')).toMatch(/Ваша роль<\/dt><dd>аналитик координационной группы операции/);
    expect(home('en')).toMatch(/Your role<\/dt><dd>analyst of the Operation Coordination Unit/);
  });

  it('tells whoever has no role whom to ask', () => {
    const view = homeView({ language: 'en', countries, operations: [] });
    const html = renderPage({ name: 'home', language: 'en', title: 'T', path: '/', content: view });
    expect(html).toContain('You have no role in an operation.');
  });
});

describe('a role in words', () => {
  it.each([
    ['contact_point:UZ/a', 'national contact point, Uzbekistan'],
    ['pcu_officer:UZ-ANG/a', 'Port Control Unit, UZ-ANG'],
    ['administrator/a', 'administrator'],
  ])('is %s as “%s”', (party, words) => {
    expect(partyInWords(parseActingParty(party)!, countries, 'en')).toBe(words);
  });
});

describe('the pages of sign-in and of the account', () => {
  const refusal = {
    ...{ status: 401, code: 'x', title: 'Refused', detail: 'Because of <b>.' },
    messages: ['one', 'one'],
  };
  const session = { id: 'a', createdAt: '2026-01-01T10:00:00.000Z', lastSeenAt: '2026-01-01T11:00:00.000Z' };
  const me = ME('contact_point:UZ/saidov');
  const pages = (language: 'en' | 'ru') => {
    const entry = { name: 'ocu-head', role: 'ocu_head' as const };
    const signIn = { language, to: '/x?a=1&b=2', demonstration: [entry], countries };
    const sessions = [
      { ...session, agent: 'Firefox', isThis: true },
      { ...session, id: 'b', agent: '', isThis: false },
    ];
    const open = { name: 'saidov', totpSecret: 'ABCDEFGHIJ', totpUri: 'otpauth://totp/x' };
    return [
      ['sign-in', signInView({ ...signIn, notice: 'ended' })],
      ['sign-in', signInView({ ...signIn, notice: 'signed_out' })],
      ['sign-in', signInView({ ...signIn, challenge: 'c' })],
      ['invitation', invitationView({ step: 'token' }, language)],
      ['invitation', invitationView({ step: 'accept', token: 't', invitation: open }, language)],
      ['invitation', invitationView({ step: 'done', recoveryCodes: ['A-B'] }, language)],
      ['account', accountView({ language, me, sessions, countries, recoveryCodes: ['A-B'] })],
      ['account', accountView({ language, me: { ...me, roles: [] }, sessions, countries, done: 'password' })],
    ] as const;
  };
  const html = (language: 'en' | 'ru', reader = 'saidov') =>
    pages(language).map(([name, content]) =>
      renderPage({ name, language, title: 'T', path: '/', reader, content }),
    );

  it.each(LANGUAGES)('have no slip of typography and no script in %s', (language) => {
    for (const page of html(language)) {
      expect(findTypographyProblems(visibleText(page), language)).toEqual([]);
      expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    }
  });

  it('say a refusal once, escaped, and in the place of a notice', () => {
    const view = signInView({
      ...{ language: 'en', to: '/', demonstration: [], countries },
      ...{ notice: 'ended', name: 'a"b', refusal },
    });
    const page = renderPage({ name: 'sign-in', language: 'en', title: 'T', path: '/', content: view });
    expect(page).toContain('<p>Because of &lt;b&gt;.</p>');
    expect(page.match(/<li>one<\/li>/g)).toHaveLength(1);
    expect(page).toContain('value="a&quot;b"');
    expect(page).not.toContain('Your session has ended');
  });

  it('show the key of the authenticator in groups of four, and its address as a link', () => {
    const page = html('en')[4];
    expect(page).toContain('ABCD EFGH IJ');
    expect(page).toContain('href="otpauth://totp/x"');
  });

  it('name the reader on top, with the way out', () => {
    expect(html('ru', 'ivanov')[6]).toMatch(/Моя учётная запись: ivanov.*\/sign-out\?lang/s);
    expect(home('en')).not.toContain('/sign-out');
  });
});

describe('the way back after signing in', () => {
  it.each(['/', '/check?lang=ru', '/operations/a/units/UZ-ANG/report?lang=en&day=2017-09-05'])(
    'may be %s',
    (path) => {
      expect(returnPath(path)).toBe(path);
    },
  );

  it.each([
    ...['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '', undefined],
    ...['/sign-in', '/sign-out?x', '/api/identity/me', '/x\n', ['/a', '/b'], `/${'a'.repeat(500)}`],
    ...['/.//evil.example', '/\t/evil.example', '/a/..//evil.example'],
  ])('is home in place of %p', (path) => {
    expect(returnPath(path)).toBe('/');
  });
});

describe('the days of the own reports', () => {
  const at = (instant: string) => ({ now: () => instant });

  it('are the last ones of a running operation, else those around the newest bulletin or the first', () => {
    expect(ownDays(plan, [], at('2017-09-12T23:00:00.000Z')).map((date) => date.slice(8))).toEqual([
      '09',
      '10',
      '11',
      '12',
      '13',
    ]);
    expect(ownDays(plan, [bulletin(4, true)], at('2026-01-01T00:00:00.000Z'))[0]).toBe('2017-09-02');
    expect(ownDays(plan, [], at('2026-01-01T00:00:00.000Z')).at(-1)).toBe('2017-09-05');
  });
});

describe('coverage', () => {
  it('is looked for around the newest bulletin, inside the operation', () => {
    expect(newestDays(plan, [])).toEqual(['2017-09-01', '2017-09-02', '2017-09-03']);
    expect(newestDays(plan, [bulletin(4, true), bulletin(5, false)])).toEqual(
      ['03', '04', '05', '06', '07'].map((number) => `2017-09-${number}`),
    );
  });

  it('is shown for the newest day with a report when the days around the newest bulletin have none', async () => {
    const answers = (reported: string) => ({
      operations: async () => ({ operations: [{ code: 'check-i' }] }),
      operation: async () => ({ plan }),
      bulletins: async () => ({ bulletins: [bulletin(1, true)] }),
      operationDays: async () => ({
        days: daysFromTo(plan.firstDay, plan.lastDay).map((date) =>
          day(date, date === reported ? 'with_contact_point' : 'missing'),
        ),
      }),
    });
    const read = async (reported: string): Promise<string[]> => {
      const [operation] = await readHome({
        api: answers(reported) as unknown as PartyApi,
        me: ME('ocu_analyst/lee'),
      });
      return (operation?.days ?? []).map(({ operationDay }) => operationDay.slice(8));
    };
    expect(await read('2017-09-02')).toEqual(['01', '02', '03']);
    expect(await read('2017-09-15')).toEqual(['13', '14', '15', '16', '17']);
    expect(await read('')).toEqual(['01', '02', '03']);
  });

  it('is counted for days that have a report', () => {
    expect(coverageTable(days, 'en')).toEqual({
      days: ['1 Sep 2017', '3 Sep 2017'],
      rows: [
        { state: 'on time', counts: [1, 0] },
        { state: 'after the cut-off', counts: [0, 1] },
      ],
    });
  });

  it('marks what the contact point holds and what the coordination unit asks about', () => {
    const marked = [{ ...days[0]!, units: [{ ...days[0]!.units[0]!, held: true, queried: true }] }];
    const page = renderPage({
      ...{ name: 'board' as const, language: 'en' as const, title: 'T', path: '/' },
      content: boardView(plan, marked, CLOSED, 'en'),
    });
    expect(page).toContain('held by the contact point, question of the coordination unit</span>');
  });

  it('stands on the board as symbol and as text', () => {
    const content = boardView(plan, days, CLOSED, 'en');
    const page = renderPage({ name: 'board', language: 'en', title: 'T', path: '/', content });
    expect(page).toContain(
      '<span aria-hidden="true">●0*</span><span class="hidden">on time, nil report, corrected</span>',
    );
    expect(page).toContain('<td class="state">0/1</td>');
    expect(page).toContain('<th scope="colgroup" colspan="3">September 2017</th>');
    expect(page).toContain('<span class="hidden">missing: the day is closed</span>');
  });
});
