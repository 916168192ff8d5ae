// What restoring a player would change, as the contract writes it.

import { z } from 'zod';
import type { AnsweredRestore } from '#application/ledger/restore/answer-restore.js';
import { count, time, toTime } from '../http/wire-types.js';

const number = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const change = z.strictObject({ now: count, then: count }).meta({ id: 'RestoredNumber' });

const stack = z
  .strictObject({
    stack: number.meta({ description: 'Its id; given back it gets another' }),
    item: number,
    count: number,
    holder: z.string().meta({ description: 'inventory, equipment or bank' }),
    slot: count,
  })
  .meta({ id: 'RestoredStack' });

const standing = z
  .strictObject({
    stage: count.meta({ description: '0 for one that is not taken on' }),
    completed: count.meta({ description: 'How often' }),
  })
  .meta({ id: 'RestoredStanding' });

export const restoreAnswer = z
  .strictObject({
    entry: count.meta({
      description: 'The last entry that counts; 0 where those that count are not kept any more',
    }),
    at: time.nullable().meta({ description: 'When it was stored; null where that is not known' }),
    taken: z.array(stack).meta({ description: 'What it has and had not' }),
    given: z.array(stack).meta({ description: 'What it had and has not' }),
    elsewhere: z
      .array(
        z
          .strictObject({ of: number, stack: number, count: number, holder: z.string(), owner: count })
          .meta({ id: 'RestoredElsewhere' }),
      )
      .meta({
        description:
          'Stacks of others, letters, listings and vendors with units of one that is given back (`of`), as far as the player had a hand in it: they stay there. At most 64',
      }),
    coins: change,
    experience: change,
    professions: z
      .array(change.extend({ profession: z.string() }).meta({ id: 'RestoredProfession' }))
      .meta({ description: 'Points of skill, where they change' }),
    quests: z.array(
      z
        .strictObject({
          quest: number,
          name: z.string().nullable(),
          now: standing.nullable(),
          then: standing.nullable(),
        })
        .meta({ id: 'RestoredQuest' }),
    ),
    items: z
      .array(z.strictObject({ id: number, key: z.string(), name: z.string() }).meta({ id: 'RestoredItem' }))
      .meta({ description: 'Those that are named, as the server’s content has them' }),
  })
  .meta({ id: 'RestoreAnswer' });
export type RestoreAnswer = z.infer<typeof restoreAnswer>;

export function presentRestore({ storedUnix, ...restore }: AnsweredRestore): RestoreAnswer {
  const { taken, given, elsewhere, professions, quests, items } = restore;
  return {
    ...restore,
    at: storedUnix === null ? null : toTime(storedUnix * 1000),
    ...{ taken: [...taken], given: [...given], elsewhere: [...elsewhere], professions: [...professions] },
    ...{ quests: [...quests], items: [...items] },
  };
}
