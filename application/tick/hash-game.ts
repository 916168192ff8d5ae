// The fingerprint of a running game: the world's columns and what lies beside them - threat tables, paths asked for,
// spawn timers, who left, and the sheets of those who play. Two games with equal hashes and equal commands continue alike.

import { threatEntriesMax } from '#domain/combat/threat.js';
import type { CharacterSheet } from '#domain/player/character-sheet.js';
import { Hash, worldHash } from '#domain/world/world-hash.js';
import type { Game } from '../game/game.js';

export function hashGame(game: Game): string {
  const hash = new Hash();
  hashThreats(hash, game);
  game.routes.queue.eachWord((word) => hash.word(word));
  for (const due of game.spawns.timers.dueTick) hash.word(due);
  game.history.hashInto(hash);
  for (const seat of game.seats.all()) {
    hash.word(seat.session);
    hash.word(seat.state);
    hash.word(seat.entity);
    hash.word(seat.sinceTick);
    hashSheet(hash, seat.sheet);
  }
  game.world.facts.eachWord((word) => hash.word(word));
  game.roster.eachWord((word) => hash.word(word));
  game.kickedOut.eachWord((word) => hash.word(word));
  return `${worldHash(game.world)}-${hash.digest()}`;
}

function hashThreats(hash: Hash, { world, battle }: Game): void {
  const { count, attacker, character, threat, damage } = battle.threats;
  for (let place = 1; place < world.store.entities.placesUsed; place++) {
    if (count[place] === 0) continue;
    hash.word(place);
    const first = place * threatEntriesMax;
    for (let at = first; at < first + count[place]!; at++) {
      hash.word(attacker[at]!);
      hash.word(character[at]!);
      // Threat and damage are sums of whole and half points.
      hash.word(threat[at]! * 2);
      hash.word(damage[at]! * 2);
    }
  }
}

/** Place, vitals and running times of those in the world are in its columns. */
function hashSheet(hash: Hash, sheet: CharacterSheet): void {
  hash.word(sheet.level);
  hash.word(sheet.experience);
  hash.word(sheet.coins);
  hash.word(sheet.kills);
  hash.word(sheet.deaths);
  for (const item of sheet.inventory.items) hash.word(item);
  for (const count of sheet.inventory.counts) hash.word(count);
}
