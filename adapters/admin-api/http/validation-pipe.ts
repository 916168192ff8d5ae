// Checks a parameter against the Zod schema that its decorator names; faults come back with the paths of their fields.

import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { ApiError, type FieldFault } from './api-error.js';

/** More faults help nobody, and their number is up to the sender. */
const faultsMax = 20;

export class ValidationPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const { schema } = metadata;
    if (!(schema instanceof z.ZodType)) return value;
    // `@Param('id', …)` checks one value, which has no path of its own.
    const prefix = metadata.data ? [metadata.data] : [];
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    throw new ApiError('invalid-request', { fields: toFaults(result.error.issues, prefix) });
  }
}

function toFaults(issues: readonly z.core.$ZodIssue[], prefix: readonly string[]): FieldFault[] {
  return issues
    .slice(0, faultsMax)
    .flatMap((issue): FieldFault[] => {
      const path = [...prefix, ...issue.path.map(String)];
      if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }];
      return issue.keys.map((key) => ({
        path: [...path, key.slice(0, 100)].join('.'),
        message: 'This field is not known here',
      }));
    })
    .slice(0, faultsMax);
}
