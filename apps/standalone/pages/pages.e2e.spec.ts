import { gzipSync } from 'node:zlib';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { LANGUAGES } from '#libs/localization/language.js';
import { describeChromium, launchChromium } from '../../../test/support/chromium.js';
import { codeOf } from '../../cli/commands/show-code.js';
import { startStandaloneProcess, type StandaloneProcess } from '../standalone-process.fixture.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const OPERATION = '/operations/chemical-check-i';
const REPORT = `${OPERATION}/units/UZ-ANG/report?day=2017-09-05`;
const OFFICER = 'officer-uz-ang';
const CONTACT_POINT = 'contact-point-uz';
/** Bytes of page and style sheet, compressed, of a first view (ux: 35 kB). */
const FIRST_VIEW = 35_000;

/** Findings of axe-core, by rule and place. */
async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const result = await page.evaluate<{ violations: { id: string; nodes: { target: string[] }[] }[] }>(
    'axe.run({ resultTypes: ["violations"] })',
  );
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Text of a place, its spaces of every kind as one. */
async function textOf(page: Page, place: string): Promise<string> {
  return ((await page.textContent(place)) ?? '').replace(/\s+/g, ' ');
}

describeChromium('the pages in a browser without JavaScript of their own', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'pages-spec-'));
  // The server's user must be able to pass through.
  chmodSync(scratch, 0o755);
  let standalone: StandaloneProcess;
  let address: string;
  let browser: Browser;

  beforeAll(async () => {
    standalone = startStandaloneProcess(['--port', '0', '--data', path.join(scratch, 'data')]);
    [address, browser] = await Promise.all([standalone.ready(), launchChromium()]);
  }, 200_000);

  afterAll(async () => {
    await browser?.close();
    standalone?.child.kill('SIGTERM');
    await standalone?.ended;
    rmSync(scratch, { recursive: true, force: true });
  }, 120_000);

  const sessions = new Map<string, string>();

  /** A browser in which a demonstration account has signed in. */
  async function as(name: string, width = 1280): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, acceptDownloads: true });
    const value = sessions.get(name) ?? (await demonstrationSession(address, name));
    sessions.set(name, value);
    await context.addCookies([{ name: 'sid', value, url: address }]);
    return context;
  }

  const places = LANGUAGES.flatMap((language) =>
    ['/', REPORT, '/check', '/account', '/sign-in', '/invitation', '/no-such-page'].map((place) => [
      `${place}${place.includes('?') ? '&' : '?'}lang=${language}`,
    ]),
  );

  it.each(places)(
    '%s has nothing that axe-core finds, and no sideways scrolling at 320 px',
    async (place) => {
      const context = await as(OFFICER, 320);
      const page = await context.newPage();
      await page.goto(`${address}${place}`);
      expect(await axeFindings(page)).toEqual([]);
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
      await context.close();
    },
  );

  it.each(LANGUAGES)('show the board to the OCU (%s), on a small screen too', async (language) => {
    const context = await as('ocu-analyst', 320);
    const page = await context.newPage();
    await page.goto(`${address}${OPERATION}?lang=${language}`);
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });

  it('let a person sign in with password and authenticator, and out', async () => {
    const { password, secret } = printedAccount(standalone.output(), 'ocu-head-2');
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${address}/check?lang=ru`);
    expect(await page.title()).toMatch(/^Вход в\sсистему/);
    const first = async (typed: string) => {
      await page.fill('#name', 'ocu-head-2');
      await page.fill('#password', typed);
      await page.click('text=Далее');
    };
    await first('wrong');
    expect(await page.title()).toMatch(/^Ошибка: Вход в\sсистему/);
    expect(await textOf(page, '[role=alert]')).toContain('Имя или пароль указаны неверно');
    expect(await axeFindings(page)).toEqual([]);
    await first(password);
    await page.fill('#code', '000000');
    await page.click('button:has-text("Войти")');
    expect(await textOf(page, '[role=alert]')).toContain('Код не принят');
    expect(await axeFindings(page)).toEqual([]);
    await page.fill('#code', codeOf(secret, new Date().toISOString()));
    await page.click('button:has-text("Войти")');
    expect(await page.title()).toMatch(/^Проверка бюллетеня/);
    expect(await textOf(page, 'header')).toContain('ocu-head-2');
    await page.click('header >> text=Выйти');
    expect(await textOf(page, '[role=status]')).toBe('Выход выполнен.');
    await page.goto(`${address}/account`);
    expect(await page.title()).toMatch(/^Sign in/);
    await context.close();
  }, 60_000);

  it('let a person end another session, and take no form of another site', async () => {
    const other = `sid=${await demonstrationSession(address, 'ocu-analyst-2')}`;
    const context = await as('ocu-analyst-2');
    const page = await context.newPage();
    await page.goto(`${address}/account?lang=en`);
    await page.click('text=End all others');
    expect(await textOf(page, '[role=status]')).toContain('Your other sessions have ended.');
    const ended = await fetch(`${address}/`, {
      redirect: 'manual',
      headers: { cookie: other, accept: 'text/html' },
    });
    expect(ended.headers.get('location')).toBe('/sign-in?lang=en&to=%2F&ended=1');
    await page.fill('#code', '000000');
    await page.click('text=Make new codes');
    expect(await textOf(page, '[role=alert]')).toContain('The code was not accepted');
    const foreign = {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams(),
    };
    for (const place of ['account', 'sign-in', 'sign-out', 'invitation', 'demonstration'])
      expect((await fetch(`${address}/${place}`, foreign)).status).toBe(403);
    await context.close();
  }, 60_000);

  it('have a first view that a slow line can carry', async () => {
    const cookie = `sid=${await demonstrationSession(address, OFFICER)}`;
    const [home, style] = await Promise.all(
      ['/?lang=ru', '/assets/pages.css'].map(async (place) =>
        (await fetch(`${address}${place}`, { headers: { cookie } })).text(),
      ),
    );
    expect(gzipSync(home ?? '').length + gzipSync(style ?? '').length).toBeLessThan(FIRST_VIEW);
  });

  it('say that a file which nobody issued is none of a bulletin, and how to check without the page', async () => {
    const context = await as(OFFICER, 320);
    const page = await context.newPage();
    await page.goto(`${address}/?lang=ru`);
    await page.click('text=Проверка бюллетеня');
    await page.click('text=Проверить');
    expect(await textOf(page, '[role=alert]')).toContain('Нечего проверять');
    await page.setInputFiles('#file', {
      name: 'bulletin-005.ru.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('x'),
    });
    await page.click('text=Проверить');
    expect(await page.title()).toMatch(/^Ошибка: Проверка бюллетеня/);
    expect(await textOf(page, '[role=alert]')).toContain('Файл не относится к изданным бюллетеням');
    expect(await textOf(page, '[role=alert]')).toContain(
      '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
    );
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });

  it('let an officer take the sheet, check it and send it, and the contact point forward it', async () => {
    const officer = await as(OFFICER);
    const page = await officer.newPage();
    await page.goto(`${address}${REPORT}&lang=ru`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Скачать форму')]);
    const sheet = path.join(scratch, 'sheet.xlsx');
    await download.saveAs(sheet);

    await page.setInputFiles('#file', sheet);
    await page.click('text=Только проверить');
    expect(await page.title()).toMatch(/^Ошибка: /);
    expect(await textOf(page, '[role=alert]')).toMatch(/Форма не принята .*B7/);
    expect(await axeFindings(page)).toEqual([]);

    await page.setInputFiles('#file', sheet);
    const [commented] = await Promise.all([page.waitForEvent('download'), page.click('text=с примечаниями')]);
    expect(commented.suggestedFilename()).toBe('UZ-ANG_checked.xlsx');

    await fillNilReport(sheet);
    await page.setInputFiles('#file', sheet);
    await page.click('text=Только проверить');
    expect(await textOf(page, '[role=status]')).toContain('она станет редакцией 1.');
    expect(await textOf(page, '[role=status]')).toContain('Отчёт пока не направлен.');
    expect(await textOf(page, 'main')).toContain('Отчёт за этот день не направлялся.');
    await page.setInputFiles('#file', sheet);
    await page.click('text=Отправить');
    expect(await textOf(page, '[role=status]')).toContain('Отчёт принят, редакция 1.');
    await page.setInputFiles('#file', sheet);
    await page.click('text=Отправить');
    expect(await textOf(page, '[role=status]')).toContain('уже был принят ранее, редакция 1.');
    expect(await axeFindings(page)).toEqual([]);
    await officer.close();

    const contactPoint = await as(CONTACT_POINT);
    const forwarding = await contactPoint.newPage();
    await forwarding.goto(`${address}${REPORT}&lang=en`);
    expect(await textOf(forwarding, 'details[open]')).toMatch(/Content of revision 1.* nil report/);
    expect(await axeFindings(forwarding)).toEqual([]);
    await forwarding.click('text=Return or hold revision 1');
    await forwarding.fill('#back-text', 'Was the post open?');
    await forwarding.click('button[value=hold]');
    expect(await textOf(forwarding, '[role=status]')).toContain('Revision 1 is held.');
    expect(await textOf(forwarding, '.steps')).toMatch(/held national contact point, .* Was the post open\?/);
    await forwarding.click('text=Forward revision 1');
    expect(await textOf(forwarding, '[role=status]')).toContain('Revision 1 is forwarded.');
    expect((await forwarding.reload())?.status()).toBe(200);
    expect(await textOf(forwarding, 'table')).toContain('forwarded');
    expect(await forwarding.locator('text=Forward revision').count()).toBe(0);
    await contactPoint.close();
  }, 180_000);
});

/** The session of a demonstration account, as its button begins one. */
async function demonstrationSession(address: string, name: string): Promise<string> {
  const body = new URLSearchParams({ name });
  const answer = await fetch(`${address}/demonstration`, { method: 'POST', body, redirect: 'manual' });
  const token = /^sid=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
  if (token === undefined) throw new Error(`${name} is not signed in: ${answer.status}`);
  return token;
}

/** What the first start printed of an account. */
function printedAccount(output: string, name: string): { password: string; secret: string } {
  const [, password = '', secret = ''] =
    new RegExp(`^  ${name} +(\\S+) +([A-Z2-7]{32})$`, 'm').exec(output) ?? [];
  return { password, secret };
}

/** Fills the sheet in as a day without traffic, prepared in the evening. */
async function fillNilReport(file: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const [report] = workbook.worksheets;
  if (!report) throw new Error('The sheet has no first page.');
  report.getCell('B5').value = 'nil';
  report.getCell('B6').value = 'no_traffic';
  report.getCell('B7').value = '18:30';
  await workbook.xlsx.writeFile(file);
}
