import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { type ClassConstructor } from 'class-transformer';

/** Classes of all answers; the API description takes their schemas from here. */
export const answerShapes = new Set<ClassConstructor<object>>();

export const SCHEMA_REFERENCES = '#/components/schemas/';

/**
 * The route answers with a JSON object of the class, whose class-validator decorators give the schema in the API
 * description: `@Answers({ 201: 'A new revision', 200: 'A repetition' }, SubmissionAnswer)`.
 * @param statuses what each status means
 */
export function Answers(
  statuses: Readonly<Record<number, string>>,
  shape: ClassConstructor<object>,
): MethodDecorator {
  answerShapes.add(shape);
  const schema = { $ref: `${SCHEMA_REFERENCES}${shape.name}` };
  const responses = Object.entries(statuses).map(([status, description]) =>
    ApiResponse({ status: Number(status), description, content: { 'application/json': { schema } } }),
  );
  return applyDecorators(...responses);
}
