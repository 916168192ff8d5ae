// Lists in which a repeat makes no sense: of references and words, and of parts by what names them.

import type { z } from 'zod';
import type { SaidIssue } from '../json/said-issue.js';

type List = z.ZodType<readonly unknown[]>;

/** No two entries are alike: by themselves, or in the fields that are named, of which a part may lack some. */
export function distinct<S extends List>(list: S, fields: readonly string[] = []): S {
  const checked = list.superRefine((entries, context) => {
    const seen = new Map<string, number>();
    entries.forEach((entry, i) => {
      const named =
        fields.length === 0 ? entry : fields.map((field) => (entry as Record<string, unknown>)[field]);
      const what = JSON.stringify(named);
      const first = seen.get(what);
      if (first === undefined) seen.set(what, i);
      else context.addIssue({ code: 'custom', path: [i], params: said(entry, fields, first) });
    });
  });
  // As the file's JSON Schema says it.
  return fields.length === 0 ? checked.meta({ uniqueItems: true }) : checked;
}

function said(entry: unknown, fields: readonly string[], first: number): SaidIssue & Record<string, string> {
  if (fields.length === 0)
    return {
      reason: `is ${JSON.stringify(entry)} a second time, as entry ${first} is`,
      allowed: 'each once',
    };
  const given = fields
    .map((field) => [field, (entry as Record<string, unknown>)[field]] as const)
    .filter(([, value]) => value !== undefined);
  const words = given.map(([field, value]) => `${field} ${JSON.stringify(value)}`).join(', ');
  return {
    reason: `has ${words} a second time, as entry ${first} has`,
    allowed: `each ${given.map(([field]) => field).join(' with the same ')} once`,
  };
}
