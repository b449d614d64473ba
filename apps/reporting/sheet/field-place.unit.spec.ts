import { describe, expect, it } from '@jest/globals';
import { aLine, aSubmission } from '../testing/a-submission.js';
import { SHEETS } from './columns/column.js';
import { fieldPlace } from './field-place.js';

const goods = [{ declaredText: 'x' }, { declaredText: 'y' }];
const content = aSubmission({
  lines: [aLine({ goods }), aLine({ lineId: 'l 2', number: 'B', goods })],
  counters: [
    { transportKind: 'truck', regime: 'import', profiled: 1, examined: 1 },
    { transportKind: 'truck', regime: 'transit', profiled: 1, examined: 1 },
  ],
});

describe('a field in the words of the sheet', () => {
  it.each([
    ['preparedAt', SHEETS.report, 'B7', 'Prepared at (local time)'],
    ['lines[0].number', SHEETS.lines, 'C3', 'Number as written'],
    ['lines[1].number', SHEETS.lines, 'C5', 'Number as written'],
    ['lines["l 2"].goods[1].declaredText', SHEETS.lines, 'E6', 'Goods'],
    ['counters["truck transit"].profiled', SHEETS.report, 'C19', 'Profiled'],
    ['lines[1]', SHEETS.lines, 'A5', undefined],
  ])('%s stands in %s!%s', (field, sheet, cell, label) => {
    const place = fieldPlace(field, content);
    expect([place?.sheet, place?.cell, place?.label?.en]).toEqual([sheet, cell, label]);
  });

  it('has the record and the words of its codes', () => {
    expect(fieldPlace('lines["l 2"].outcome', content)).toMatchObject({
      ...{ list: 'lines', index: 1 },
      label: { ru: 'Результат' },
      words: { seized: ['seized', 'изъятие'] },
    });
  });

  it('is not made up for what the sheet does not have', () => {
    expect(fieldPlace('submissionId', content)).toBeUndefined();
    expect(fieldPlace('lines["gone"].number', content)).toBeUndefined();
    expect(fieldPlace('lines[7].number', content)).toBeUndefined();
  });
});
