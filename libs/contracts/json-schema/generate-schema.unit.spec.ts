import { describe, expect, it } from '@jest/globals';
import {
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { IsCalendarDay } from '../is-calendar-day.js';
import { Nested, NestedList } from '../nested.js';
import { Optional } from '../optional.js';
import { DAY_PATTERN } from '../shapes.js';
import { schemaOf } from './generate-schema.js';

class Inner {
  @Matches(/^[a-z]+$/) code!: string;
}
class Base {
  @IsInt() @Min(1) @Max(9) count!: number;
}
class Outer extends Base {
  @IsCalendarDay() day!: string;
  @Optional() @IsString() @Length(1, 5) text?: string;
  @Optional() @IsArray() @IsIn(['a', 'b'], { each: true }) codes?: string[];
  @Nested(() => Inner) one!: Inner;
  @NestedList(() => Inner, { min: 1, max: 3 }) many!: Inner[];
}
class Unknown {
  @IsEmail() mail!: string;
}
class Nullable {
  @IsOptional() @IsString() text?: string;
}
class Flagged {
  @Matches(/^a$/i) text!: string;
}
class Twice {
  @Matches(/^a/) @Matches(/b$/) text!: string;
}

describe('the schema of a class', () => {
  it('says what its decorators say, with what it inherits', () => {
    expect(schemaOf(Outer, 'strict')).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Outer',
      type: 'object',
      properties: {
        count: { type: 'integer', minimum: 1, maximum: 9 },
        day: { type: 'string', format: 'date', pattern: DAY_PATTERN.source },
        text: { type: 'string', minLength: 1, maxLength: 5 },
        codes: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
        one: { $ref: '#/$defs/Inner' },
        many: { type: 'array', minItems: 1, maxItems: 3, items: { $ref: '#/$defs/Inner' } },
      },
      required: expect.arrayContaining(['count', 'day', 'one', 'many']) as unknown,
      additionalProperties: false,
      $defs: {
        Inner: {
          type: 'object',
          properties: { code: { type: 'string', pattern: '^[a-z]+$' } },
          required: ['code'],
          additionalProperties: false,
        },
      },
    });
    expect(JSON.stringify(schemaOf(Outer, 'tolerant'))).not.toContain('additionalProperties');
  });

  it.each([
    [Unknown, /mail: there is no JSON Schema rule for the decorator "isEmail"/],
    [Nullable, /Nullable\.text: mark optional properties with @Optional\(\)/],
    [Flagged, /has flags/],
    [Twice, /text: two decorators give the schema keyword "pattern"/],
  ])('is refused where JSON Schema cannot say the same: %p', (shape, message) => {
    expect(() => schemaOf(shape, 'strict')).toThrow(message);
  });
});
