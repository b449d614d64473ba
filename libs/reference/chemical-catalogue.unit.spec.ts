import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ChemicalCatalogue } from './chemical-catalogue.js';
import { addDays } from './operation-day.js';
import { loadReferenceData } from './reference-data.js';
import type { Chemical } from './reference-data.types.js';
import { defaultReferenceFolder } from './reference-folder.js';

const { chemicals } = loadReferenceData(defaultReferenceFolder());
const catalogue = new ChemicalCatalogue(chemicals);
const ids = (found: readonly Chemical[]): string[] => found.map(({ id }) => id);

const ON_1_SEPTEMBER_2017 =
  `acetic_anhydride n_acetylanthranilic_acid apaan ephedrine ergometrine ergotamine isosafrole
  lysergic_acid 3_4_mdp_2_p norephedrine phenylacetic_acid p2p piperonal potassium_permanganate pseudoephedrine safrole
  acetone anthranilic_acid ethyl_ether hydrochloric_acid methyl_ethyl_ketone piperidine sulphuric_acid toluene`.split(
    /\s+/,
  );

describe('the controlled list', () => {
  it('has exactly 24 substances on 1 September 2017, 16 of Table I and 8 of Table II', () => {
    const found = catalogue.controlledOn('2017-09-01');
    expect(ids(found).sort()).toEqual([...ON_1_SEPTEMBER_2017].sort());
    expect(found).toHaveLength(24);
    expect(found.filter(({ table }) => table === 'II')).toHaveLength(8);
  });

  it('is the same on every day of the operation', () => {
    expect(ids(catalogue.controlledOn('2017-09-30'))).toEqual(ids(catalogue.controlledOn('2017-09-01')));
  });

  it.each(['npp', 'anpp'])('has %s from 18 October 2017 on, not a day earlier', (id) => {
    expect(catalogue.isControlled(id, '2017-09-01')).toBe(false);
    expect(catalogue.isControlled(id, '2017-10-17')).toBe(false);
    expect(catalogue.isControlled(id, '2017-10-18')).toBe(true);
    expect(ids(catalogue.controlledOn('2017-10-18'))).toHaveLength(26);
  });

  it('has 27 and 8 substances today', () => {
    const today = catalogue.controlledOn('2026-10-01');
    expect(today.filter(({ table }) => table === 'I')).toHaveLength(27);
    expect(today.filter(({ table }) => table === 'II')).toHaveLength(8);
  });

  it('never has a chemical of interest outside the tables, nor one that it does not know', () => {
    for (const id of ['acetic_acid', 'iodine', 'mercury', 'diazepam', 'no_such_thing', '']) {
      expect(catalogue.isControlled(id, '2026-10-01')).toBe(false);
    }
  });

  it('ends with the last day, when a substance is taken off', () => {
    const [acetone] = chemicals.filter(({ id }) => id === 'acetone');
    const ending = new ChemicalCatalogue([{ ...(acetone as Chemical), controlledUntil: '2020-06-30' }]);
    expect(ending.isControlled('acetone', '2020-06-30')).toBe(true);
    expect(ending.isControlled('acetone', '2020-07-01')).toBe(false);
  });

  it('only grows from day to day as long as nothing is taken off', () => {
    const day = fc.integer({ min: 0, max: 15_000 }).map((count) => addDays('1985-01-01', count));
    fc.assert(
      fc.property(day, (on) => {
        const next = new Set(ids(catalogue.controlledOn(addDays(on, 1))));
        for (const id of ids(catalogue.controlledOn(on))) expect(next.has(id)).toBe(true);
      }),
    );
  });

  it('and isControlled give one answer', () => {
    for (const day of ['1989-01-01', '2001-05-05', '2017-09-01', '2024-12-03']) {
      const listed = ids(catalogue.controlledOn(day));
      expect(ids(chemicals.filter(({ id }) => catalogue.isControlled(id, day)))).toEqual(listed);
    }
  });
});

describe('lookups', () => {
  it('finds every chemical by its id and its CAS number', () => {
    for (const chemical of chemicals) {
      expect(catalogue.chemicalById(chemical.id)).toBe(chemical);
      if (chemical.cas !== undefined) expect(catalogue.chemicalByCas(chemical.cas)).toBe(chemical);
    }
  });

  it('finds the acid by the CAS number of its ester', () => {
    expect(catalogue.chemicalByCas('28578-16-7')?.id).toBe('pmk_glycidic');
    expect(catalogue.chemicalByCas('80532-66-7')?.id).toBe('bmk_glycidic');
  });

  it('finds several chemicals in one subheading', () => {
    expect(ids(catalogue.chemicalByHs('293339'))).toEqual([
      '4_ap',
      'anpp',
      '1_boc_4_ap',
      '1_boc_4_piperidone',
      'norfentanyl',
      'npp',
      '4_piperidone',
    ]);
    expect(ids(catalogue.chemicalByHs('2933.36'.replace('.', '')))).toEqual(['anpp']);
  });

  it('compares the first six digits only', () => {
    expect(ids(catalogue.chemicalByHs('2915240000'))).toEqual(['acetic_anhydride']);
  });

  it('answers nothing for what it does not know', () => {
    expect(catalogue.chemicalById('x')).toBeUndefined();
    expect(catalogue.chemicalByCas('1609-66-5')).toBeUndefined();
    expect(catalogue.chemicalByHs('291599')).toEqual([]);
    expect(catalogue.chemicalByHs('2915')).toEqual([]);
  });
});
