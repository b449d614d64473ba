import { describe, expect, it } from '@jest/globals';
import { aFullDay } from '../testing/a-full-day.js';
import { aSnapshot } from '../testing/a-snapshot.js';
import { checkFigures } from './check-figures.js';

describe('checkFigures', () => {
  it('accepts days whose parts add up', () => {
    expect(() => checkFigures(aSnapshot().build())).not.toThrow();
    expect(() => checkFigures(aFullDay())).not.toThrow();
  });

  it('refuses a cumulative sum that is false, naming the figure and the bulletin', () => {
    const day = aFullDay();
    const wrong = { ...day, sum: { ...day.sum, corrections: { ...day.sum.corrections, controls: -3 } } };
    expect(() => checkFigures(wrong)).toThrow(
      /^Bulletin 12 of chemical-check-1, 2017-09-05: controls: .* = 578, not 579$/,
    );
  });

  it.each(['previous', 'day', 'reportedLater', 'supplements', 'corrections', 'followUps'] as const)(
    'counts %s into the sum',
    (term) => {
      const day = aFullDay();
      const wrong = { ...day, sum: { ...day.sum, [term]: { ...day.sum[term], pending: 77 } } };
      expect(() => checkFigures(wrong)).toThrow(/pending: /);
    },
  );

  it('refuses a total that is not that of its countries', () => {
    const day = aFullDay();
    const wrong = { ...day, countries: day.countries.slice(1) };
    expect(() => checkFigures(wrong)).toThrow(
      expect.objectContaining({ code: 'figures-disagree', isTransient: false }),
    );
  });

  it('lets a seizure count for a country that does not take part', () => {
    const day = aSnapshot().build();
    const more = (figures: typeof day.day) => ({ ...figures, seizures: figures.seizures + 1 });
    const sum = {
      ...day.sum,
      day: { ...day.sum.day, seizures: day.sum.day.seizures + 1 },
      cumulative: { ...day.sum.cumulative, seizures: day.sum.cumulative.seizures + 1 },
    };
    expect(() =>
      checkFigures({ ...day, day: more(day.day), cumulative: more(day.cumulative), sum }),
    ).not.toThrow();
  });
});
