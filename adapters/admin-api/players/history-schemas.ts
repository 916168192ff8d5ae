// Pages of a game server's journal, as the contract writes them.

import { z } from 'zod';
import type { ToldHistory } from '#application/admin/players/read-history.js';
import { historyMax } from '#application/ledger/history.js';
import type { AnsweredPossessions } from '#application/ledger/possessions.js';
import { count, id, time, toTime, wholeNumber } from '../http/wire-types.js';

const number = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

export const historyPart = z.strictObject({
  before: wholeNumber(1, Number.MAX_SAFE_INTEGER).optional().meta({
    description: 'Only entries with a lower number: the last one of the page before',
  }),
  limit: wholeNumber(1, historyMax).default(50),
});
export type HistoryPartQuery = z.infer<typeof historyPart>;

export const stackId = wholeNumber(1, Number.MAX_SAFE_INTEGER);

const ledgerEntry = z
  .strictObject({
    number,
    tick: count,
    at: time.nullable().meta({
      description: 'When it was stored, by the clock of the game server; null where that is not known',
    }),
    kind: z
      .string()
      .meta({ description: 'Of fact, as protocol-schema/ledger.tos has it: stackChanged, coinsChanged' }),
    values: z.record(z.string(), z.union([z.string(), z.number()])).meta({
      description:
        'What its kind declares: verb, character, counterpart, command, instance (of the stack), item, amount, after, holder, owner, slot and others',
    }),
    partners: z
      .array(z.strictObject({ stack: number, amount: z.int(), after: count }).meta({ id: 'LedgerPartner' }))
      .meta({ description: 'Stacks that gave units to this one, or got some of it, in the same act' }),
  })
  .meta({ id: 'LedgerEntry' });

export const ledgerAnswer = z
  .strictObject({
    entries: z.array(ledgerEntry).meta({ description: 'Newest first' }),
    more: z.boolean().meta({ description: 'Whether there are older ones that are kept' }),
    keptFrom: number.nullable().meta({
      description:
        'Where the history ends: the oldest entry of all that is kept, 1 when nothing is missing; null while there are older ones',
    }),
    characters: z
      .array(
        z
          .strictObject({ characterId: number, name: z.string(), playerId: id })
          .meta({ id: 'LedgerCharacter' }),
      )
      .meta({ description: 'Those in the entries that the directory lists' }),
    items: z
      .array(z.strictObject({ id: number, key: z.string(), name: z.string() }).meta({ id: 'LedgerItem' }))
      .meta({ description: 'Those in the entries, as the content of the game server has them' }),
  })
  .meta({ id: 'LedgerAnswer' });
export type LedgerAnswer = z.infer<typeof ledgerAnswer>;

const ownedStack = z
  .strictObject({
    stack: number,
    item: number,
    count: z.int().min(1),
    holder: z.enum(['inventory', 'equipment', 'bank', 'buyBack']),
    slot: count,
    wear: count,
    isBound: z.boolean(),
  })
  .meta({ id: 'OwnedStack' });

const ownedQuest = z
  .strictObject({
    quest: number,
    name: z.string().nullable().meta({ description: 'Null for one that the content does not have any more' }),
    stage: z.string().nullable().meta({ description: 'What players read about the stage that it is in' }),
    isTakenOn: z.boolean(),
    completed: count.meta({ description: 'How often' }),
  })
  .meta({ id: 'OwnedQuest' });

export const possessionsAnswer = z
  .strictObject({
    coins: count,
    experience: count,
    stacks: z.array(ownedStack).meta({ description: 'By holder and slot, as they are stored' }),
    items: ledgerAnswer.shape.items,
    professions: z
      .array(z.strictObject({ profession: z.string(), skill: count }).meta({ id: 'LearnedProfession' }))
      .meta({ description: 'Points of skill, where it has any' }),
    quests: z.array(ownedQuest).meta({ description: 'What it has to do with quests' }),
  })
  .meta({ id: 'PossessionsAnswer' });
export type PossessionsAnswer = z.infer<typeof possessionsAnswer>;

export function presentPossessions({
  coins,
  experience,
  stacks,
  items,
  professions,
  quests,
}: AnsweredPossessions): PossessionsAnswer {
  const [owned, named] = [stacks.map((each) => ({ ...each })), items.map((each) => ({ ...each }))];
  const learned = { professions: [...professions], quests: [...quests] };
  return { ...{ coins, experience }, stacks: owned, items: named, ...learned };
}

export function presentHistory({ entries, more, keptFrom, characters, items }: ToldHistory): LedgerAnswer {
  return {
    entries: entries.map(({ storedUnix, partners, values, ...entry }) => ({
      ...entry,
      at: storedUnix === null ? null : toTime(storedUnix * 1000),
      values: { ...values },
      partners: partners.map((partner) => ({ ...partner })),
    })),
    ...{ more, keptFrom },
    characters: characters.map((each) => ({ ...each })),
    items: items.map((each) => ({ ...each })),
  };
}
