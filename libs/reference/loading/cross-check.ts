import type { ReferenceData } from '../reference-data.types.js';

type Content = Omit<ReferenceData, 'version'>;

function checkHsCodes({ chemicals, hsSubheadings }: Content): string[] {
  return chemicals.flatMap(({ id, hs, hs2017 = hs }) =>
    [...new Set([hs, hs2017])]
      .filter((code) => !hsSubheadings.has(code))
      .map((code) => `chemicals.json: ${id}: ${code} is not in hs-subheadings.json`),
  );
}

function checkNames({ countries, countryNames }: Content): string[] {
  return countries
    .filter(({ iso2, en, ru }) => countryNames[iso2]?.en !== en || countryNames[iso2].ru !== ru)
    .map(({ iso2 }) => `countries.json: ${iso2}: its names differ from those in country-names.json`);
}

function checkUnits({ units, countryNames, unlocodes }: Content): string[] {
  return units.flatMap(({ id, country, unlocode }) => {
    const problems: string[] = [];
    if (!Object.hasOwn(countryNames, country)) problems.push(`${country} is not in country-names.json`);
    if (unlocode !== undefined && !unlocodes.codes.has(unlocode))
      problems.push(`${unlocode} is not in unlocodes.json`);
    return problems.map((problem) => `port-control-units.json: ${id}: ${problem}`);
  });
}

/** What one file says about another; run once every file is sound in itself. @returns problems, none when all agree. */
export function crossCheck(content: Content): string[] {
  return [...checkHsCodes(content), ...checkNames(content), ...checkUnits(content)];
}
