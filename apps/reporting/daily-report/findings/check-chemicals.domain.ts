import { type ControlLine, type GoodsLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type Chemical } from '#libs/reference/reference-data.types.js';
import { found, type Check } from './finding-check.js';

const tableAndDay = ({ table, controlledSince }: Chemical): string =>
  `${table ?? ''} ${controlledSince ?? ''}`;

export const checkKnown: Check<{ chemical?: string }> = ({ chemical }, path, { reference }) =>
  chemical === undefined || reference.isChemical(chemical)
    ? []
    : [found(`${path}.chemical`, 'chemical.unknown')];

/** Whether the chemical is controlled, always as of the operation day: NPP and ANPP came on 18 October 2017. */
export const checkControlled: Check<{ chemical?: string }> = ({ chemical: id = '' }, path, context) => {
  const { chemicals } = context.reference;
  const chemical = chemicals.chemicalById(id);
  if (chemical?.table === undefined) return [];
  const isControlled = chemicals.isControlled(id, context.content.operationDay);
  const isYetToCome = (chemical.controlledSince ?? '') > context.content.operationDay;
  if (isControlled) return [found(`${path}.chemical`, 'chemical.controlled', tableAndDay(chemical))];
  return isYetToCome ? [found(`${path}.chemical`, 'chemical.not-yet-controlled', tableAndDay(chemical))] : [];
};

/** A pre-export notification belongs to every international movement of a Table I substance. */
export const checkPreExportNotification: Check<ControlLine> = (line, path, context) => {
  const written = (line.preExportNotification ?? '').trim().toLowerCase();
  if (written !== '' && written !== 'none') return [];
  const { chemicals } = context.reference;
  const isTableOne = ({ chemical = '' }: GoodsLine): boolean =>
    chemicals.chemicalById(chemical)?.table === 'I' &&
    chemicals.isControlled(chemical, context.content.operationDay);
  const goods = line.goods.find(isTableOne);
  return goods ? [found(`${path}.preExportNotification`, 'pen.missing', goods.chemical)] : [];
};
