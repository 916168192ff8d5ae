// What players are told of rolls for loot: that one begins, and how it ended.

import { ticksPerSecond } from '#domain/engine/time.js';
import type {
  LootRollBegunMessage,
  LootRollEndedMessage,
  LootRollResult,
} from '#domain/vocabulary/generated/messages.js';
import { LootChoice, partyMembersMax } from '#domain/vocabulary/generated/words.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';

const begun: Reused<LootRollBegunMessage> = { roll: 0, loot: 0, item: 0, wear: 0, secondsLeft: 0 };
const results: Reused<LootRollResult>[] = Array.from({ length: partyMembersMax }, () => ({
  ...{ name: '', choice: LootChoice.pass, points: 0 },
}));
const ended: Reused<LootRollEndedMessage> = { roll: 0, winner: '', results, resultsCount: 0 };

/** To one who enters, or goes on with another session: the rolls in which it has a part. */
export function tellOpenRolls(game: Game, seat: Seat): void {
  const { lootRolls: rolls } = game.world.tables;
  for (let roll = 0; roll < rolls.numbers.length && rolls.openCount > 0; roll++)
    if (rolls.numbers[roll] !== 0 && rolls.placeOf(roll, seat.character) >= 0)
      tellRollBegun(game, seat, rolls.numbers[roll]!);
}

/** Nothing of one that was decided meanwhile. */
export function tellRollBegun({ world, output }: Game, seat: Seat, number: number): void {
  const { lootRolls: rolls } = world.tables;
  const roll = rolls.find(number);
  const thing = roll < 0 || rolls.decidedTick[roll] !== 0 ? 0 : world.rowOf(rolls.things[roll]!);
  if (thing === 0 || seat.state !== SeatState.playing) return;
  const { items, wear } = world.components.loot.columns;
  begun.roll = number;
  begun.loot = rolls.things[roll]!;
  begun.item = items[thing]!;
  begun.wear = wear[thing]!;
  begun.secondsLeft = Math.max(0, Math.floor((rolls.untilTick[roll]! - world.tick) / ticksPerSecond));
  output.toSession.lootRollBegun(seat.session, begun);
}

export function tellRollEnded(game: Game, seat: Seat, number: number): void {
  const { lootRolls: rolls } = game.world.tables;
  const roll = rolls.find(number);
  if (roll < 0 || seat.state !== SeatState.playing) return;
  ended.roll = number;
  ended.winner = nameOf(game, rolls.winners[roll]!);
  ended.resultsCount = 0;
  for (let at = roll * partyMembersMax; at < (roll + 1) * partyMembersMax; at++) {
    if (rolls.characters[at] === 0) continue;
    const result = results[ended.resultsCount++]!;
    result.name = nameOf(game, rolls.characters[at]!);
    result.choice = rolls.choices[at] === 0 ? LootChoice.pass : (rolls.choices[at] as LootChoice);
    result.points = rolls.points[at]!;
  }
  game.output.toSession.lootRollEnded(seat.session, ended);
}

/** Empty for who is not in the world. */
function nameOf({ world, seats }: Game, character: number): string {
  return seats.at(world.tables.characters.rowOf(character))?.name ?? '';
}
