import { describe, expect, it } from '@jest/globals';
import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { D5, D6, forwarded, report } from '../testing/reports.js';
import { basisHash, countedRevisions } from './basis.domain.js';

const a = forwarded('UZ-CHU', report(D5));
const b = forwarded('UZ-ANG', report(D6));
const c = forwarded('AF-KBL', report(D6, { kind: 'nil' }));

describe('the basis of a day', () => {
  it('is ordered by day, then unit, and holds no voided unit-day', () => {
    const voided = forwarded('AF-KBL', report(D5, { kind: 'void' }));
    expect(countedRevisions([b, voided, a, c])).toEqual([a, c, b]);
  });

  it('has the hash of its lines, whatever the order it came in', () => {
    const text = `${D5}|UZ-CHU|1|${a.contentHash}\n${D6}|AF-KBL|1|${c.contentHash}\n${D6}|UZ-ANG|1|${b.contentHash}\n`;
    expect(basisHash([b, a, c])).toBe(sha256Hex(text));
    expect(basisHash([c, b, a])).toBe(sha256Hex(text));
    expect(basisHash([])).toBe(sha256Hex(''));
  });

  it('has another hash for another content, revision or unit-day', () => {
    const hash = basisHash([a]);
    for (const other of [{ contentHash: 'x' }, { revision: 2 }, { unit: 'UZ-ANG' }, { operationDay: D6 }])
      expect(basisHash([{ ...a, ...other }])).not.toBe(hash);
  });
});
