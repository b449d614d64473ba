import { Matches } from 'class-validator';
import { DAY_PATTERN } from './shapes.js';

/** Property holds a calendar day `YYYY-MM-DD`. JSON Schema: `format: date`. */
export const IsCalendarDay = (options: { each?: boolean } = {}): PropertyDecorator =>
  Matches(DAY_PATTERN, {
    each: options.each ?? false,
    message: '$property must be a calendar day YYYY-MM-DD',
  });
