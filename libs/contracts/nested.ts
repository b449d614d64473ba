import 'reflect-metadata';
import { type ClassConstructor, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';

const NESTED_SHAPE = 'caravanserai:nested-shape';

const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, property) =>
    decorators.forEach((decorate) => decorate(target, property));

/**
 * Property holds one object of the class. `@ValidateNested` alone lets an empty array through where an object belongs.
 */
export const Nested = (shape: () => ClassConstructor<object>): PropertyDecorator =>
  all(IsObject(), ValidateNested(), Type(shape), Reflect.metadata(NESTED_SHAPE, shape));

/**
 * Property holds a list of objects of the class. `@ValidateNested({ each: true })` alone lets lists of lists through.
 */
export const NestedList = (
  shape: () => ClassConstructor<object>,
  { min = 0, max }: { readonly min?: number; readonly max: number },
): PropertyDecorator =>
  all(
    IsArray(),
    ...(min > 0 ? [ArrayMinSize(min)] : []),
    ArrayMaxSize(max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(shape),
    Reflect.metadata(NESTED_SHAPE, shape),
  );

/** Class of the objects that a `@Nested` or `@NestedList` property holds; class-transformer keeps its own to itself. */
export function nestedShapeOf(
  shape: ClassConstructor<object>,
  property: string,
): ClassConstructor<object> | undefined {
  const found = Reflect.getMetadata(NESTED_SHAPE, shape.prototype as object, property) as
    (() => ClassConstructor<object>) | undefined;
  return found?.();
}
