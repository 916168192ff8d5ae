// Bodies about verbs of the economy that operators switch off and on.

import { z } from 'zod';
import { switchableVerbNames, type SwitchableVerb } from '#domain/ledger/switchable-verbs.js';

export const verbName = z.enum(switchableVerbNames as [SwitchableVerb, ...SwitchableVerb[]]).meta({
  id: 'VerbName',
  description: 'A verb of the economy, as the ledger has it',
});
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
