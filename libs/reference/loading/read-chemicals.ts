import { isCalendarDay } from '#libs/contracts/shapes.js';
import { MEASURE_UNITS } from '#libs/contracts/vocabulary.js';
import { checkCas } from '../identifiers/cas.js';
import { CHEMICAL_FORMS, type Chemical, type ListedEster } from '../reference-data.types.js';
import { requireUnique, withoutAbsent, type Expectation, type JsonField } from './json-field.js';
import { checkSources, readMeta } from './meta.js';

const ID: Expectation = {
  pattern: /^[a-z0-9]+(_[a-z0-9]+)*$/,
  words: 'an id of small letters, digits and underscores',
};
const HS: Expectation = { pattern: /^\d{6}$/, words: 'six digits' };
const UN_NUMBER: Expectation = { pattern: /^\d{4}$/, words: 'four digits' };
const DENSITY: Expectation = { pattern: /^\d+(\.\d+)?$/, words: 'a decimal as text, for example "1.08"' };
const TABLE: Expectation = { pattern: /^(I|II)$/, words: 'I or II' };
const PROPERTIES =
  'id en ru ruGenitive ruConfidence synonymsEn synonymsRu table controlledSince controlledUntil cas esters hs hs2017 unNumber form usualUnit densityKgPerL lists note sources'.split(
    ' ',
  );

function optionalDay(field: JsonField): string | undefined {
  const day = field.optionalText();
  if (day !== undefined && !isCalendarDay(day)) field.refuse(`${String(day)} is no calendar day YYYY-MM-DD`);
  return day;
}

function optionalCas(field: JsonField): string | undefined {
  const cas = field.optionalText();
  if (cas !== undefined && (checkCas(cas).findings.length > 0 || checkCas(cas).normalised !== cas)) {
    field.refuse(`${cas} is no CAS number, or its check digit does not match`);
  }
  return cas;
}

function readEster(field: JsonField): ListedEster {
  field.allow('ester', 'cas', 'controlledSince');
  return withoutAbsent<ListedEster>({
    ester: field.get('ester').text(),
    cas: optionalCas(field.get('cas')),
    controlledSince: optionalDay(field.get('controlledSince')) ?? field.get('controlledSince').text(),
  });
}

function readEsters(field: JsonField): ListedEster[] | undefined {
  return field.isAbsent() ? undefined : field.items().map(readEster);
}

function checkControl(field: JsonField, { table, controlledSince, controlledUntil }: Chemical): void {
  if ((table === undefined) !== (controlledSince === undefined)) {
    field.refuse('table and controlledSince belong together: give both or neither');
  }
  if (controlledUntil !== undefined && (controlledSince === undefined || controlledUntil < controlledSince)) {
    field.get('controlledUntil').refuse('control cannot end before it began');
  }
}

function readChemical(field: JsonField): Chemical {
  field.allow(...PROPERTIES);
  const chemical = withoutAbsent<Chemical>({
    id: field.get('id').text(ID),
    en: field.get('en').text(),
    ru: field.get('ru').text(),
    ruGenitive: field.get('ruGenitive').text(),
    synonymsEn: field.get('synonymsEn').optionalTexts(),
    synonymsRu: field.get('synonymsRu').optionalTexts(),
    table: field.get('table').optionalText(TABLE) as Chemical['table'],
    controlledSince: optionalDay(field.get('controlledSince')),
    controlledUntil: optionalDay(field.get('controlledUntil')),
    cas: optionalCas(field.get('cas')),
    esters: readEsters(field.get('esters')),
    hs: field.get('hs').text(HS),
    hs2017: field.get('hs2017').optionalText(HS),
    unNumber: field.get('unNumber').optionalText(UN_NUMBER),
    form: field.get('form').oneOf(CHEMICAL_FORMS),
    usualUnit: field.get('usualUnit').oneOf(MEASURE_UNITS),
    densityKgPerL: field.get('densityKgPerL').optionalText(DENSITY),
  });
  checkControl(field, chemical);
  return chemical;
}

/** Reads `chemicals.json`; what does not fit goes to the field's list of problems. */
export function readChemicals(root: JsonField): Chemical[] {
  const sources = readMeta(root);
  const fields = root.get('chemicals').items();
  requireUnique(fields, 'id');
  for (const field of fields) checkSources(field, sources);
  return fields.map(readChemical);
}
