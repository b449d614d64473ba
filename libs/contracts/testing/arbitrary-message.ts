import fc from 'fast-check';
import { type JsonSchema } from '../json-schema/schema.js';

const JUNK: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  '5',
  '2017-02-30',
  'x'.repeat(5000),
  0,
  -1,
  1.5,
  1e21,
  true,
  [],
  [[]],
  [{}],
  [null],
  {},
  { more: 1 },
);

/** A place in a message: how to read what stands there and put another value in. */
type Place = { readonly holder: Record<string, unknown> | unknown[]; readonly key: string | number };

function placesIn(value: unknown, places: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return places;
  const holder = value as Record<string, unknown> | unknown[];
  for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
    places.push({ holder, key });
    placesIn((holder as Record<string | number, unknown>)[key], places);
  }
  return places;
}

/** A valid message: every property of the schema, optional ones at random. */
export function arbitraryMessage(schema: JsonSchema, root: JsonSchema = schema): fc.Arbitrary<unknown> {
  if (schema.$ref) return arbitraryMessage(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}, root);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'object') return arbitraryObject(schema, root);
  if (schema.type === 'array') return arbitraryList(schema, root);
  if (schema.type === 'integer') return arbitraryInteger(schema);
  return schema.type === 'boolean' ? fc.boolean() : arbitraryText(schema);
}

function arbitraryObject(schema: JsonSchema, root: JsonSchema): fc.Arbitrary<unknown> {
  const parts = Object.entries(schema.properties ?? {}).map(
    ([name, property]) => [name, arbitraryMessage(property, root)] as const,
  );
  const requiredKeys = (schema.required ?? []) as never[];
  return fc.record(Object.fromEntries(parts), { requiredKeys, noNullPrototype: true });
}

function arbitraryList({ items = {}, minItems = 0 }: JsonSchema, root: JsonSchema): fc.Arbitrary<unknown> {
  return fc.array(arbitraryMessage(items, root), { minLength: minItems, maxLength: minItems + 2 });
}

const arbitraryInteger = ({ minimum = -1000, maximum = 1_000_000 }: JsonSchema): fc.Arbitrary<unknown> =>
  fc.integer({ min: minimum, max: maximum });

const arbitraryText = ({ pattern, minLength = 0, maxLength = 30 }: JsonSchema): fc.Arbitrary<unknown> =>
  pattern
    ? fc.stringMatching(new RegExp(pattern))
    : fc.string({ minLength, maxLength: Math.min(maxLength, 30) });

/** The message with one value replaced by something else, taken out, or with a property that does not belong. */
export function mutated(message: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const how = fc.constantFrom('replace' as const, 'remove' as const, 'add' as const);
  return fc.tuple(message, fc.nat(), how, JUNK).map(([original, index, kind, junk]) => {
    const copy = structuredClone(original);
    const places = placesIn(copy);
    const place = places[index % places.length];
    if (place) change(place, kind, junk);
    return copy;
  });
}

function change({ holder, key }: Place, kind: 'replace' | 'remove' | 'add', junk: unknown): void {
  if (Array.isArray(holder)) {
    if (kind === 'remove') holder.splice(Number(key), 1);
    else holder[Number(key)] = junk;
  } else if (kind === 'remove') Reflect.deleteProperty(holder, key);
  else holder[kind === 'add' ? 'notOfThisVersion' : key] = junk;
}
