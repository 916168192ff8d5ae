// Settles who died in this tick. A creature's death gives experience and coins to those who did the damage and their parties,
// in shares that add up (kill-shares), and its items to the one, or the party, that did most; a player's death costs a part
// of the level's progress.

import { earnerFacts, earnersMax, settlementFacts } from '../combat/death-facts.js';
import type { CreatureDefinition, WhenFull } from '../content/generated/definitions.js';
import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { defineSystem } from '../engine/system.js';
import { pay, paymentFacts, roomForCoins } from '../inventory/wallet.js';
import { giveCoins, givenCoinsFacts, givingCoins, mayOverflow } from '../mail/overflow.js';
import { dropLoot, lootDrops } from '../loot/ground-loot.js';
import { LootClaim } from '../loot/loot-claim.js';
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
import { LedgerVerb, partyMembersMax } from '../vocabulary/generated/words.js';
import type { PartyLootMode } from '../vocabulary/generated/words.js';
import { KillShares } from './kill-shares.js';

const factsOfEarner = gainFacts + Math.max(paymentFacts, givenCoinsFacts);
if (factsOfEarner > earnerFacts || lossFacts > settlementFacts)
  throw new Error(
    `a death reserves ${earnerFacts} facts for each who earns by it and ${settlementFacts} in all, and ` +
      `${factsOfEarner} and ${lossFacts} may be written: raise earnerFacts (domain/combat/death-facts.ts)`,
  );

const settling = defineAccess({
  rules: [creditingKills, losingByDeath, lootDrops, givingCoins],
  reads: ['creature', 'motion'],
  writes: ['threats', 'spawns', 'parties'],
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
const kill = new KillShares();
const claim = new LootClaim();
const experienceShares = new Float64Array(earnersMax);
const coinShares = new Float64Array(earnersMax);

function settleCreature(world: Settling, row: number): number {
  const { content, components, tables } = world;
  const { identity, player } = components;
  const level = identity.columns.level[row]!;
  const definition = content.creatures[identity.columns.template[row]!]!;
  kill.gather(world, row);
  // Switched off a kill counts, and brings nothing.
  const brings = !tables.ledger.isClosed(LedgerVerb.kill);
  const table = brings ? content.lootTables[definition.lootTable] : undefined;
  const coins = table === undefined ? 0 : tables.random.loot.wholeBetween(table.coinsMin, table.coinsMax);
  const experience = brings ? experienceOf(definition, level) : 0;
  kill.divide(experience, content.rules.partyBonusShare, experienceShares);
  const foremost = kill.divide(coins, 0, coinShares);
  const party = claimFor(world, foremost);
  tables.threats.clear(row);
  noteCreatureDied(world, row, claim.owner);
  let written = 1;
  for (let i = 0; i < kill.count; i++) {
    const earner = kill.earners[i]!;
    const factor = experienceFactor(identity.columns.level[earner]!, level);
    written += creditKill(world, earner, row, Math.floor(experienceShares[i]! * factor));
    deed.is(LedgerVerb.kill, player.columns.character[earner]!);
    written += payShare(world, table?.whenFull ?? 'refuse', earner, coinShares[i]!);
  }
  if (table !== undefined) dropLoot(world, table, row, claim);
  if (party >= 0) tables.parties.turns[party] = claim.turn;
  return written;
}

/** Whose the loot is. Returns the index of the party that did most, -1 for none or one that is no more. */
function claimFor(world: Settling, foremost: number): number {
  const { character } = world.components.player.columns;
  if (foremost < 0) {
    claim.ofOne(0);
    return -1;
  }
  const owner = character[kill.earners[kill.foremostOf(foremost)]!]!;
  const tag = kill.tags[foremost]!;
  if (tag < 0) {
    claim.ofOne(owner);
    return -1;
  }
  const { tags } = world.tables.threats;
  const party = partyOf(world, tag);
  const turn = party < 0 ? 0 : world.tables.parties.turns[party]!;
  claim.ofParty(tags.modes[tag]! as PartyLootMode, turn);
  claim.owner = owner;
  for (let at = tag * partyMembersMax; at < (tag + 1) * partyMembersMax; at++)
    if (hasShare(world, tags.members[at]!)) claim.addMember(tags.members[at]!);
  return party;
}

/** Where one of those who struck as it still is in it; else nobody is. */
function partyOf(world: Settling, tag: number): number {
  const { threats, parties } = world.tables;
  for (let at = tag * partyMembersMax; at < (tag + 1) * partyMembersMax; at++) {
    const party = parties.of(threats.tags.members[at]!);
    if (party >= 0 && parties.numbers[party] === threats.tags.parties[tag]) return party;
  }
  return -1;
}

function hasShare({ tables }: Settling, character: number): boolean {
  const row = character === 0 ? 0 : tables.characters.rowOf(character);
  if (row === 0) return false;
  for (let i = 0; i < kill.count; i++) if (kill.earners[i] === row) return true;
  return false;
}

/** `deed` says what for. What the purse has no room for comes by letter, or is told as forfeited. */
function payShare(world: Settling, whenFull: WhenFull, earner: number, coins: number): number {
  const character = world.components.player.columns.character[earner]!;
  const isPosted = coins > roomForCoins(world, earner) && mayOverflow(world, whenFull, character);
  return isPosted ? giveCoins(world, deed, earner, coins) : pay(world, deed, earner, coins);
}

function experienceOf(definition: CreatureDefinition, level: number): number {
  return atLevel(definition.experience, definition.experiencePerLevel, level - definition.levelMin + 1);
}
