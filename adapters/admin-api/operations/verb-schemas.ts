// Bodies about verbs of the economy that operators switch off and on.

import { z } from 'zod';
import {
  switchableVerbNames,
  whyNotSwitchable,
  type SwitchableVerb,
} from '#domain/ledger/switchable-verbs.js';

export const verbName = z
  .enum(switchableVerbNames as [SwitchableVerb, ...SwitchableVerb[]], {
    error: ({ input }) => notSwitchable(input),
  })
  .meta({
    id: 'VerbName',
    description: 'A verb of the economy, as the ledger has it',
  });

/** What is no verb at all is told as any other value that does not fit. */
function notSwitchable(input: unknown): string | undefined {
  const why = typeof input === 'string' ? whyNotSwitchable(input) : undefined;
  if (why === undefined) return undefined;
  return `Is a verb that cannot be switched, for ${why}; allowed: one of ${switchableVerbNames.join(', ')}`;
}

export type VerbName = z.infer<typeof verbName>;

export const verbsAnswer = z
  .strictObject({
    verbs: z.array(
      z
        .strictObject({
          verb: verbName,
          isOpen: z.boolean().meta({ description: 'As the server said last' }),
          stops: z.string().meta({ description: 'What stops while it is off' }),
        })
        .meta({ id: 'VerbState' }),
    ),
  })
  .meta({ id: 'VerbsAnswer' });
export type VerbsAnswer = z.infer<typeof verbsAnswer>;
