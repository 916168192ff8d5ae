// Settles who died in this tick. A creature's death gives experience and coins to those who did the damage, in shares
// that add up, and its items to the one who did most; a player's death costs a part of the level's progress.

import { earnerFacts, settlementFacts } from '../combat/death-facts.js';
import { threatEntriesMax } from '../combat/threat.js';
import type { CreatureDefinition } from '../content/generated/definitions.js';
import { defineSystem } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { pay, paymentFacts } from '../inventory/wallet.js';
import { dropLoot } from '../loot/ground-loot.js';
import type { LootDrops } from '../loot/ground-loot.js';
import { shareByWeight } from '../loot/shares.js';
import { characters } from '../player/characters.js';
import { atLevel } from '../progression/attributes.js';
import { experienceFactor } from '../progression/experience.js';
import { creditKill, gainFacts, loseByDeath, lossFacts } from '../progression/gain.js';
import type { Growing } from '../progression/gain.js';
import { noteCreatureDied } from '../respawn/spawn-creatures.js';
import { FactKind } from '../vocabulary/generated/facts.js';

if (gainFacts + paymentFacts > earnerFacts || lossFacts > settlementFacts)
  throw new Error('a death reserves less room than its settlement may write');

type Settling = Growing &
  LootDrops &
  WorldOf<'creature' | 'player' | 'motion' | 'characters', 'wallet' | 'threats' | 'spawns'>;

export const settleDeaths = defineSystem({
  name: 'deaths',
  budgetUs: 250,
  reads: ['dead', 'creature', 'player', 'motion', 'characters'],
  writes: [
    'entities',
    'progress',
    'wallet',
    'identity',
    'vitals',
    'combat',
    'transform',
    'loot',
    'threats',
    'spawns',
    'random',
    'lootCounters',
  ],
  emits: [
    'killCredited',
    'experienceGained',
    'experienceLost',
    'levelReached',
    'coinsGained',
    'forfeited',
    'itemDropped',
  ],
  owns: [characters],
  readsFacts: true,
  run(world, _queries, reader) {
    const { facts } = world;
    for (; reader.next < facts.count; reader.next++)
      if (facts.kind[reader.next] === FactKind.died) settle(world, facts.subject[reader.next]!);
  },
});

/** Whoever struck the blow reserved room for `settlementFacts`. */
function settle(world: Settling, entity: number): void {
  const place = world.placeOf(entity);
  const { player, creature } = world.components;
  let written = 0;
  if (player.has(place)) written = loseByDeath(world, place);
  else if (creature.has(place)) written = settleCreature(world, place);
  world.facts.release(settlementFacts - written);
}

const earners = new Uint32Array(threatEntriesMax);
const damage = new Float64Array(threatEntriesMax);
const experienceShares = new Float64Array(threatEntriesMax);
const coinShares = new Float64Array(threatEntriesMax);

function settleCreature(world: Settling, place: number): number {
  const { content, components, tables } = world;
  const { identity, player } = components;
  const level = identity.columns.level[place]!;
  const definition = content.creatures[identity.columns.template[place]!]!;
  const count = gatherEarners(world, place);
  tables.threats.clear(place);
  noteCreatureDied(world, place);
  const table = content.lootTables[definition.lootTable];
  const coins = table === undefined ? 0 : tables.random.loot.wholeBetween(table.coinsMin, table.coinsMax);
  shareByWeight(experienceOf(definition, level), damage, count, experienceShares);
  const first = shareByWeight(coins, damage, count, coinShares);
  let written = 0;
  for (let i = 0; i < count; i++) {
    const earner = earners[i]!;
    const factor = experienceFactor(identity.columns.level[earner]!, level);
    written += creditKill(world, earner, place, Math.floor(experienceShares[i]! * factor));
    written += pay(world, earner, coinShares[i]!);
  }
  if (table !== undefined)
    dropLoot(world, table, place, first < 0 ? 0 : player.columns.character[earners[first]!]!);
  return written;
}

/** Characters that hurt it and are in the world, on its map; dead or alive, still or again. Returns how many. */
function gatherEarners({ components, tables }: Settling, place: number): number {
  const { threats, characters: byNumber } = tables;
  const { map } = components.transform.columns;
  const at = place * threatEntriesMax;
  let count = 0;
  for (let i = 0; i < threats.count[place]!; i++) {
    if (threats.damage[at + i]! <= 0) continue;
    const earner = byNumber.placeOf(threats.character[at + i]!);
    if (earner === 0 || map[earner] !== map[place]) continue;
    earners[count] = earner;
    damage[count] = threats.damage[at + i]!;
    count++;
  }
  return count;
}

function experienceOf(definition: CreatureDefinition, level: number): number {
  return atLevel(definition.experience, definition.experiencePerLevel, level - definition.levelMin + 1);
}
