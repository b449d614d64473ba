import 'reflect-metadata';
import { type ClassConstructor } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import { nestedShapeOf } from '../nested.js';
import { isGiven } from '../optional.js';

export type Shape = ClassConstructor<object>;

export interface Constraint {
  readonly name: string;
  readonly each: boolean;
  readonly values: readonly unknown[];
}

export interface PropertyMetadata {
  readonly name: string;
  readonly optional: boolean;
  /** Class of the nested object or of the items of the list. */
  readonly nested?: Shape;
  readonly constraints: readonly Constraint[];
}

type Stored = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** What class-validator and class-transformer know of a class, with what it inherits, in order of declaration. */
export function propertiesOf(shape: Shape): PropertyMetadata[] {
  const storage = getMetadataStorage();
  const stored = storage.getTargetValidationMetadatas(shape, '', false, false);
  const byProperty = Object.entries(storage.groupByPropertyName(stored));
  return byProperty.map(([name, metadata]) => propertyOf(shape, name, metadata));
}

function propertyOf(shape: Shape, name: string, metadata: readonly Stored[]): PropertyMetadata {
  const where = `${shape.name}.${name}`;
  const conditions = metadata.filter(({ type }) => type === 'conditionalValidation');
  if (conditions.some(({ constraints }) => constraints[0] !== isGiven))
    throw new Error(`${where}: mark optional properties with @Optional(); other conditions have no schema.`);
  const nested = metadata.some(({ type }) => type === 'nestedValidation')
    ? nestedShape(shape, name)
    : undefined;
  return {
    name,
    optional: conditions.length > 0,
    ...(nested ? { nested } : {}),
    constraints: metadata.filter(({ type }) => type === 'customValidation').map(constraintOf),
  };
}

function constraintOf(stored: Stored): Constraint {
  const [rule] = getMetadataStorage().getTargetValidatorConstraints(stored.constraintCls);
  return {
    name: rule?.name ?? '',
    each: stored.each,
    values: (stored.constraints as unknown[] | undefined) ?? [],
  };
}

function nestedShape(shape: Shape, name: string): Shape {
  const nested = nestedShapeOf(shape, name);
  if (!nested)
    throw new Error(`${shape.name}.${name}: use @Nested or @NestedList instead of @ValidateNested.`);
  return nested;
}
