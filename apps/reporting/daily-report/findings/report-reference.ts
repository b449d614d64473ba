import { ChemicalCatalogue } from '#libs/reference/chemical-catalogue.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';

/** What of the reference data a report is checked against. */
export interface ReportReference extends Pick<ReferenceData, 'hsSubheadings' | 'unlocodes'> {
  readonly chemicals: ChemicalCatalogue;
  /** Whether the reference list has a chemical of this id. */
  isChemical(id: string): boolean;
}

/** The reference data as the checks of a report need it. */
export function reportReference({ chemicals, hsSubheadings, unlocodes }: ReferenceData): ReportReference {
  const catalogue = new ChemicalCatalogue(chemicals);
  return {
    ...{ hsSubheadings, unlocodes, chemicals: catalogue },
    isChemical: (id) => catalogue.chemicalById(id) !== undefined,
  };
}
