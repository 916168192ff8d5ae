// Settles who died in this tick. A creature's death gives experience and coins to those who did the damage, in shares
// that add up, and its items to the one who did most; a player's death costs a part of the level's progress.

import { earnerFacts, settlementFacts } from '../combat/death-facts.js';
import { threatEntriesMax } from '../combat/threat.js';
import type { CreatureDefinition, WhenFull } from '../content/generated/definitions.js';
import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { defineSystem } from '../engine/system.js';
import { pay, paymentFacts, roomForCoins } from '../inventory/wallet.js';
import { giveCoins, givenCoinsFacts, givingCoins, mayOverflow } from '../mail/overflow.js';
import { dropLoot, lootDrops } from '../loot/ground-loot.js';
import { shareByWeight } from '../loot/shares.js';
import { characters } from '../player/characters.js';
import { atLevel } from '../progression/attributes.js';
import { experienceFactor } from '../progression/experience.js';
import {
  creditingKills,
  creditKill,
  gainFacts,
  loseByDeath,
  losingByDeath,
  lossFacts,
} from '../progression/gain.js';
import { noteCreatureDied } from '../respawn/spawns.js';
import { Deed } from '../ledger/deed.js';
import { FactKind } from '../vocabulary/generated/facts.js';
import { LedgerVerb } from '../vocabulary/generated/words.js';

const factsOfEarner = gainFacts + Math.max(paymentFacts, givenCoinsFacts);
if (factsOfEarner > earnerFacts || lossFacts > settlementFacts)
  throw new Error(
    `a death reserves ${earnerFacts} facts for each who earns by it and ${settlementFacts} in all, and ` +
      `${factsOfEarner} and ${lossFacts} may be written: raise earnerFacts (domain/combat/death-facts.ts)`,
  );

const settling = defineAccess({
  rules: [creditingKills, losingByDeath, lootDrops, givingCoins],
  reads: ['creature', 'motion'],
  writes: ['threats', 'spawns'],
  emits: ['creatureFell'],
});
type Settling = WorldFor<typeof settling>;

export const settleDeaths = defineSystem({
  name: 'deaths',
  budgetUs: 250,
  ...settling,
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
  const row = world.rowOf(entity);
  const { player, creature } = world.components;
  let written = 0;
  if (player.has(row)) written = loseByDeath(world, row);
  else if (creature.has(row)) written = settleCreature(world, row);
  world.facts.release(settlementFacts - written);
}

const deed = new Deed();
const earners = new Uint32Array(threatEntriesMax);
const damage = new Float64Array(threatEntriesMax);
const experienceShares = new Float64Array(threatEntriesMax);
const coinShares = new Float64Array(threatEntriesMax);

function settleCreature(world: Settling, row: number): number {
  const { content, components, tables } = world;
  const { identity, player } = components;
  const level = identity.columns.level[row]!;
  const definition = content.creatures[identity.columns.template[row]!]!;
  const count = gatherEarners(world, row);
  tables.threats.clear(row);
  // Switched off a kill counts, and brings nothing.
  const brings = !tables.ledger.isClosed(LedgerVerb.kill);
  const table = brings ? content.lootTables[definition.lootTable] : undefined;
  const coins = table === undefined ? 0 : tables.random.loot.wholeBetween(table.coinsMin, table.coinsMax);
  shareByWeight(brings ? experienceOf(definition, level) : 0, damage, count, experienceShares);
  const first = shareByWeight(coins, damage, count, coinShares);
  const foremost = first < 0 ? 0 : player.columns.character[earners[first]!]!;
  noteCreatureDied(world, row, foremost);
  let written = 1;
  for (let i = 0; i < count; i++) {
    const earner = earners[i]!;
    const factor = experienceFactor(identity.columns.level[earner]!, level);
    written += creditKill(world, earner, row, Math.floor(experienceShares[i]! * factor));
    deed.is(LedgerVerb.kill, player.columns.character[earner]!);
    written += payShare(world, table?.whenFull ?? 'refuse', earner, coinShares[i]!);
  }
  if (table !== undefined) dropLoot(world, table, row, foremost);
  return written;
}

/** `deed` says what for. What the purse has no room for comes by letter, or is told as forfeited. */
function payShare(world: Settling, whenFull: WhenFull, earner: number, coins: number): number {
  const character = world.components.player.columns.character[earner]!;
  const isPosted = coins > roomForCoins(world, earner) && mayOverflow(world, whenFull, character);
  return isPosted ? giveCoins(world, deed, earner, coins) : pay(world, deed, earner, coins);
}

/** Characters that hurt it and are in the world, on its map; dead or alive, still or again. Returns how many. */
function gatherEarners({ components, tables }: Settling, row: number): number {
  const { threats, characters: byNumber } = tables;
  const { map } = components.transform.columns;
  const at = row * threatEntriesMax;
  let count = 0;
  for (let i = 0; i < threats.count[row]!; i++) {
    if (threats.damage[at + i]! <= 0) continue;
    const earner = byNumber.rowOf(threats.character[at + i]!);
    if (earner === 0 || map[earner] !== map[row]) continue;
    earners[count] = earner;
    damage[count] = threats.damage[at + i]!;
    count++;
  }
  return count;
}

function experienceOf(definition: CreatureDefinition, level: number): number {
  return atLevel(definition.experience, definition.experiencePerLevel, level - definition.levelMin + 1);
}
