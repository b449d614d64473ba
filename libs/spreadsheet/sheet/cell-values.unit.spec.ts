import { describe, expect, it } from '@jest/globals';
import { readWorkbook, type Cell } from '../read-workbook.js';
import { smallWorkbook, type SmallWorkbook } from '../testing/small-workbook.js';

/** What a cell is read as: its attributes and content as stored. */
async function read(
  attributes: string,
  content: string,
  book: SmallWorkbook = {},
): Promise<Cell | undefined> {
  const rows = `<row r="14"><c r="B14" ${attributes}>${content}</c></row>`;
  const { sheets } = await readWorkbook(smallWorkbook({ ...book, rows }));
  return sheets[0]?.rows.get(14)?.get('B');
}

describe('numbers', () => {
  it.each([
    ['20063.1', '20063.1'],
    ['0', '0'],
    ['-5', '-5'],
    ['68.25', '68.25'],
    ['0.30000000000000004', '0.3'],
    ['20063.099999999999', '20063.1'],
    ['1.8833220000000001E6', '1883322'],
    ['1E-3', '0.001'],
    ['1.5e+20', '150000000000000000000'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', '1234567890123460'],
    [' 7 ', '7'],
    ['5.', '5'],
  ])('%s is %s', async (stored, text) => {
    expect(await read('', `<v>${stored}</v>`)).toEqual({ ref: 'B14', kind: 'number', text });
  });

  it('are no dates for a format that only speaks of days', async () => {
    expect(await read('s="5"', '<v>42979</v>')).toMatchObject({ kind: 'number', text: '42979' });
  });
});

describe('dates', () => {
  const DATE = 1;
  const DATE_TIME = 2;
  const TIME = 3;
  const LONG_DATE = 4;

  it.each([
    [DATE, '42979', '2017-09-01'],
    [LONG_DATE, '42979', '2017-09-01'],
    [DATE, '42979.75', '2017-09-01T18:00'],
    [DATE_TIME, '42979', '2017-09-01T00:00'],
    [DATE_TIME, '42979.604166666664', '2017-09-01T14:30'],
    [DATE_TIME, '42979.999999999', '2017-09-02T00:00'],
    [TIME, '0.60416666666666663', '14:30'],
    [TIME, '1.0208333333333333', '24:30'],
    [TIME, '42979.5', '2017-09-01T12:00'],
    [DATE, '1', '1900-01-01'],
    [DATE, '59', '1900-02-28'],
    [DATE, '60', '1900-02-29'],
    [DATE, '61', '1900-03-01'],
    [DATE, '2958465', '9999-12-31'],
  ])('format %i shows %s as %s', async (style, serial, text) => {
    expect(await read(`s="${style}"`, `<v>${serial}</v>`)).toMatchObject({ kind: 'date', text });
  });

  it.each(['-1', '2958466', '0', '1E+300'])(
    '%s stays a number: Excel shows no date either',
    async (serial) => {
      expect(await read('s="1"', `<v>${serial}</v>`)).toMatchObject({ kind: 'number' });
    },
  );

  it.each([
    ['0', '1904-01-01'],
    ['41517', '2017-09-01'],
  ])('counts %s from 1904 where the workbook does: %s', async (serial, text) => {
    expect(await read('s="1"', `<v>${serial}</v>`, { properties: 'date1904="1"' })).toMatchObject({
      kind: 'date',
      text,
    });
  });

  it.each([
    ['2017-09-01', '2017-09-01'],
    ['2017-09-01T00:00:00', '2017-09-01'],
    ['2017-09-01T14:30:00.000Z', '2017-09-01T14:30'],
  ])('takes the ISO date %s', async (stored, text) => {
    expect(await read('t="d"', `<v>${stored}</v>`)).toMatchObject({ kind: 'date', text });
  });
});

describe('texts', () => {
  it.each([
    ['t="s"', '<v>1</v>', 'goods'],
    ['t="s"', '<v>2</v>', 'ацетангидрид'],
    ['t="s"', '<v>3</v>', '  two\nlines '],
    ['t="s"', '<v>4</v>', 'a\rb_x000D_ & c'],
    ['t="s"', '<v>5</v>', 'base'],
    ['t="inlineStr"', '<is><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r></is>', 'rich text'],
    ['t="inlineStr"', '<is><t><![CDATA[<b>]]></t></is>', '<b>'],
    ['t="str"', '<v>20,063</v>', '20,063'],
    ['t="inlineStr"', `<is><t>${'я'.repeat(4000)}</t></is>`, 'я'.repeat(4000)],
  ])('%s %s', async (attributes, content, text) => {
    const strings =
      '<si><t>number</t></si><si><t>goods</t></si><si><r><t>ацет</t></r><r><t>ангидрид</t></r></si>' +
      '<si><t xml:space="preserve">  two\nlines </t></si><si><t>a_x000D_b_x005F_x000D_ &amp; c</t></si>' +
      '<si><t>base</t><rPh sb="0" eb="1"><t>reading</t></rPh></si>';
    expect(await read(attributes, content, { strings })).toEqual({ ref: 'B14', kind: 'text', text });
  });
});

describe('other values', () => {
  it.each([
    ['t="b"', '<v>1</v>', 'boolean', 'true'],
    ['t="b"', '<v>0</v>', 'boolean', 'false'],
    ['t="e"', '<v>#REF!</v>', 'error', '#REF!'],
  ])('%s %s is %s %s', async (attributes, content, kind, text) => {
    expect(await read(attributes, content)).toEqual({ ref: 'B14', kind, text });
  });

  it.each([
    ['s="1"', ''],
    ['', '<v></v>'],
    ['', '<v/>'],
    ['t="inlineStr"', '<is><t></t></is>'],
    ['t="s"', '<v>0</v>'],
  ])('a blank cell (%s %s) is absent: blank is not zero', async (attributes, content) => {
    expect(await read(attributes, content, { strings: '<si><t/></si>' })).toBeUndefined();
  });
});
