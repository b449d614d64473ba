import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { BulletinManifest } from '../bulletin/bulletin-manifest.dto.js';
import { DailyReportSubmission } from '../daily-report/daily-report-submission.dto.js';
import { arbitraryMessage, mutated } from '../testing/arbitrary-message.js';
import { EVENTS } from '../topics.js';
import { type Shape } from './class-metadata.js';
import { validatorOf } from './compile.js';
import { schemaOf } from './generate-schema.js';
import { type SchemaMode } from './schema.js';

const SHAPES: Shape[] = [
  ...Object.values(EVENTS).map(({ shape }) => shape),
  DailyReportSubmission,
  BulletinManifest,
];

const classValidator = (shape: Shape, value: unknown, mode: SchemaMode): boolean => {
  const options = mode === 'strict' ? { whitelist: true, forbidNonWhitelisted: true } : {};
  return validateSync(plainToInstance(shape, structuredClone(value) as object), options).length === 0;
};

/** class-validator counts a variation selector with its character, JSON Schema counts it alone. */
const plain = (value: unknown): boolean => !/[\uFE0E\uFE0F]/.test(JSON.stringify(value));

describe.each(SHAPES.map((shape) => [shape.name, shape] as const))('%s', (_name, shape) => {
  const valid = arbitraryMessage(schemaOf(shape, 'strict')).filter(plain);

  it('is accepted by class-validator and by its schema alike', () => {
    fc.assert(
      fc.property(valid, (value) => {
        expect(validatorOf(shape, 'strict')(value)).toBe(true);
        expect(classValidator(shape, value, 'strict')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it.each(['strict', 'tolerant'] as const)(
    'is refused by both alike when something is changed (%s)',
    (mode) => {
      fc.assert(
        fc.property(mutated(valid), (value) => {
          expect(validatorOf(shape, mode)(value)).toBe(classValidator(shape, value, mode));
        }),
        { numRuns: 150 },
      );
    },
  );
});
