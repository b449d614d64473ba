import { describe, expect, it } from '@jest/globals';
import { completePart, contentOf } from './draft-content.domain.js';
import { type Draft } from './draft.records.js';

const draft = (more: Partial<Draft> = {}): Draft => ({
  ...{ operation: 'tiny', unit: 'AF-KBL', operationDay: '2017-09-05', draftId: 'd', version: 3 },
  ...{ rest: {}, changedAt: '2017-09-05T14:00:00.000Z', changedBy: 'x', lines: [] },
  ...more,
});

describe('the report that a draft amounts to', () => {
  it('was prepared at the last change, told with the offset of the unit on that date', () => {
    expect(contentOf(draft(), 'Asia/Kabul')).toEqual({
      operationDay: '2017-09-05',
      preparedAt: '2017-09-05T18:30:00+04:30',
    });
  });

  it('is a report once it has lines, unless somebody said otherwise', () => {
    const lines = [{ lineId: 'l1', version: 1, author: 'karimov', line: { number: '1' } }];
    expect(contentOf(draft({ lines }), 'Asia/Kabul')).toMatchObject({
      kind: 'report',
      lines: [{ lineId: 'l1', author: 'karimov', number: '1' }],
    });
    const rest = { kind: 'nil', preparedAt: '2017-09-05T10:00:00+04:30' } as const;
    expect(contentOf(draft({ lines, rest }), 'Asia/Kabul')).toMatchObject(rest);
  });
});

describe('the part that can be checked', () => {
  const content = {
    operationDay: '2017-09-05',
    lines: [{ lineId: 'a' }, { lineId: 'b' }, { lineId: 'c' }],
    remarks: [{ text: 'x' }],
  };

  it('leaves out what is unfinished and finds its way back', () => {
    const part = completePart(content, [
      'preparedAt',
      'lines[1].goods',
      'lines[1].number',
      'remarks[0].language',
    ]);
    expect(part.content).toEqual({
      operationDay: '2017-09-05',
      lines: [{ lineId: 'a' }, { lineId: 'c' }],
      remarks: [],
    });
    expect(['lines[0].number', 'lines[1].goods[2].hsAsWritten', 'kind'].map(part.wholePath)).toEqual([
      'lines[0].number',
      'lines[2].goods[2].hsAsWritten',
      'kind',
    ]);
  });

  it('is the whole where nothing is missing', () => {
    expect(completePart(content, []).content).toEqual(content);
  });
});
