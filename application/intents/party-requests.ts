// Parties as players ask for them: whom a name means.

import { inviteToParty } from '#domain/party/invite.js';
import type { Verdict } from '#domain/vocabulary/verdict.js';
import { nameKey } from '#ports/names/name-key.js';
import type { Game } from '../game/game.js';

/** At once, or why not. Of those in the world, whatever map they are on. */
export function inviteByName({ world, seats }: Game, row: number, name: string): Verdict {
  const seat = seats.findByName(nameKey(name));
  const invited = { row: seat?.row ?? 0, name: seat?.name ?? '' };
  return inviteToParty(world, row, seats.at(row)!.name, invited);
}
