// Bodies about sanctions, for operators and for game servers.

import { z } from 'zod';
import type { SanctionResult } from '#application/admin/players/sanction-player.js';
import {
  sanctionChangesMax,
  sanctionKinds,
  sanctionMessageBytesMax,
  sanctionSecondsMax,
  type ToldChanges,
} from '#ports/admin/players/sanction.js';
import { sanctionStates, type Sanction } from '#ports/admin/players/sanction-store.js';
import { count, id, time, toTime, toTimeOrNull } from '../http/wire-types.js';
import { command, presentCommand } from '../operations/command-schemas.js';
import { maybeSaid, reason } from '../operations/said.js';

const measure = z.enum(sanctionKinds).meta({ id: 'SanctionKind' });

export const sanctionBody = z
  .strictObject({
    reason,
    message: maybeSaid(sanctionMessageBytesMax).meta({
      description: 'What the player is told; for how long is added where there is room',
    }),
    seconds: z.int().min(1).max(sanctionSecondsMax).nullable().meta({
      description: 'For how long; null for good. More than a week takes the permission players:sanction-long',
    }),
  })
  .meta({ id: 'SanctionBody' });
export type SanctionBody = z.infer<typeof sanctionBody>;

export const liftBody = z.strictObject({ reason }).meta({ id: 'LiftSanctionBody' });
export type LiftBody = z.infer<typeof liftBody>;

export const sanction = z
  .strictObject({
    id,
    playerId: id.meta({
      description: 'For which player it was given; it holds for all that its account plays there',
    }),
    serverId: id,
    name: z.string().meta({ description: 'Of the character then' }),
    measure,
    state: z.enum(sanctionStates).meta({ id: 'SanctionState' }),
    reason: z.string(),
    message: z.string(),
    actorName: z.string(),
    givenAt: time,
    until: time.nullable().meta({ description: 'Null for good' }),
    liftedAt: time.nullable(),
    liftedByName: z.string().nullable(),
    liftReason: z.string().nullable(),
    isKnownThere: z.boolean().meta({
      description:
        'Whether its server has said that it knows it as it stands; one that is away is told when it is back',
    }),
  })
  .meta({ id: 'Sanction' });
export type SanctionView = z.infer<typeof sanction>;

export const sanctionsAnswer = z
  .strictObject({ sanctions: z.array(sanction) })
  .meta({ id: 'SanctionsAnswer' });
export type SanctionsAnswer = z.infer<typeof sanctionsAnswer>;

export const sanctionedAnswer = z
  .strictObject({
    sanction,
    command: command.nullable().meta({
      description:
        'By which the server is told at once. Whatever becomes of it, the sanction stands, and the server asks',
    }),
  })
  .meta({ id: 'SanctionedAnswer' });
export type SanctionedAnswer = z.infer<typeof sanctionedAnswer>;

export function presentSanction(one: Sanction): SanctionView {
  const { id, playerId, serverId, name, measure, state, reason, message, actorName, isKnownThere } = one;
  return {
    ...{ id, playerId, serverId, name, measure, state, reason, message, actorName },
    givenAt: toTime(one.givenAtUnixMs),
    until: toTimeOrNull(one.untilUnixMs),
    liftedAt: toTimeOrNull(one.liftedAtUnixMs),
    liftedByName: one.liftedByName ?? null,
    liftReason: one.liftReason ?? null,
    isKnownThere,
  };
}

export function presentSanctioned(result: Extract<SanctionResult, { ok: true }>): SanctionedAnswer {
  const { command } = result;
  return { sanction: presentSanction(result.sanction), command: command ? presentCommand(command) : null };
}

const mark = id.nullable();

export const fetchSanctionsBody = z
  .strictObject({ mark: mark.meta({ description: 'Of what the server has; null when it has nothing' }) })
  .meta({ id: 'FetchSanctionsBody' });
export type FetchSanctionsBody = z.infer<typeof fetchSanctionsBody>;

const toldSanction = z
  .strictObject({
    sanctionId: id,
    measure,
    characterId: count.min(1),
    characterName: z.string(),
    accountId: id,
    secondsLeft: count.meta({ description: 'From when this was read; 0 for good' }),
    message: z.string(),
  })
  .meta({ id: 'ToldSanction' });

export const fetchSanctionsAnswer = z
  .strictObject({
    isWhole: z.boolean().meta({
      description:
        'All there are begin with this page: what is not among them, when there is no more, does not hold',
    }),
    sanctions: z.array(toldSanction).max(sanctionChangesMax),
    over: z.array(id).max(sanctionChangesMax).meta({ description: 'Those that do not hold any more' }),
    mark: mark.meta({ description: 'To be asked with the next time' }),
    more: z.boolean().meta({ description: 'Another page waits' }),
  })
  .meta({ id: 'FetchSanctionsAnswer' });
export type FetchSanctionsAnswer = z.infer<typeof fetchSanctionsAnswer>;

export function presentChanges(changes: ToldChanges & { readonly more: boolean }): FetchSanctionsAnswer {
  const { isWhole, over, mark, more } = changes;
  const sanctions = changes.sanctions.map(({ name: characterName, ...told }) => ({ ...told, characterName }));
  return { isWhole, sanctions, over: [...over], mark, more };
}
