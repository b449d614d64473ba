import { describe, expect, it } from '@jest/globals';
import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { aFullDay, aRevisedDay, aSupplementaryDay } from '../testing/a-full-day.js';
import { aCase, aSnapshot } from '../testing/a-snapshot.js';
import { approved, recordedFingerprint } from '../testing/golden.js';
import { poppler } from '../testing/poppler.js';
import { RENDER_OPTIONS } from '../testing/render-options.js';
import { aUnit } from '../testing/units.js';
import { renderBulletin, renderBulletins } from './render-bulletin.js';
import { RENDERER_VERSION } from './renderer-version.js';
import type { RenderedFile } from './rendering.types.js';
import { wordCount } from './view-model/plain-text.js';

const rendered = new Map<string, Promise<RenderedFile[]>>();

/** Each day is rendered once for all tests that look at it. */
function render(snapshot: DaySnapshot): Promise<RenderedFile[]> {
  const key = canonicalJson(snapshot);
  const files = rendered.get(key) ?? renderBulletin(snapshot, RENDER_OPTIONS);
  rendered.set(key, files);
  return files;
}

function named(files: readonly RenderedFile[], name: string): RenderedFile {
  const file = files.find((one) => one.name === name);
  if (!file) throw new Error(`${name} is not among ${files.map((one) => one.name).join(', ')}`);
  return file;
}

const textOf = (pdf: RenderedFile, ...args: string[]) => poppler('pdftotext', [...args, '-', '-'], pdf.bytes);
const firstPage = (pdf: RenderedFile) => textOf(pdf, '-f', '1', '-l', '1', '-layout');
const LANGUAGES = ['en', 'ru'] as const;

describe('renderBulletin', () => {
  it('makes the five files with their hashes', async () => {
    const files = await render(aFullDay());
    expect(files.map(({ name, language, format }) => [name, language, format])).toEqual([
      ['bulletin.en.html', 'en', 'html'],
      ['bulletin.en.pdf', 'en', 'pdf'],
      ['bulletin.ru.html', 'ru', 'html'],
      ['bulletin.ru.pdf', 'ru', 'pdf'],
      ['bulletin.json', 'mul', 'json'],
    ]);
    for (const file of files) expect(file.sha256).toBe(sha256Hex(file.bytes));
  });

  it('gives the snapshot as data, with its hash', async () => {
    const { bytes } = named(await render(aFullDay()), 'bulletin.json');
    const content = JSON.parse(bytes.toString('utf8')) as { snapshot: DaySnapshot; snapshotHash: string };
    expect(content.snapshot).toEqual(aFullDay());
    expect(content.snapshotHash).toBe(sha256Hex(canonicalJson(aFullDay())));
    expect(canonicalJson(content)).toBe(bytes.toString('utf8'));
  });

  it('gives the same bytes from every process, alone or in a batch', async () => {
    const [once, again] = [await render(aFullDay()), await renderBulletin(aFullDay(), RENDER_OPTIONS)];
    const batch = await renderBulletins(
      [aSnapshot().build(), aFullDay()].map((snapshot) => ({ snapshot, options: RENDER_OPTIONS })),
    );
    const hashes = (files: readonly RenderedFile[] = []) => files.map(({ sha256 }) => sha256);
    expect(hashes(again)).toEqual(hashes(once));
    expect(hashes(batch[1])).toEqual(hashes(once));
    expect(hashes(batch[0])).not.toEqual(hashes(once));
  });

  it('renders nothing when a printed sum would be false', async () => {
    const day = aFullDay();
    await expect(render({ ...day, day: { ...day.day, controls: 1 } })).rejects.toMatchObject({
      code: 'figures-disagree',
    });
  });
});

const GOLDEN = { bulletin: aFullDay(), revised: aRevisedDay(), supplementary: aSupplementaryDay() };

describe.each(Object.entries(GOLDEN))('the golden files of %s', (name, day) => {
  it.each(LANGUAGES)('are what the day gives (%s)', async (language) => {
    const files = await render(day);
    const html = named(files, `bulletin.${language}.html`).bytes.toString('utf8');
    expect(html).toBe(approved(`${name}.${language}.html`, html));
    const text = textOf(named(files, `bulletin.${language}.pdf`), '-layout');
    if (text !== undefined) expect(text).toBe(approved(`${name}.${language}.pdf.txt`, text));
  });
});

describe('the version of the renderer', () => {
  it('is raised when other bytes come out of the same data (see testing/golden.ts)', async () => {
    const options = { ...RENDER_OPTIONS, rendererVersion: RENDERER_VERSION };
    const days = Object.values(GOLDEN).map((snapshot) => ({ snapshot, options }));
    const files = (await renderBulletins(days)).flat();
    const fingerprint = sha256Hex(files.map(({ sha256, name }) => `${sha256} ${name}`).join('\n'));
    const version = `renderer ${RENDERER_VERSION}, reference data ${options.referenceData.version}`;
    expect(recordedFingerprint(version, fingerprint)).toBe(fingerprint);
  });
});

