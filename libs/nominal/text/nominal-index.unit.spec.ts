import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { NominalIndex } from './nominal-index.domain.js';
import { type NominalKind } from './nominal-kinds.js';
import { nominalValues } from './nominal-values.domain.js';

const line = (more: Partial<ControlLine>): ControlLine => ({
  ...{ lineId: 'l1', transportKind: 'container', number: 'TCNU 1', regime: 'transit' },
  ...{ goods: [{ declaredText: 'soap' }], destination: 'AF', outcome: 'released' },
  ...more,
});
const indexOf = (values: readonly (readonly [NominalKind, string])[]) =>
  new NominalIndex(values.map(([kind, value]) => ({ kind, value, unit: 'UZ-CHU' })));
const finds = (kind: NominalKind, value: string, text: string) =>
  indexOf([[kind, value]]).find(text).length > 0;

describe('the nominal values of a report', () => {
  it('are names, plates and numbers of its lines, each once', () => {
    const more = {
      number: 'csqu 305438-3',
      parent: '52341234',
      plates: ['01 A 123 BC', '01А123ВС'],
      consignor: { name: 'ООО «Азот»' },
      consignee: { name: 'Kabul Textile LLC' },
      document: { kind: 'smgs' as const, number: 'AB 778899' },
      sealsFound: ['S-100200'],
      sealsApplied: ['S-100201'],
      reloadedTo: 'KBL 5566',
      preExportNotification: 'none',
      warningNumber: 'W-2017-15',
    };
    const lines = [line(more), line({ ...more, transportKind: 'truck', number: '10 777 AAA' })];
    expect(nominalValues({ lines }).map(({ kind, folded }) => `${kind} ${folded}`)).toEqual([
      'consignee KABULTEXTILE',
      'consignor AЗOT',
      'document_number AB778899',
      'plate 01A123BC',
      'plate 10777AAA',
      'plate KBL5566',
      'seal S100200',
      'seal S100201',
      'transport_number 52341234',
      'transport_number CSQU3054383',
      'warning_number W201715',
    ]);
    expect(nominalValues({})).toEqual([]);
  });

  it.each(['none', 'нет данных', 'б/н', 'неизвестно', 'физическое лицо', '-', 'и'])(
    'do not hold "%s", which names nothing',
    (words) => {
      expect(nominalValues({ lines: [line({ number: words, consignor: { name: words } })] })).toEqual([]);
    },
  );

  it('do not hold a number of three digits', () => {
    expect(nominalValues({ lines: [line({ number: '123', sealsFound: ['S12', '7'] })] })).toEqual([
      { kind: 'seal', value: 'S12', folded: 'S12' },
    ]);
  });
});

describe('a company name', () => {
  it.each([
    ['ООО «Навоиазот»', 'Груз отправлен предприятием Навоиазот.'],
    ['Навоиазот ООО', 'груз НАВОИАЗОТа, досмотрен'],
    ['ООО «Ташкентский завод»', 'у Ташкентского завода'],
    ['Королёв и Ко', 'груз Королев и Ко'],
    ['ООО «Зелёный»', 'у «Зеленого»'],
    ['АО «Нефтехимия»', 'партия Нефтехимии'],
    ['Kabul Textile L.L.C.', 'goods of KABUL-TEXTILE'],
    ['LLC Kabul Textile', 'goods of kabultextile.'],
    ['МЧЖ «Oʻzbek yoʻli»', "O'zbek yo'li yuki"],
    ['KOMETA', 'фирма «Комета»'],
    ['ABC LLC', 'goods of ABC were released'],
    ['شرکت کابل', 'محموله شركت كابل'],
  ])('%s is found in: %s', (name, text) => expect(finds('consignor', name, text)).toBe(true));

  it.each([
    ['ООО «Азот»', 'азотная кислота'],
    ['АО «Восток»', 'восточное направление'],
    ['ABC LLC', 'the A B C of it, and ABCD'],
    ['Orient LLC', 'the oriental route'],
    ['Kabul Textile LLC', 'textile goods to Kabul'],
    ['Textile of the North', 'textile of'],
  ])('%s is not found in: %s', (name, text) => expect(finds('consignor', name, text)).toBe(false));

  it('that is a legal form and nothing else is compared whole', () => {
    expect(finds('consignor', 'SAN CO', 'goods of San Co')).toBe(true);
    expect(finds('consignor', 'SAN CO', 'the company Sana')).toBe(false);
  });
});

