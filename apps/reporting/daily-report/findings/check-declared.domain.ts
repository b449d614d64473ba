import { type ControlLine, type GoodsLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { checkCas } from '#libs/reference/identifiers/cas.js';
import { checkHs } from '#libs/reference/identifiers/hs.js';
import { isBeyondTolerance } from '#libs/reference/measures/measuring-tolerance.js';
import { type ReportReference } from './report-reference.js';
import { ALSO_CLASSIFIED } from './also-classified.js';
import { found, type Check } from './finding-check.js';

/** Whether the tariff code is one of the chemical; undefined for a code that is none. */
function isClassified(chemical: string, hs: string, reference: ReportReference): boolean | undefined {
  const { normalised, subheading, findings } = checkHs(hs, reference.hsSubheadings);
  if (subheading === undefined || findings.some((code) => code.startsWith('hs.'))) return undefined;
  return (
    reference.chemicals.chemicalByHs(subheading).some(({ id }) => id === chemical) ||
    (ALSO_CLASSIFIED[chemical] ?? []).some((code) => normalised.startsWith(code))
  );
}

/** Tariff code and CAS number of a good against the chemical that it names. */
export const checkCodesOfChemical: Check<GoodsLine> = (
  { chemical: id, hsAsWritten, cas },
  path,
  { reference },
) => {
  const chemical = reference.chemicals.chemicalById(id ?? '');
  if (!chemical) return [];
  // A CAS number outside the list may be that of a salt: only that of another listed chemical tells something.
  const byCas = cas === undefined ? undefined : reference.chemicals.chemicalByCas(checkCas(cas).normalised);
  const isOtherCode =
    hsAsWritten !== undefined && isClassified(chemical.id, hsAsWritten, reference) === false;
  return [
    ...(isOtherCode ? [found(`${path}.hsAsWritten`, 'hs.other-chemical', chemical.hs)] : []),
    ...(byCas && byCas.id !== chemical.id ? [found(`${path}.cas`, 'cas.other-chemical', byCas.id)] : []),
  ];
};

/**
 * The substances found against the declared ones: by chemical, else by tariff code. Nothing is said where the goods give
 * neither, nor where the line records the discrepancy already.
 */
export const checkFoundAgainstDeclared: Check<ControlLine> = (line, path, { reference }) => {
  if (line.discrepancies?.includes('goods')) return [];
  const declared = line.goods.filter(({ chemical, hsAsWritten }) => chemical ?? hsAsWritten);
  if (declared.length === 0) return [];
  return (line.found ?? []).flatMap(({ chemical }, index) =>
    chemical === undefined ||
    !reference.isChemical(chemical) ||
    declared.some((goods) => isDeclaredAs(goods, chemical, reference))
      ? []
      : [
          found(
            `${path}.found[${index}].chemical`,
            'found.differs-from-declared',
            `${chemical} ≠ ${namesOf(declared)}`,
          ),
        ],
  );
};

function isDeclaredAs(goods: GoodsLine, chemical: string, reference: ReportReference): boolean {
  if (goods.chemical !== undefined) return goods.chemical === chemical;
  return isClassified(chemical, goods.hsAsWritten ?? '', reference) === true;
}

const namesOf = (declared: readonly GoodsLine[]): string =>
  [...new Set(declared.map(({ chemical, hsAsWritten }) => chemical ?? hsAsWritten))].join(', ');

/** What was measured against the declared net quantity, beyond the tolerance of the physical form. */
export const checkMeasured: Check<ControlLine> = (line, path, { reference }) => {
  if (line.discrepancies?.includes('quantity')) return [];
  return line.goods.flatMap(({ chemical, net, measured }, index) => {
    const form = reference.chemicals.chemicalById(chemical ?? '')?.form;
    if (!net || !measured || !isBeyondTolerance(net, measured, form)) return [];
    const detail = `${measured.amount} ${measured.unit} ≠ ${net.amount} ${net.unit}`;
    return [found(`${path}.goods[${index}].measured`, 'quantity.differs-from-declared', detail)];
  });
};
