import { registerDecorator } from 'class-validator';
import { DAY_PATTERN } from './shapes.js';

/**
 * Whether the text is a day that exists in the Gregorian calendar (`2017-02-30` does not).
 * class-validator's own `@IsDateString` accepts such days.
 */
export function isCalendarDay(value: unknown): value is string {
  if (typeof value !== 'string' || !DAY_PATTERN.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Property holds a calendar day `YYYY-MM-DD`. JSON Schema: `format: date`. */
export function IsCalendarDay(options: { each?: boolean } = {}): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name: 'isCalendarDay',
      target: target.constructor,
      propertyName: String(propertyName),
      options: { each: options.each ?? false },
      validator: {
        validate: isCalendarDay,
        defaultMessage: () => '$property must be a calendar day YYYY-MM-DD',
      },
    });
  };
}
