// Who is in a party leaves it, is put out of it, or leads it from now on. With one member left there is no party any more.

import type { WorldOf } from '../engine/system.js';
import { notePartyChanged, notePartyLeft } from '../vocabulary/generated/facts.js';
import { PartyEnd, partyMembersMax, RefusalReason } from '../vocabulary/generated/words.js';
import type { PartyLootMode } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { forgetInvitations, withdrawFrom } from './end-invitations.js';
import type { Inviting } from './end-invitations.js';

export type Gathered = Inviting & WorldOf<never, 'parties'>;
type Asking = Gathered & WorldOf<'player'>;

export function leaveParty(world: Asking, row: number): Verdict {
  const { parties } = world.tables;
  const at = parties.placeOf(world.components.player.columns.character[row]!);
  if (at < 0) return RefusalReason.notInParty;
  removeMember(world, at, PartyEnd.left);
  return allowed;
}

/** Index by place of another member whom the leader at `row` means; or, below 0, why not: a refusal with its sign turned. */
function memberMeant(world: Asking, row: number, membership: number): number {
  const { parties } = world.tables;
  const character = world.components.player.columns.character[row]!;
  const party = parties.of(character);
  if (party < 0) return -RefusalReason.notInParty;
  if (!parties.isLeader(party, character)) return -RefusalReason.notLeader;
  const at = parties.findMember(party, membership);
  if (at < 0) return -RefusalReason.notInParty;
  return parties.characters[at] === character ? -RefusalReason.invalidTarget : at;
}

export function kickMember(world: Asking, row: number, membership: number): Verdict {
  const at = memberMeant(world, row, membership);
  if (at < 0) return -at as RefusalReason;
  removeMember(world, at, PartyEnd.kicked);
  return allowed;
}

/** Who is not in the world cannot lead. */
export function promoteMember(world: Asking, row: number, membership: number): Verdict {
  const { parties, characters } = world.tables;
  const at = memberMeant(world, row, membership);
  if (at < 0) return -at as RefusalReason;
  if (characters.rowOf(parties.characters[at]!) === 0) return RefusalReason.notOnline;
  makeLeader(world, at);
  tellParty(world, partyAt(at));
  return allowed;
}

/** Of what the party strikes from now on. */
export function shareLootBy(world: Asking, row: number, mode: PartyLootMode): Verdict {
  const { parties } = world.tables;
  const character = world.components.player.columns.character[row]!;
  const party = parties.of(character);
  if (party < 0) return RefusalReason.notInParty;
  if (!parties.isLeader(party, character)) return RefusalReason.notLeader;
  if (parties.modes[party] === mode) return allowed;
  parties.modes[party] = mode;
  tellParty(world, party);
  return allowed;
}

export function partyAt(at: number): number {
  return Math.floor(at / partyMembersMax);
}

/** `at`: index by place. */
export function removeMember(world: Gathered, at: number, reason: PartyEnd): void {
  const { parties } = world.tables;
  const party = partyAt(at);
  const isLeader = parties.leaders[party] === parties.memberships[at];
  if (isLeader) withdrawFrom(world, parties.characters[at]!);
  tellLeft(world, at, reason);
  parties.remove(party, at);
  if (parties.counts[party]! < 2) {
    tellLeft(world, party * partyMembersMax, PartyEnd.dissolved);
    parties.close(party);
    return;
  }
  if (isLeader) makeLeader(world, successorOf(world, party));
  tellParty(world, party);
}

/** Index by place of the longest member that is in the world, or of the longest one. */
export function successorOf(world: Gathered, party: number): number {
  const { parties, characters } = world.tables;
  const first = party * partyMembersMax;
  for (let at = first; at < first + parties.counts[party]!; at++)
    if (characters.rowOf(parties.characters[at]!) !== 0) return at;
  return first;
}

/** Who led before invites nobody any more. */
export function makeLeader(world: Gathered, at: number): void {
  const { parties } = world.tables;
  const party = partyAt(at);
  const before = parties.findMember(party, parties.leaders[party]!);
  if (before >= 0) withdrawFrom(world, parties.characters[before]!);
  parties.leaders[party] = parties.memberships[at]!;
}

/** There is no such character any more. */
export function forgetMember(world: Gathered, character: number): void {
  forgetInvitations(world, character);
  const at = world.tables.parties.placeOf(character);
  if (at >= 0) removeMember(world, at, PartyEnd.left);
}

/** To all its members how it is now. Who could not be told is told later (watch-parties). */
export function tellParty(world: Gathered, party: number): void {
  const { parties, characters } = world.tables;
  parties.isUntold[party] = 0;
  const first = party * partyMembersMax;
  for (let at = first; at < first + parties.counts[party]!; at++) {
    const row = characters.rowOf(parties.characters[at]!);
    if (row !== 0 && !notePartyChanged(world.facts, world.idAt(row))) parties.isUntold[party] = 1;
  }
}

function tellLeft(world: Gathered, at: number, reason: PartyEnd): void {
  const { parties, characters } = world.tables;
  const row = characters.rowOf(parties.characters[at]!);
  if (row !== 0) notePartyLeft(world.facts, world.idAt(row), parties.numbers[partyAt(at)]!, reason);
}
