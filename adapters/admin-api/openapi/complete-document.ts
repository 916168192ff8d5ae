// What the document says of each route besides what Nest makes of its declarations: every error by its status and code, and
// examples of what is sent and answered.

import type { OpenAPIObject } from '@nestjs/swagger';
import type { DeclaredRoute } from '../access/list-routes.js';
import { errorCodes, type ErrorCode } from '../http/error-codes.js';
import { exampleOf, type Schemas } from './examples.js';
import { refusalsOf } from './refusals.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Media = NonNullable<Operation['requestBody']>;

const requestId = '7b1d0c1e-52f4-4a52-9d0f-0e6f3f6f5a11';

/** Changes it. */
export function completeDocument(document: OpenAPIObject, routes: readonly DeclaredRoute[]): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  for (const route of routes) {
    const operation = operationOf(document, route);
    // What supervisors ask answers with bodies of its own, also when something is not well.
    if (operation === undefined || !route.path.startsWith('/api/')) continue;
    const takes = {
      body: operation.requestBody !== undefined,
      parameters: (operation.parameters ?? []).length > 0,
    };
    addRefusals(operation, refusalsOf({ ...route, takes }));
    addExamples(operation.requestBody, schemas);
    for (const [status, response] of Object.entries(operation.responses))
      if (/^2/.test(status)) addExamples(response as Media, schemas);
  }
  return document;
}

function operationOf({ paths }: OpenAPIObject, { path, method }: DeclaredRoute): Operation | undefined {
  const written = path.replace(/:(\w+)/g, '{$1}');
  return paths[written]?.[method.toLowerCase() as 'get'];
}

function addRefusals({ responses }: Operation, codes: readonly ErrorCode[]): void {
  const byStatus = Map.groupBy(codes, (code) => errorCodes[code][0]);
  for (const [status, ofStatus] of [...byStatus].sort(([a], [b]) => a - b)) {
    const examples = ofStatus.map((code) => {
      const value = { error: { code, message: errorCodes[code][1], requestId } };
      return [code, { summary: errorCodes[code][1], value }] as const;
    });
    responses[status] = {
      description: ofStatus.join(', '),
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/ErrorBody' },
          examples: Object.fromEntries(examples),
        },
      },
    };
  }
}

function addExamples(content: Media | undefined, schemas: Schemas): void {
  if (content === undefined || !('content' in content)) return;
  const media = content.content?.['application/json'];
  if (media?.schema === undefined || media.example !== undefined) return;
  const example = exampleOf(media.schema as Record<string, unknown>, schemas);
  if (example !== undefined) media.example = example;
}
