import { type ChemicalCatalogue } from '#libs/reference/chemical-catalogue.js';

/** What counting asks of the reference list on one operation day. */
export interface ListedChemicals {
  /** Whether the list has the chemical: reports may name others, which get no row of their own. */
  isListed(id: string): boolean;
  /** Whether it is under control on the day. */
  isControlled(id: string): boolean;
}

/** The reference list as of an operation day. */
export function listedChemicals(catalogue: ChemicalCatalogue, operationDay: string): ListedChemicals {
  return {
    isListed: (id) => catalogue.chemicalById(id) !== undefined,
    isControlled: (id) => catalogue.isControlled(id, operationDay),
  };
}
