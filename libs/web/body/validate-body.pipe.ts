import { type PipeTransform } from '@nestjs/common';
import { type ClassConstructor } from 'class-transformer';
import { readBody } from './read-body.js';

/** Classes of all bodies; the API description takes their schemas from here. */
export const bodyShapes = new Set<ClassConstructor<object>>();

/**
 * Reads and checks the JSON body: `submit(@Body(validateBody(DailyReportSubmission)) body: DailyReportSubmission)`.
 * @param options.optional a request without a body counts as `{}`
 * @throws ProblemError 400 `body-unreadable` or `invalid-fields`, with every wrong field named
 */
export function validateBody<T extends object>(
  shape: ClassConstructor<T>,
  options: { readonly optional?: boolean } = {},
): PipeTransform<unknown, T> {
  bodyShapes.add(shape);
  return {
    transform: (body) => readBody(shape, options.optional && isAbsent(body) ? Buffer.from('{}') : body),
  };
}

const isAbsent = (body: unknown): boolean =>
  body === undefined || (body instanceof Uint8Array && body.length === 0);
