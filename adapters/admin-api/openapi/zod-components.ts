// Zod schemas as OpenAPI 3.0: one with an id becomes a named component, so that generated clients get named types.

import type { SwaggerDocumentOptions } from '@nestjs/swagger';
import { z } from 'zod';

type Converted = ReturnType<NonNullable<SwaggerDocumentOptions['standardSchemaConverter']>>;
type JsonSchema = Record<string, unknown>;

export function zodToOpenApi(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }): Converted {
  if (!(schema instanceof z.ZodType)) return undefined;
  const {
    definitions,
    $schema: _,
    ...root
  } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io: schemaType,
    override: ({ zodSchema, jsonSchema }) => {
      tidy(jsonSchema as JsonSchema);
      // zod leaves it out where a value is made from what is sent, as numbers are from text.
      if (zodSchema instanceof z.ZodDefault) jsonSchema.default ??= zodSchema.def.defaultValue as never;
    },
  }) as JsonSchema & { definitions?: Record<string, JsonSchema> };
  return { schema: root, components: definitions ?? {} };
}

/** Bounds of safe integers and the expressions behind formats say nothing to a reader. */
function tidy(schema: JsonSchema): void {
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum'];
  if (schema['format'] !== undefined) delete schema['pattern'];
  // Every component repeats its id otherwise, which OpenAPI 3.0 does not know.
  delete schema['id'];
}
