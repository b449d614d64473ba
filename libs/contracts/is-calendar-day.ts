import { Matches } from 'class-validator';
import { DAY_PATTERN } from './shapes.js';

/**
 * Whether the text is a day that exists in the Gregorian calendar (`2017-02-30` does not).
 * class-validator's own `@IsDateString` accepts such days.
 */
export function isCalendarDay(value: unknown): value is string {
  return typeof value === 'string' && DAY_PATTERN.test(value);
}

/** Property holds a calendar day `YYYY-MM-DD`. JSON Schema: `format: date`. */
export const IsCalendarDay = (options: { each?: boolean } = {}): PropertyDecorator =>
  Matches(DAY_PATTERN, {
    each: options.each ?? false,
    message: '$property must be a calendar day YYYY-MM-DD',
  });
