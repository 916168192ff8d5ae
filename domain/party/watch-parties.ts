// Once a second each party, in turns: who is out of the world too long loses the lead, later its place; and the others are
// told of who came or went, and of where and how members are, if that is otherwise than they were told.

import { defineSystem } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { ticksPerSecond } from '../engine/time.js';
import { noteMembersMoved } from '../vocabulary/generated/facts.js';
import { PartyEnd, partyMembersMax } from '../vocabulary/generated/words.js';
import { expireInvitations } from './end-invitations.js';
import { healthShare } from './health-share.js';
import { partyInvitations } from './invitations.js';
import { makeLeader, removeMember, successorOf, tellParty } from './membership.js';
import type { Gathered } from './membership.js';
import { parties } from './parties.js';

type Watched = Gathered & WorldOf<'transform' | 'identity' | 'vitals' | 'dead'>;

export const watchParties = defineSystem({
  name: 'parties',
  budgetUs: 100,
  reads: ['characters', 'transform', 'identity', 'vitals', 'dead'],
  writes: ['parties', 'partyInvitations'],
  emits: ['partyChanged', 'membersMoved', 'partyLeft', 'partyProposalEnded'],
  owns: [parties, partyInvitations],
  run(world) {
    const { parties: table } = world.tables;
    const turn = world.tick % ticksPerSecond;
    if (turn === 0) expireInvitations(world);
    if (table.openCount === 0) return;
    for (let party = turn; party < table.capacity; party += ticksPerSecond)
      if (table.numbers[party] !== 0) lookAt(world, party);
  },
});

function lookAt(world: Watched, party: number): void {
  const { parties: table } = world.tables;
  const number = table.numbers[party];
  const isChanged = notePresence(world, party);
  dropAway(world, party);
  if (table.numbers[party] !== number) return;
  const hasNewLeader = replaceAwayLeader(world, party);
  const hasMoved = notePlaces(world, party);
  if (isChanged || hasNewLeader || table.isUntold[party] !== 0) tellParty(world, party);
  else if (hasMoved) tellMoved(world, party);
}

/** True when somebody came or went, or did both in between and is another entity now. */
function notePresence(world: Watched, party: number): boolean {
  const { parties: table, characters } = world.tables;
  const first = party * partyMembersMax;
  let isChanged = false;
  for (let at = first; at < first + table.counts[party]!; at++) {
    const row = characters.rowOf(table.characters[at]!);
    const entity = row === 0 ? 0 : world.idAt(row);
    if (entity === table.entities[at]) continue;
    table.entities[at] = entity;
    table.awaySince[at] = entity === 0 ? world.tick : 0;
    table.forgetTold(at);
    isChanged = true;
  }
  return isChanged;
}

/** Those whose places are kept no longer. */
function dropAway(world: Watched, party: number): void {
  const { parties: table } = world.tables;
  const first = party * partyMembersMax;
  const { partyAwayTicks } = world.content.rules;
  // Each goes through `removeMember`, which may end the party.
  for (let at = first + table.counts[party]! - 1; at >= first; at--)
    if (table.awaySince[at] !== 0 && table.awaySince[at]! + partyAwayTicks <= world.tick)
      removeMember(world, at, PartyEnd.away);
}

function replaceAwayLeader(world: Watched, party: number): boolean {
  const { parties: table } = world.tables;
  const at = table.findMember(party, table.leaders[party]!);
  const since = table.awaySince[at]!;
  if (since === 0 || since + world.content.rules.partyLeaderAwayTicks > world.tick) return false;
  const successor = successorOf(world, party);
  // Nobody is there who could lead.
  if (table.awaySince[successor] !== 0) return false;
  makeLeader(world, successor);
  return true;
}

/** Where and how members are now. True when the others know it otherwise. */
function notePlaces(world: Watched, party: number): boolean {
  const { parties: table, characters } = world.tables;
  const first = party * partyMembersMax;
  let hasMoved = false;
  for (let at = first; at < first + table.counts[party]!; at++) {
    const row = characters.rowOf(table.characters[at]!);
    if (row !== 0 && notePlace(world, at, row)) hasMoved = true;
  }
  return hasMoved;
}

function notePlace(world: Watched, at: number, row: number): boolean {
  const { parties: table } = world.tables;
  const { transform, identity } = world.components;
  const level = identity.columns.level[row]!;
  const health = healthShare(world, row);
  const map = world.maps[transform.columns.map[row]!]!.definition.id;
  const x = transform.columns.x[row]!;
  const y = transform.columns.y[row]!;
  const isKnown =
    table.levels[at] === level &&
    table.healths[at] === health &&
    table.maps[at] === map &&
    table.x[at] === x &&
    table.y[at] === y;
  if (isKnown) return false;
  table.levels[at] = level;
  table.healths[at] = health;
  table.maps[at] = map;
  table.x[at] = x;
  table.y[at] = y;
  table.movedTick[at] = world.tick;
  return true;
}

function tellMoved(world: Watched, party: number): void {
  const { parties: table, characters } = world.tables;
  const first = party * partyMembersMax;
  for (let at = first; at < first + table.counts[party]!; at++) {
    const row = characters.rowOf(table.characters[at]!);
    if (row === 0 || noteMembersMoved(world.facts, world.idAt(row))) continue;
    // Told with the next change of the party, which is looked at as a whole then.
    table.isUntold[party] = 1;
  }
}
