import { propertiesOf, type Shape } from '#libs/contracts/json-schema/class-metadata.js';
import { DECIMAL_PATTERN, SIGNED_DECIMAL_PATTERN } from '#libs/contracts/shapes.js';

/** A binary float keeps 15 decimal digits; a longer number in JSON has already lost some when it is read. */
const MAX_DIGITS = 15;

interface DecimalTree {
  readonly decimals: ReadonlySet<string>;
  readonly nested: ReadonlyMap<string, DecimalTree>;
}

const trees = new Map<Shape, DecimalTree>();

/**
 * Quantities may come as JSON numbers: each is replaced, in place, by its shortest text, provided that this text is a
 * plain decimal (no exponent, at most 15 + 6 digits) of at most 15 digits in all. Other numbers stay, and validation
 * refuses them.
 */
export function numbersToDecimals(shape: Shape, value: unknown): void {
  replaceIn(value, treeOf(shape));
}

function replaceIn(value: unknown, tree: DecimalTree): void {
  if (Array.isArray(value)) for (const item of value) replaceIn(item, tree);
  else if (typeof value === 'object' && value !== null)
    replaceInObject(value as Record<string, unknown>, tree);
}

function replaceInObject(object: Record<string, unknown>, tree: DecimalTree): void {
  for (const name of tree.decimals) {
    const number = object[name];
    if (typeof number === 'number') object[name] = exactText(number) ?? number;
  }
  for (const [name, nested] of tree.nested) if (Object.hasOwn(object, name)) replaceIn(object[name], nested);
}

function exactText(number: number): string | undefined {
  const text = String(number);
  const digits = text.replace(/[-.]/g, '').replace(/^0+/, '').length;
  return SIGNED_DECIMAL_PATTERN.test(text) && digits <= MAX_DIGITS ? text : undefined;
}

function treeOf(shape: Shape): DecimalTree {
  const known = trees.get(shape);
  if (known) return known;
  const properties = propertiesOf(shape);
  const tree = {
    decimals: new Set(properties.filter(isDecimal).map(({ name }) => name)),
    nested: new Map(
      properties.flatMap(({ name, nested }) => (nested ? [[name, treeOf(nested)] as const] : [])),
    ),
  };
  trees.set(shape, tree);
  return tree;
}

const DECIMALS = new Set([DECIMAL_PATTERN.source, SIGNED_DECIMAL_PATTERN.source]);

function isDecimal({ constraints }: ReturnType<typeof propertiesOf>[number]): boolean {
  return constraints.some(
    ({ values: [pattern] }) => pattern instanceof RegExp && DECIMALS.has(pattern.source),
  );
}
