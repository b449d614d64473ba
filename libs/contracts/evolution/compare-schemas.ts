import { type JsonSchema } from '../json-schema/schema.js';

export type BreakKind =
  'property-removed' | 'required-added' | 'required-removed' | 'type-narrowed' | 'enum-shrunk' | 'closed';

/** A change that a message of the released version, or its reader, does not survive. */
export interface SchemaBreak {
  /** Where, as in `content.lines[].goods[].net.amount`; '' is the message itself. */
  readonly path: string;
  readonly kind: BreakKind;
  readonly detail: string;
}

interface Side {
  readonly root: JsonSchema;
  readonly node: JsonSchema;
}

/**
 * What breaks between a released schema and its next version. Within a major version only additions are allowed: every
 * released message must still be read (nothing removed, nothing newly required, no value refused that was allowed), and
 * released readers must still find what they were promised (required stays required).
 */
export function compareSchemas(released: JsonSchema, next: JsonSchema): SchemaBreak[] {
  return compare({ root: released, node: released }, { root: next, node: next }, '', new Set());
}

function compare(before: Side, after: Side, path: string, open: Set<string>): SchemaBreak[] {
  const key = `${before.node.$ref ?? path}`;
  if (before.node.$ref && open.has(key)) return [];
  const inside = before.node.$ref ? new Set([...open, key]) : open;
  const a = resolved(before);
  const b = resolved(after);
  return [
    ...compareValues(a.node, b.node, path),
    ...compareObjects(a, b, path, inside),
    ...(a.node.items && b.node.items
      ? compare({ ...a, node: a.node.items }, { ...b, node: b.node.items }, `${path}[]`, inside)
      : []),
  ];
}

function resolved({ root, node }: Side): Side {
  const name = node.$ref?.split('/').at(-1);
  return name === undefined ? { root, node } : { root, node: root.$defs?.[name] ?? {} };
}

function compareObjects(before: Side, after: Side, path: string, open: Set<string>): SchemaBreak[] {
  const old = before.node.properties ?? {};
  const now = after.node.properties ?? {};
  const breaks = Object.entries(old).flatMap(([name, node]): SchemaBreak[] => {
    const inner = path === '' ? name : `${path}.${name}`;
    const next = Object.hasOwn(now, name) ? now[name] : undefined;
    if (!next) return [{ path: inner, kind: 'property-removed', detail: `"${name}" is gone` }];
    return compare({ ...before, node }, { ...after, node: next }, inner, open);
  });
  return [...breaks, ...compareRequired(before.node, after.node, path)];
}

function compareRequired(before: JsonSchema, after: JsonSchema, path: string): SchemaBreak[] {
  const old = new Set(before.required);
  const now = new Set(after.required);
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  return [
    ...[...now]
      .filter((name) => !old.has(name))
      .map((name) => ({
        path: at(name),
        kind: 'required-added' as const,
        detail: `"${name}" became required`,
      })),
    ...[...old]
      .filter((name) => !now.has(name) && after.properties && Object.hasOwn(after.properties, name))
      .map((name) => ({
        path: at(name),
        kind: 'required-removed' as const,
        detail: `"${name}" may be left out`,
      })),
    ...(after.additionalProperties === false && before.additionalProperties !== false
      ? [{ path, kind: 'closed' as const, detail: 'unknown properties are refused' }]
      : []),
  ];
}

/** Keywords that a larger value makes stricter, and those that a smaller one does. */
const LOWER_BOUNDS = ['minimum', 'minLength', 'minItems'] as const;
const UPPER_BOUNDS = ['maximum', 'maxLength', 'maxItems'] as const;

function compareValues(before: JsonSchema, after: JsonSchema, path: string): SchemaBreak[] {
  const narrowed = (detail: string): SchemaBreak => ({ path, kind: 'type-narrowed', detail });
  return [
    ...(typeNarrowed(before, after)
      ? [narrowed(`type ${before.type ?? 'any'} became ${after.type ?? 'any'}`)]
      : []),
    ...(after.pattern !== undefined && after.pattern !== before.pattern
      ? [narrowed(`pattern became ${after.pattern}`)]
      : []),
    ...LOWER_BOUNDS.filter((word) => (after[word] ?? -Infinity) > (before[word] ?? -Infinity)).map((word) =>
      narrowed(`${word} became ${after[word]}`),
    ),
    ...UPPER_BOUNDS.filter((word) => (after[word] ?? Infinity) < (before[word] ?? Infinity)).map((word) =>
      narrowed(`${word} became ${after[word]}`),
    ),
    ...enumShrunk(before, after, path),
  ];
}

function typeNarrowed(before: JsonSchema, after: JsonSchema): boolean {
  if (before.type === after.type || after.type === undefined) return false;
  return !(before.type === 'integer' && after.type === 'number');
}

function enumShrunk(before: JsonSchema, after: JsonSchema, path: string): SchemaBreak[] {
  if (after.enum === undefined) return [];
  if (before.enum === undefined) return [{ path, kind: 'type-narrowed', detail: 'became a closed list' }];
  const gone = before.enum.filter((value) => !after.enum?.includes(value));
  return gone.length === 0
    ? []
    : [{ path, kind: 'enum-shrunk', detail: `no longer allowed: ${gone.join(', ')}` }];
}
