// Dead players stand up again: when they ask, after a short wait, or by themselves after a long one.

import type { Query } from '#domain/engine/ecs/query.js';
import { noteStoodUp } from '#domain/vocabulary/generated/facts.js';
import { RefusalReason } from '#domain/vocabulary/vocabulary.js';
import { standUp } from '#domain/respawn/stand-up.js';
import { allowed } from '#domain/skills/skill-refusal.js';
import type { Verdict } from '#domain/skills/skill-refusal.js';
import type { Game } from '../game/game.js';
import type { Seat } from '../seats/seats.js';

/** How often the dead are looked at: twice a second. */
const intervalTicks = 30;

/** Why a player does not stand up now, or `allowed` when it did. */
export function reviveOnRequest(game: Game, seat: Seat): Verdict {
  const { world } = game;
  const { dead } = world.components;
  if (!dead.has(seat.place)) return RefusalReason.notDead;
  if (dead.columns.sinceTick[seat.place]! + world.content.rules.respawnWaitTicks > world.tick)
    return RefusalReason.busy;
  return revive(game, seat.place) ? allowed : RefusalReason.busy;
}

/** Once a tick. `deadPlayers`: all who have a player and are dead. */
export function reviveAutomatically(game: Game, deadPlayers: Query): void {
  const { world } = game;
  if (world.tick % intervalTicks !== 0) return;
  const { sinceTick } = world.components.dead.columns;
  const { respawnAutomaticTicks } = world.content.rules;
  const { runs, runsEnd } = deadPlayers.refresh();
  for (let r = 0; r < runsEnd; r += 2)
    for (let e = runs[r]!; e < runs[r + 1]!; e++)
      if (sinceTick[e]! + respawnAutomaticTicks <= world.tick) revive(game, e);
}

/** False when it must wait until there is room to tell of it. */
function revive({ world, movement }: Game, place: number): boolean {
  if (!world.facts.reserve(1)) return false;
  standUp(world, movement, place);
  noteStoodUp(world.facts, world.idAt(place), world.components.transform.columns.map[place]!);
  return true;
}
