import { describe, expect, it } from '@jest/globals';
import { D5, forwarded, PLAN, report } from '../testing/reports.js';
import { dataQualityNotes } from './data-quality.domain.js';
import { UnitCountries } from './unit-countries.domain.js';

const finding = (code: string) => ({ code, severity: 'info', field: 'lines[0].number' }) as const;
const counters = [{ transportKind: 'truck', regime: 'import', profiled: 3, examined: 2 } as const];
const notes = (...revisions: ReturnType<typeof forwarded>[]) =>
  dataQualityNotes(revisions, [], new UnitCountries(PLAN.units));

describe('data-quality notes', () => {
  it('count findings by code, with their countries, in the order of the codes', () => {
    expect(
      notes(
        forwarded('UZ-CHU', report(D5), { findings: [finding('hs.b'), finding('hs.b'), finding('cas.a')] }),
        forwarded('AF-KBL', report(D5), { findings: [finding('hs.b')] }),
        forwarded('UZ-ANG', report(D5), { findings: [finding('hs.b')] }),
      ),
    ).toEqual([
      { code: 'cas.a', count: 1, countries: ['UZ'] },
      { code: 'hs.b', count: 4, countries: ['AF', 'UZ'] },
    ]);
  });

  it('count units whose counters differ from their lines', () => {
    expect(notes(forwarded('UZ-CHU', report(D5, { counters })), forwarded('UZ-ANG', report(D5)))).toEqual([
      { code: 'counters.differ-from-lines', count: 1, countries: ['UZ'] },
    ]);
  });

  it('know the country of a unit that the plan no longer has', () => {
    expect(notes(forwarded('PK-TOR', report(D5, { counters })))[0]?.countries).toEqual(['PK']);
  });

  it('are none for reports without any', () => {
    expect(notes(forwarded('UZ-CHU', report(D5)))).toEqual([]);
  });
});
