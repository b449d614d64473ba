/** The part of JSON Schema 2020-12 that our messages need. */
export interface JsonSchema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  title?: string;
  description?: string;
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  enum?: (string | number | boolean)[];
  const?: string | number | boolean;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** `strict` for writers (unknown properties are mistakes), `tolerant` for readers (they may be of a later version). */
export type SchemaMode = 'strict' | 'tolerant';

export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