describe.each(LANGUAGES)('the PDF (%s)', (language) => {
  const pdf = async (snapshot = aFullDay()) => named(await render(snapshot), `bulletin.${language}.pdf`);

  it('declares PDF/UA-1, its language and the instant of issue', async () => {
    const raw = (await pdf()).bytes.toString('latin1');
    expect(raw).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(raw).toContain(`/Lang (${language})`);
    expect(raw).toMatch(/\/CreationDate \(D:20170906044200/);
  });

  it('is tagged: title, headings, header cells, drawings with words, embedded fonts', async () => {
    const file = await pdf();
    const info = poppler('pdfinfo', ['-'], file.bytes);
    if (info === undefined) return;
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/Title: .*[\u00a0 ]12\b/);
    const structure = poppler('pdfinfo', ['-struct', '-'], file.bytes) ?? '';
    const count = (pattern: RegExp) => structure.match(pattern)?.length ?? 0;
    expect(count(/^ *H1/gm)).toBe(1);
    expect(count(/^ *H2/gm)).toBe(4);
    expect(count(/^ *H3/gm)).toBeGreaterThan(9);
    expect(count(/^ *TH[ :]/gm)).toBeGreaterThan(40);
    expect(count(/^ *Figure/gm)).toBe(2);
    expect(count(/\/Scope \/Column/g)).toBeGreaterThan(40);
    const fonts = (poppler('pdffonts', ['-'], file.bytes) ?? '').trim().split('\n').slice(2);
    expect(fonts.map((font) => /(\w+-\w+) +CID TrueType +Identity-H +yes yes yes/.exec(font)?.[1])).toEqual([
      'NotoSans-Bold',
      'NotoSans-Regular',
    ]);
  });

  it.each([
    ['a full day', aFullDay()],
    ['a revised edition', aRevisedDay()],
    ['a revised edition with long texts', longRevision()],
    ['a supplementary bulletin', aSupplementaryDay()],
    ['a nil day', aSnapshot().withNil().build()],
    ['a day without any report', aSnapshot().withMissing().build()],
    [
      'a day of many cases',
      aSnapshot()
        .withCases(...manyCases())
        .build(),
    ],
  ])('keeps %s to one first page of at most 250 words', async (_, snapshot) => {
    const file = await pdf(snapshot);
    const page = firstPage(file);
    if (page === undefined) return;
    expect(wordCount(page)).toBeLessThanOrEqual(250);
    const second = textOf(file, '-f', '2', '-l', '2') ?? '';
    expect(second).toMatch(/Annexes|Приложения/);
    expect(page).toMatch(
      /(Cases|Выявленные случаи|Follow-ups|Последующие сведения)[\s\S]*(Page 1|Страница 1)/,
    );
  });
});

/** A revised edition of a day of many cases, whose reason is as long as it may be. */
function longRevision(): DaySnapshot {
  const { revised, ...day } = aRevisedDay();
  if (!revised) throw new Error('The day is not revised.');
  const reason = { en: 'A long reason. '.repeat(60).trim(), ru: 'Длинная причина. '.repeat(60).trim() };
  return { ...day, cases: manyCases(), revised: { ...revised, reason } };
}

function manyCases() {
  const text = {
    en: 'Found by scanning. '.repeat(5).trim(),
    ru: 'Обнаружено при сканировании. '.repeat(5).trim(),
  };
  return Array.from({ length: 30 }, (_, place) =>
    aCase({
      caseId: `UZ-${place}`,
      substance: 'very long substance name '.repeat(8).trim(),
      chemical: 'unknown',
      text,
    }),
  );
}

describe('a big day', () => {
  it('of 40 countries and 400 units is rendered', async () => {
    const codes = Object.keys(RENDER_OPTIONS.referenceData.countryNames).sort().slice(0, 40);
    const units = codes.flatMap((country) =>
      Array.from({ length: 10 }, (_, place) => aUnit(`${country}-P${10 + place}`)),
    );
    const files = await render(aSnapshot().withUnits(units).build());
    const page = firstPage(named(files, 'bulletin.ru.pdf'));
    if (page !== undefined) expect(page).toMatch(/число стран: 40[\s\S]*Страница 1/);
    expect(named(files, 'bulletin.en.html').bytes.length).toBeLessThan(150_000);
  });
});

describe('texts of officers', () => {
  const HOSTILE =
    '#panic("x") *bold* $x^2$ @ref `raw` \\ #read("/etc/passwd") // <b>1</b> {{this}} [#eval("1")] ~ <label>';

  const dayWith = (text: string) =>
    aSnapshot()
      .withCases(aCase({ substance: text, chemical: 'none', text: { en: text, ru: text } }))
      .withAssessment({ en: text, ru: text })
      .build();

  it('have no effect as mark-up in any format', async () => {
    const files = await render(dayWith(HOSTILE));
    const text = textOf(named(files, 'bulletin.en.pdf'))?.replace(/\s+/g, ' ');
    if (text !== undefined) expect(text).toContain(HOSTILE);
    expect(named(files, 'bulletin.en.html').bytes.toString('utf8')).not.toContain('<b>1');
  });

  it('in a script that no font has show a box in the PDF and are reported, and stay whole elsewhere', async () => {
    const files = await render(dayWith('Груз 🛃 ок'));
    expect(named(files, 'bulletin.ru.pdf').charactersWithoutGlyph).toEqual(['🛃']);
    expect(named(files, 'bulletin.ru.html').bytes.toString('utf8')).toContain('Груз 🛃 ок');
    expect(named(files, 'bulletin.json').bytes.toString('utf8')).toContain('Груз 🛃 ок');
    const text = textOf(named(files, 'bulletin.ru.pdf'));
    if (text !== undefined) expect(text).toContain('Груз \ufffd ок');
  });

  it('in Georgian are printed, or boxed and reported where its font is not installed', async () => {
    const pdf = named(await render(dayWith('საქართველო ≥ پاکستان')), 'bulletin.en.pdf');
    const text = textOf(pdf);
    if (text === undefined) return;
    for (const letter of 'საქართველო') {
      expect(text.includes(letter)).toBe(!pdf.charactersWithoutGlyph.includes(letter));
    }
  });
});
