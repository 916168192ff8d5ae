// How somebody comes into a party: one invites, by name and across maps, the other accepts. A party begins when the first one
// accepts; until then nobody is bound to anything.

import { isMuted } from '../chat/mute.js';
import type { WorldOf } from '../engine/system.js';
import { notePartyProposed } from '../vocabulary/generated/facts.js';
import { PartyInvitationEnd, PartyLootMode, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { declineInvitation, endAllTo, endInvitation, withdrawFrom } from './end-invitations.js';
import type { Inviting } from './end-invitations.js';
import { receivedMax, sentMax } from './invitations.js';
import { tellParty } from './membership.js';

export interface Invited {
  /** Row of the player, 0 when there is none of this name in the world. */
  readonly row: number;
  readonly name: string;
}

type Gathering = Inviting & WorldOf<'player' | 'muted' | 'calendar', 'parties'>;

/** The player at `row`, of that name, invites another one. */
export function inviteToParty(world: Gathering, row: number, name: string, invited: Invited): Verdict {
  const verdict = inviteRefusal(world, row, invited.row);
  if (verdict !== allowed) return verdict;
  const { facts, tick, tables, content } = world;
  const { character } = world.components.player.columns;
  const { partyInvitationTicks } = content.rules;
  const { partyInvitations: invitations } = tables;
  const at = invitations.open(
    character[row]!,
    name,
    character[invited.row]!,
    invited.name,
    tick + partyInvitationTicks,
  );
  if (at < 0) return RefusalReason.busy;
  const number = invitations.numbers[at]!;
  if (!notePartyProposed(facts, world.idAt(invited.row), number, partyInvitationTicks)) {
    // Nobody would know of it.
    invitations.remove(at);
    return RefusalReason.busy;
  }
  facts.text[facts.count - 1] = name;
  return allowed;
}

function inviteRefusal(world: Gathering, row: number, other: number): Verdict {
  const { session, character } = world.components.player.columns;
  const { parties, partyInvitations: invitations } = world.tables;
  if (isMuted(world, row)) return RefusalReason.muted;
  // Nobody is there to answer for who only stays until its fight is over.
  if (other === 0 || session[other] === 0) return RefusalReason.notOnline;
  if (other === row) return RefusalReason.invalidTarget;
  const [from, to] = [character[row]!, character[other]!];
  const party = parties.of(from);
  if (party >= 0) {
    if (!parties.isLeader(party, from)) return RefusalReason.notLeader;
    if (parties.counts[party]! >= world.content.rules.partyMembersMax) return RefusalReason.partyFull;
  }
  if (parties.of(to) >= 0) return RefusalReason.alreadyInParty;
  if (invitations.findBetween(from, to) >= 0) return RefusalReason.alreadyInvited;
  if (invitations.sentBy(from) >= sentMax || invitations.receivedBy(to) >= receivedMax)
    return RefusalReason.busy;
  return allowed;
}

/** The player at `row` takes up an invitation to it. */
export function acceptInvitation(world: Gathering, row: number, number: number): Verdict {
  const { parties, partyInvitations: invitations, characters } = world.tables;
  const character = world.components.player.columns.character[row]!;
  const at = invitations.findOpen(number, character);
  if (at < 0 || invitations.untilTick[at]! <= world.tick) return RefusalReason.unknownTarget;
  if (parties.of(character) >= 0) return RefusalReason.alreadyInParty;
  const from = invitations.from[at]!;
  const found = parties.of(from);
  if (characters.rowOf(from) === 0 || (found >= 0 && !parties.isLeader(found, from))) {
    endInvitation(world, at, PartyInvitationEnd.withdrawn);
    return RefusalReason.unknownTarget;
  }
  if (found >= 0 && parties.counts[found]! >= world.content.rules.partyMembersMax)
    return RefusalReason.partyFull;
  const leader = world.idAt(characters.rowOf(from));
  const party =
    found >= 0 ? found : parties.open(from, invitations.fromNames[at]!, leader, PartyLootMode.roundRobin);
  if (party < 0) return RefusalReason.busy;
  parties.add(party, character, invitations.toNames[at]!, world.idAt(row));
  endInvitation(world, at, PartyInvitationEnd.accepted);
  // Both are in a party now. Whom the leader asked besides may still come.
  withdrawFrom(world, character);
  endAllTo(world, character);
  endAllTo(world, from);
  tellParty(world, party);
  return allowed;
}

/** The player at `row` turns an invitation to it down. */
export function refuseInvitation(world: Gathering, row: number, number: number): Verdict {
  const character = world.components.player.columns.character[row]!;
  const at = world.tables.partyInvitations.findOpen(number, character);
  if (at < 0) return RefusalReason.unknownTarget;
  declineInvitation(world, at);
  return allowed;
}
