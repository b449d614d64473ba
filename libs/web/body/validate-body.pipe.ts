import { type PipeTransform } from '@nestjs/common';
import { type ClassConstructor } from 'class-transformer';
import { readBody } from './read-body.js';

/**
 * Reads and checks the JSON body: `submit(@Body(validateBody(DailyReportSubmission)) body: DailyReportSubmission)`.
 * @param options.optional a request without a body counts as `{}`
 * @throws ProblemError 400 `body-unreadable` or `invalid-fields`, with every wrong field named
 */
export function validateBody<T extends object>(
  shape: ClassConstructor<T>,
  options: { readonly optional?: boolean } = {},
): PipeTransform<unknown, T> {
  return {
    transform: (body) => readBody(shape, body ?? (options.optional ? Buffer.from('{}') : undefined)),
  };
}
