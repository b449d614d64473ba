import { crossCheck } from './loading/cross-check.js';
import { deepFreeze } from './loading/freeze.js';
import { readChemicals } from './loading/read-chemicals.js';
import { readHsSubheadings, readUnlocodes } from './loading/read-codes.js';
import { readCountries, readCountryNames } from './loading/read-countries.js';
import { readFiles } from './loading/read-files.js';
import { readUnits } from './loading/read-units.js';
import { ReferenceDataError } from './loading/reference-data.error.js';
import type { ReferenceData } from './reference-data.types.js';

export { ReferenceDataError } from './loading/reference-data.error.js';

/**
 * Reads, checks and freezes the reference data.
 * @param folder usually `defaultReferenceFolder()`.
 * @throws ReferenceDataError naming every problem with file and place, when a file is missing or does not fit.
 */
export function loadReferenceData(folder: string): ReferenceData {
  const problems: string[] = [];
  const refuseIfAny = (): void => {
    if (problems.length > 0) throw new ReferenceDataError(folder, problems);
  };
  const { version, roots } = readFiles(folder, problems);
  refuseIfAny();
  const content = {
    chemicals: readChemicals(roots['chemicals.json']),
    countries: readCountries(roots['countries.json']),
    countryNames: readCountryNames(roots['country-names.json']),
    units: readUnits(roots['port-control-units.json']),
    unlocodes: readUnlocodes(roots['unlocodes.json']),
    hsSubheadings: readHsSubheadings(roots['hs-subheadings.json']),
  };
  refuseIfAny();
  problems.push(...crossCheck(content));
  refuseIfAny();
  return deepFreeze({ version, ...content });
}
