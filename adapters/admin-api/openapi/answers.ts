// Declares what a route answers, for the document; and the errors that every route of its kind may give.

import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { errorCodes, type ErrorCode } from '../http/error-codes.js';

export const errorBody = z
  .strictObject({
    error: z.strictObject({
      code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]),
      message: z.string(),
      requestId: z.string(),
      fields: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
      retryAfterSeconds: z.int().optional(),
    }),
  })
  .meta({ id: 'ErrorBody' });

/** Of an answer that is not JSON: its media type. */
type Content = z.ZodType | { readonly media: string };

export function Answers(status: number, description: string, content?: Content): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    ApiResponse({ status, description, ...describe(content) }),
    ApiResponse({ status: 'default', description: 'Refused', standardSchema: errorBody }),
  );
}

function describe(content: Content | undefined): object {
  if (content === undefined) return {};
  if (content instanceof z.ZodType) return { standardSchema: content };
  const schema = { type: 'string', ...(content.media.startsWith('image/') && { format: 'binary' }) };
  return { content: { [content.media]: { schema } } };
}
