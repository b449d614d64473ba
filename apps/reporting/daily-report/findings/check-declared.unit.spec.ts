import { describe, expect, it } from '@jest/globals';
import { type ControlLine, type GoodsLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { toldOf } from '../../testing/told-findings.js';

const goodsOf = (more: Partial<GoodsLine>): Partial<ControlLine> => ({
  goods: [{ declaredText: 'x', ...more }],
});
const check = (line: Partial<ControlLine>, ...codes: string[]) =>
  toldOf(aSubmission({ lines: [aLine(line)] }), codes);

describe('tariff code and CAS number of a good against its chemical', () => {
  it.each<[Partial<GoodsLine>, string[]]>([
    [{ chemical: 'acetone', hsAsWritten: '2914 11 000 0', cas: '67-64-1' }, []],
    [
      { chemical: 'acetone', hsAsWritten: '2915.24', cas: '108-24-7' },
      ['hsAsWritten hs.other-chemical [291411]', 'cas cas.other-chemical [acetic_anhydride]'],
    ],
    // HS 2017 of what HS 2022 moved.
    [{ chemical: 'anpp', hsAsWritten: '293339' }, []],
    [{ chemical: 'pseudoephedrine', hsAsWritten: '300449' }, []],
    // The CAS number of pseudoephedrine hydrochloride is in no list.
    [{ chemical: 'pseudoephedrine', cas: '345-78-8' }, []],
    [{ chemical: 'acetone', hsAsWritten: '999999', cas: '1' }, []],
    [{ chemical: 'nothing', hsAsWritten: '291524' }, []],
    [{ hsAsWritten: '291524' }, []],
  ])('%p: %p', (goods, expected) => {
    const codes = ['hs.other', 'cas.other'];
    expect(check(goodsOf(goods), ...codes)).toEqual(expected.map((one) => `lines[0].goods[0].${one}`));
  });
});

describe('what is found against what is declared', () => {
  const found = (chemical?: string) => [
    { substance: 'x', certainty: 'presumptive' as const, ...(chemical !== undefined && { chemical }) },
  ];
  const differs = (declared: string) => [
    `lines[0].found[0].chemical found.differs-from-declared [acetic_anhydride ≠ ${declared}]`,
  ];
  it.each<[string, Partial<ControlLine>, string[]]>([
    [
      'another chemical',
      { ...goodsOf({ chemical: 'acetic_acid' }), found: found('acetic_anhydride') },
      differs('acetic_acid'),
    ],
    ['the same', { ...goodsOf({ chemical: 'acetone' }), found: found('acetone') }, []],
    [
      'a tariff code that does not exist',
      { ...goodsOf({ hsAsWritten: '99999999' }), found: found('acetic_anhydride') },
      differs('99999999'),
    ],
    ['its tariff code', { ...goodsOf({ hsAsWritten: '2915240000' }), found: found('acetic_anhydride') }, []],
    ['a text alone', { ...goodsOf({}), found: found('acetic_anhydride') }, []],
    [
      'a substance outside the list',
      { ...goodsOf({ chemical: 'acetone' }), found: [...found(), ...found('none')] },
      [],
    ],
    [
      'a discrepancy told',
      { ...goodsOf({ chemical: 'acetic_acid' }), found: found('acetic_anhydride'), discrepancies: ['goods'] },
      [],
    ],
  ])('%s', (_what, line, expected) => {
    expect(check(line, 'found.')).toEqual(expected);
  });
});

describe('what is measured against what is declared', () => {
  const net = { amount: '100', unit: 'kg' } as const;
  const differs = ['lines[0].goods[0].measured quantity.differs-from-declared [97.9 kg ≠ 100 kg]'];
  it.each<[string, Partial<ControlLine>, string[]]>([
    ['within the tolerance', goodsOf({ net, measured: { amount: '98', unit: 'kg' } }), []],
    ['beyond it', goodsOf({ net, measured: { amount: '97.9', unit: 'kg' } }), differs],
    [
      'of plants, which dry out',
      goodsOf({ chemical: 'ephedra', net, measured: { amount: '91', unit: 'kg' } }),
      [],
    ],
    ['nothing declared', goodsOf({ measured: { amount: '98', unit: 'kg' } }), []],
    [
      'a discrepancy told',
      { ...goodsOf({ net, measured: { amount: '1', unit: 'kg' } }), discrepancies: ['quantity'] },
      [],
    ],
  ])('%s', (_what, line, expected) => {
    expect(check(line, 'quantity.differs')).toEqual(expected);
  });
});
