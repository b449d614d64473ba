import { ValidateIf } from 'class-validator';

/** The condition behind `@Optional()`; the schema generator knows it by identity. */
export const isGiven = (_object: object, value: unknown): boolean => value !== undefined;

/**
 * The property may be left out. Unlike class-validator's `@IsOptional`, `null` is refused: a value that is not known is
 * left out, so that one content has one canonical form and one hash.
 */
export const Optional = (): PropertyDecorator => ValidateIf(isGiven);
