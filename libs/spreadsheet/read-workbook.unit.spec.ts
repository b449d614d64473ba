import { describe, expect, it } from '@jest/globals';
import { readWorkbook } from './read-workbook.js';
import { contentTypes, relationships, sheetXml, smallWorkbook } from './testing/small-workbook.js';

describe('readWorkbook', () => {
  it('gives rows and cells by number and letters', async () => {
    const { sheets, date1904 } = await readWorkbook(smallWorkbook());
    expect(date1904).toBe(false);
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatchObject({ name: 'Lines', state: 'visible', merged: [] });
    expect([...(sheets[0]?.rows ?? [])]).toEqual([
      [
        1,
        new Map([
          ['A', { ref: 'A1', kind: 'text', text: 'number' }],
          ['B', { ref: 'B1', kind: 'number', text: '20063.1' }],
        ]),
      ],
    ]);
  });

  it('tells what is hidden and merged', async () => {
    const book = smallWorkbook({
      before:
        '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/><col min="60" max="16384" hidden="true"/></cols>',
      rows: '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3" hidden="0"/>',
      after: '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
    });
    const { sheets } = await readWorkbook(book);
    expect(sheets[0]).toMatchObject({
      hiddenRows: new Set([2]),
      hiddenColumns: new Set(['B', 'C', 'BH', 'BI', 'BJ', 'BK', 'BL']),
      merged: ['A1:C1'],
    });
  });

  it('gives hidden sheets with their state, in the order of the tabs', async () => {
    const { sheets } = await readWorkbook(
      smallWorkbook({
        sheets:
          '<sheet name="Meta" sheetId="7" state="veryHidden" r:id="rId9"/><sheet name="Lines" sheetId="1" r:id="rId1"/>' +
          '<sheet name="Списки" sheetId="3" state="hidden" r:id="rId9"/>',
        furtherRelations: { rId9: ['worksheet', '/xl/worksheets/meta.xml'] },
        parts: {
          'xl/worksheets/meta.xml': sheetXml(
            '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
          ),
        },
      }),
    );
    expect(sheets.map(({ name, state }) => [name, state])).toEqual([
      ['Meta', 'veryHidden'],
      ['Lines', 'visible'],
      ['Списки', 'hidden'],
    ]);
    expect(sheets[0]?.rows.get(2)?.get('A')?.ref).toBe('A2');
    expect(sheets[0]?.rows.get(1)?.get('B')?.text).toBe('2');
  });

  it('reads elements under any prefix', async () => {
    const sheet =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      '<x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const { sheets } = await readWorkbook(smallWorkbook({ parts: { 'xl/worksheets/sheet1.xml': sheet } }));
    expect(sheets[0]?.rows.get(1)?.get('A')?.text).toBe('5');
  });

  it('is not disturbed by formats down to the last row and column', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576" hidden="1"><c r="A1048576" s="1"/></row>';
    const { sheets } = await readWorkbook(smallWorkbook({ rows }));
    expect([...(sheets[0]?.rows.keys() ?? [])]).toEqual([1]);
    expect(sheets[0]?.hiddenRows.size).toBe(0);
  });

  it('is not disturbed by what Excel and officers add without harm', async () => {
    const book = smallWorkbook({
      after:
        '<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>Lists!$A$1:$A$9</formula1></dataValidation></dataValidations>' +
        '<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>A1=1</formula></cfRule></conditionalFormatting>' +
        '<legacyDrawing r:id="rId2"/>',
      parts: {
        '[Content_Types].xml': contentTypes(
          undefined,
          '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>',
        ),
        'xl/': '',
        'xl/worksheets/_rels/sheet1.xml.rels': relationships({
          rId1: ['printerSettings', '../printerSettings/printerSettings1.bin'],
          rId2: ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
          rId3: ['comments', '../comments1.xml'],
          rId4: ['hyperlink', 'mailto:ocu@example.org', 'External'],
        }),
        'xl/printerSettings/printerSettings1.bin': Buffer.alloc(200),
        'xl/drawings/vmlDrawing1.vml': '<xml/>',
        'xl/comments1.xml': '<comments/>',
        'xl/theme/theme1.xml': '<theme/>',
        'xl/media/image1.png': Buffer.alloc(10),
        'docProps/app.xml': '<Properties/>',
        'docProps/thumbnail.wmf': Buffer.alloc(10),
        'customXml/item1.xml': '<a/>',
        'docMetadata/LabelInfo.xml': '<labelList/>',
      },
    });
    expect((await readWorkbook(book)).sheets[0]?.rows.get(1)?.size).toBe(2);
  });

  it('keeps to the limits it is given', async () => {
    const refused = (limits: object) => expect(readWorkbook(smallWorkbook(), { limits })).rejects;
    await refused({ fileBytes: 100 }).toMatchObject({ code: 'too-large' });
    await refused({ parts: 3 }).toMatchObject({ code: 'too-many-parts' });
    await refused({ cells: 1 }).toMatchObject({ code: 'too-many-cells', detail: 'B1', sheet: 'Lines' });
    await refused({ columns: 1 }).toMatchObject({ code: 'too-many-columns', detail: 'B1' });
    await refused({ rows: 0 }).toMatchObject({ code: 'too-many-rows', detail: 'A1' });
    await refused({ cellLength: 5 }).toMatchObject({ code: 'cell-too-long', detail: 'A1' });
    await refused({ processorMilliseconds: 0 }).toMatchObject({ code: 'too-slow' });
    await refused({ sheets: 0 }).toMatchObject({ code: 'too-many-sheets' });
  });
});
