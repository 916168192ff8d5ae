// What operators do to one character, in a tick: by the same rules as players, between two ticks, so that nothing can be
// doubled or lost that could not be by a player.

import { carryTo, healFully } from '#domain/operators/help.js';
import { grantCoins, grantItems } from '#domain/operators/grant.js';
import { writeRestored } from '#domain/operators/restore.js';
import { seizeCoins, seizeItems } from '#domain/operators/seize.js';
import { RefusalReason } from '#domain/vocabulary/generated/words.js';
import { allowed, type Verdict } from '#domain/vocabulary/verdict.js';
import { nameKey as keyOfName } from '#ports/names/name-key.js';
import type {
  CommandAnswer,
  CommandArguments,
  CommandRefusal,
} from '#ports/admin/operations/operator-command.js';
import type { NamedCharacter } from '#ports/storage/characters/named-character.js';
import type { Game } from '../game/game.js';

/** How an operator is told what a rule said. */
const refusals = new Map<Verdict, CommandRefusal>([
  [RefusalReason.busy, 'busy'],
  [RefusalReason.notStored, 'not-recorded'],
  [RefusalReason.inventoryFull, 'no-room'],
  [RefusalReason.noRoomThere, 'no-room'],
  [RefusalReason.notEnoughItems, 'not-enough'],
  [RefusalReason.notEnoughCoins, 'not-enough'],
  [RefusalReason.unknownTarget, 'stack-gone'],
  [RefusalReason.dead, 'dead'],
  [RefusalReason.invalidTarget, 'no-ground'],
]);

export class OperatorHands {
  constructor(private readonly game: Game) {}

  /** Whoever is away gets it by letter; the caller has looked that there is such a character. */
  grantItems({ characterId, item, units }: CommandArguments['grantItems']): CommandAnswer {
    const { world } = this.game;
    const definition = world.content.lists.items.find(({ key }) => key === item);
    if (definition === undefined) return { outcome: 'refused', reason: 'unknown-item' };
    return this.#moved(characterId, () => grantItems(world, characterId, definition, units));
  }

  grantCoins({ characterId, coins }: CommandArguments['grantCoins']): CommandAnswer {
    return this.#moved(characterId, () => grantCoins(this.game.world, characterId, coins));
  }

  seizeItems(wish: CommandArguments['seizeItems']): CommandAnswer {
    return this.#onBody(wish, (row) =>
      this.#moved(wish.characterId, () => seizeItems(this.game.world, row, wish)),
    );
  }

  seizeCoins(wish: CommandArguments['seizeCoins']): CommandAnswer {
    return this.#onBody(wish, (row) =>
      this.#moved(wish.characterId, () => seizeCoins(this.game.world, row, wish.coins)),
    );
  }

  /**
   * Of who is about to get back what it had: applied when it is neither in the world nor on its way in or out, so that nothing of
   * what it has moves.
   */
  makeWay({ characterId, name }: NamedCharacter): CommandAnswer {
    const { world, seats, erasing } = this.game;
    if (erasing.has(characterId)) return { outcome: 'refused', reason: 'not-here' };
    const isThere = seats.findByName(keyOfName(name)) !== undefined;
    if (isThere || world.tables.characters.rowOf(characterId) !== 0)
      return { outcome: 'refused', reason: 'in-world' };
    return { outcome: 'applied', players: 0 };
  }

  /** What it has instead of what it had, when the way was made before and it was kept out since. */
  restore(whom: NamedCharacter, facts: Uint8Array): CommandAnswer {
    const way = this.makeWay(whom);
    if (way.outcome !== 'applied') return way;
    return this.#moved(whom.characterId, () => writeRestored(this.game.world, facts));
  }

  heal(whom: CommandArguments['heal']): CommandAnswer {
    return this.#onBody(whom, (row) => answerTo(healFully(this.game.world, row)));
  }

  teleport({ map, x, y, ...whom }: CommandArguments['teleport']): CommandAnswer {
    const { world } = this.game;
    const index = world.content.mapIndex(map);
    if (index < 0) return { outcome: 'refused', reason: 'unknown-map' };
    return this.#onBody(whom, (row) => answerTo(carryTo(world, row, index, x, y)));
  }

  /** Of who is in the world; one whose player has left lingers there for a while and counts. */
  #onBody({ characterId, name }: NamedCharacter, act: (row: number) => CommandAnswer): CommandAnswer {
    const seat = this.game.seats.findByName(keyOfName(name));
    const isThere = seat !== undefined && seat.row !== 0 && seat.characterId === characterId;
    return isThere ? act(seat.row) : { outcome: 'refused', reason: 'not-here' };
  }

  /** Nothing is done that could not be stored, or that an erasure which goes on would not see. */
  #moved(characterId: number, act: () => Verdict): CommandAnswer {
    const { world, erasing, factCounts } = this.game;
    if (erasing.has(characterId)) return { outcome: 'refused', reason: 'not-here' };
    if (!world.tables.ledger.isStoring) return { outcome: 'refused', reason: 'not-recorded' };
    const answer = answerTo(act(), world.tables.characters.rowOf(characterId) === 0 ? 0 : 1);
    factCounts.read();
    return answer;
  }
}

/** `players`: how many in the world it reached. */
function answerTo(verdict: Verdict, players = 1): CommandAnswer {
  if (verdict === allowed) return { outcome: 'applied', players };
  const reason = refusals.get(verdict);
  if (reason === undefined) throw new Error(`a rule refused an operator for reason ${verdict}`);
  return { outcome: 'refused', reason };
}
