import { describe, expect, it } from '@jest/globals';
import { type ControlLine, type GoodsLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { KABUL, toldOf } from '../../testing/told-findings.js';

const goodsOf = (more: Partial<GoodsLine>): Partial<ControlLine> => ({
  goods: [{ declaredText: 'x', ...more }],
});
const check = (line: Partial<ControlLine>, code: string, operationDay = '2017-09-05') =>
  toldOf(aSubmission({ operationDay, lines: [aLine(line)] }), [code], KABUL);

describe('control of a chemical', () => {
  const field = 'lines[0].goods[0].chemical';
  it.each([
    ['acetone', '2017-09-05', [`${field} chemical.controlled [II 1990-11-11]`]],
    ['npp', '2017-10-17', [`${field} chemical.not-yet-controlled [I 2017-10-18]`]],
    ['npp', '2017-10-18', [`${field} chemical.controlled [I 2017-10-18]`]],
    ['anpp', '2017-09-05', [`${field} chemical.not-yet-controlled [I 2017-10-18]`]],
    ['acetic_acid', '2017-09-05', []],
    ['none', '2017-09-05', [`${field} chemical.unknown`]],
  ])('of %s on %s', (chemical, day, expected) => {
    expect(check(goodsOf({ chemical }), 'chemical.', day)).toEqual(expected);
  });
});

describe('a pre-export notification', () => {
  const missing = ['lines[0].preExportNotification pen.missing [acetic_anhydride]'];
  it.each<[string, string | undefined, string, string[]]>([
    ['acetic_anhydride', undefined, '2017-09-05', missing],
    ['acetic_anhydride', ' None', '2017-09-05', missing],
    ['acetic_anhydride', 'PEN-1', '2017-09-05', []],
    ['acetone', undefined, '2017-09-05', []],
    ['npp', undefined, '2017-09-05', []],
    ['npp', undefined, '2017-10-18', ['lines[0].preExportNotification pen.missing [npp]']],
  ])('of %s, given as %p on %s', (chemical, preExportNotification, day, expected) => {
    const line = {
      ...goodsOf({ chemical }),
      ...(preExportNotification !== undefined && { preExportNotification }),
    };
    expect(check(line, 'pen.', day)).toEqual(expected);
  });
});

describe('quantities', () => {
  it('that no truck carries', () => {
    const goods = [
      { declaredText: 'x', net: { amount: '68250', unit: 't' as const } },
      { declaredText: 'x', gross: { amount: '60001', unit: 'kg' as const } },
    ];
    expect(check({ transportKind: 'truck', goods }, 'quantity.above')).toEqual([
      'lines[0].goods[0].net quantity.above-payload [> 60000 kg]',
      'lines[0].goods[1].gross quantity.above-payload [> 60000 kg]',
    ]);
  });

  it('of which mass and volume do not fit, told once for each good', () => {
    const litres = { amount: '15520', unit: 'L' as const };
    const goods = {
      chemical: 'acetic_anhydride',
      gross: { amount: '1700', unit: 'kg' as const },
      net: litres,
    };
    const expected = ['lines[0].goods[0].net quantity.density-differs [0.11 ≠ 1.08 kg/L]'];
    expect(check(goodsOf({ ...goods, measured: litres }), 'quantity.density')).toEqual(expected);
    expect(check(goodsOf({ ...goods, chemical: 'iodine' }), 'quantity.density')).toEqual([]);
  });
});

describe('a post of exit', () => {
  it.each([
    ['AFTRM', ['unlocode.unknown']],
    ['kz aau', []],
    ['KZ AAU', ['unlocode.other-country']],
    ['Torkham', []],
    ['KABUL', []],
    ['ТЕРМЕЗ', []],
    ['AF-1', []],
  ])('%s', (postOfExit, codes) => {
    const expected = codes.map((code) => `lines[0].route.postOfExit ${code}`);
    expect(check({ route: { postOfExit } }, 'unlocode.')).toEqual(expected);
  });
});