describe('a number', () => {
  it.each<[NominalKind, string, string]>([
    ['transport_number', 'CSQU3054383', 'контейнер№СSQU 305438-3'],
    ['transport_number', 'CSQU3054383', 'containercsqu3054383was opened'],
    ['plate', '01A123', 'truck 01-а-123'],
    ['seal', '12345', '№12345'],
    ['plate', 'KBL 5566', 'KBL ۵۵۶۶ پلاک'],
    ['seal', 'S9', 'seal S9 was whole'],
  ])('of kind %s, %s, is found in: %s', (kind, value, text) => expect(finds(kind, value, text)).toBe(true));

  it.each<[NominalKind, string, string]>([
    ['seal', '2345', 'weight 12345 kg'],
    ['seal', 'S9', 'column S 9'],
    ['plate', 'AB12', 'AB123'],
  ])('of kind %s, %s, is not found in: %s', (kind, value, text) =>
    expect(finds(kind, value, text)).toBe(false),
  );
});

describe('a value planted in a text', () => {
  const LATIN = 'ABEKMHOPCTYX';
  const CYRILLIC = 'АВЕКМНОРСТУХ';
  const numbers = fc
    .tuple(fc.stringMatching(/^[A-Z]{2,4}$/), fc.stringMatching(/^[0-9]{4,9}$/))
    .map((parts) => parts.join(''));
  const names = fc
    .array(fc.constantFrom('Navoi', 'Азот', 'Комета', 'Kabul', 'Textile', 'Нефтехим', 'Sugd'), {
      minLength: 1,
      maxLength: 3,
    })
    .map((words) => words.join(' '));
  const words = fc.array(fc.constantFrom('груз', 'досмотрен', 'without', 'remarks', '12', 'кг', '—', 'на'));

  /** Another spelling of the value: case, look-alikes, separators between its letters and digits. */
  const spelling = (value: string, choices: readonly number[]) =>
    [...value]
      .map((character, at) => {
        const choice = choices[at % choices.length] ?? 0;
        const cased = choice & 1 ? character.toLowerCase() : character;
        const twin = choice & 2 ? CYRILLIC[LATIN.indexOf(cased)] : undefined;
        return `${twin ?? cased}${choice & 4 ? [' ', '-', '\u00a0', '/', '\u200b', '.'][at % 6] : ''}`;
      })
      .join('');

  it.each<[NominalKind, fc.Arbitrary<string>]>([
    ['transport_number', numbers],
    ['plate', numbers],
    ['consignor', names],
  ])('of kind %s is found in any case, spacing and look-alike spelling', (kind, values) => {
    fc.assert(
      fc.property(
        values,
        fc.array(fc.nat(7), { minLength: 1, maxLength: 20 }),
        words,
        words,
        (value, choices, before, after) => {
          const text = [...before, spelling(value, choices), ...after].join(' ');
          return finds(kind, value, text);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is found at once among ten thousand', () => {
    const values = Array.from({ length: 10_000 }, (_, n) => ['seal', `TCNU${1_000_000 + n}`] as const);
    const index = indexOf(values);
    const text = `${'Грузы досмотрены, замечаний нет. '.repeat(120)} tcnu 100 4321`;
    const start = performance.now();
    for (let n = 0; n < 20; n++) expect(index.find(text).map(({ value }) => value)).toEqual(['TCNU1004321']);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
