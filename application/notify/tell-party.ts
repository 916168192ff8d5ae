// What players are told of their party, of invitations into one and of rolls: the whole party whenever somebody came or went, and
// between that once a second who is somewhere else or otherwise than before.

import { ticksPerSecond } from '#domain/engine/time.js';
import { healthShare } from '#domain/party/health-share.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import type {
  PartyEndedMessage,
  PartyInvitationEndedMessage,
  PartyMember,
  PartyMemberChange,
  PartyMovedMessage,
  PartyStateMessage,
} from '#domain/vocabulary/generated/messages.js';
import {
  PartyEnd,
  PartyInvitationEnd,
  PartyLootMode,
  partyMembersMax,
} from '#domain/vocabulary/generated/words.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';
import { tellOpenRolls, tellRollBegun, tellRollEnded } from './tell-rolls.js';

const invited = { invitation: 0, name: '', secondsLeft: 0 };
const invitationEnded: Reused<PartyInvitationEndedMessage> = {
  invitation: 0,
  name: '',
  reason: PartyInvitationEnd.expired,
};
const left: Reused<PartyEndedMessage> = { party: 0, reason: PartyEnd.left };

const members: Reused<PartyMember>[] = Array.from({ length: partyMembersMax }, () => ({
  ...{ member: 0, name: '', entity: 0, level: 0, health: 0, map: 0, x: 0, y: 0 },
}));
const changes: Reused<PartyMemberChange>[] = Array.from({ length: partyMembersMax }, () => ({
  ...{ member: 0, level: 0, health: 0, map: 0, x: 0, y: 0 },
}));
const state: Reused<PartyStateMessage> = {
  party: 0,
  leader: 0,
  own: 0,
  loot: PartyLootMode.freeForAll,
  members,
  membersCount: 0,
};
const moved: Reused<PartyMovedMessage> = { members: changes, membersCount: 0 };

/** A fact of parties. */
export function tellPartyFact(game: Game, factRow: number): void {
  const { kind, subject, document, reason, amount, text } = game.world.facts;
  const row = game.world.rowOf(subject[factRow]!);
  const seat = row === 0 ? undefined : game.seats.at(row);
  if (seat?.state !== SeatState.playing) return;
  const { toSession } = game.output;
  switch (kind[factRow]!) {
    case FactKind.partyProposed:
      invited.invitation = document[factRow]!;
      invited.name = text[factRow] ?? '';
      invited.secondsLeft = Math.floor(amount[factRow]! / ticksPerSecond);
      toSession.partyInvited(seat.session, invited);
      break;
    case FactKind.partyProposalEnded:
      invitationEnded.invitation = document[factRow]!;
      invitationEnded.name = text[factRow] ?? '';
      invitationEnded.reason = reason[factRow]! as PartyInvitationEnd;
      toSession.partyInvitationEnded(seat.session, invitationEnded);
      break;
    case FactKind.partyChanged:
      tellParty(game, seat);
      break;
    case FactKind.membersMoved:
      tellMoved(game, seat);
      break;
    case FactKind.lootRollBegan:
      tellRollBegun(game, seat, document[factRow]!);
      break;
    case FactKind.lootRollDecided:
      tellRollEnded(game, seat, document[factRow]!);
      break;
    case FactKind.partyLeft:
      left.party = document[factRow]!;
      left.reason = reason[factRow]! as PartyEnd;
      toSession.partyEnded(seat.session, left);
      break;
  }
}

/** To one who enters, or goes on with another session: its party, its rolls, and the invitations to it that are open. */
export function tellCompany(game: Game, seat: Seat): void {
  tellParty(game, seat);
  tellOpenRolls(game, seat);
  const { world, output } = game;
  const { partyInvitations: invitations } = world.tables;
  for (let at = 0; at < invitations.count; at++) {
    if (invitations.to[at] !== seat.character || invitations.isDeclined[at] !== 0) continue;
    invited.invitation = invitations.numbers[at]!;
    invited.name = invitations.fromNames[at]!;
    invited.secondsLeft = Math.max(0, Math.floor((invitations.untilTick[at]! - world.tick) / ticksPerSecond));
    output.toSession.partyInvited(seat.session, invited);
  }
}

/** Its party as it is now; nothing to who is in none. */
function tellParty({ world, output }: Game, seat: Seat): void {
  const { parties } = world.tables;
  const own = parties.placeOf(seat.character);
  if (own < 0) return;
  const party = parties.of(seat.character);
  state.party = parties.numbers[party]!;
  state.leader = parties.leaders[party]!;
  state.own = parties.memberships[own]!;
  state.loot = parties.modes[party]! as PartyLootMode;
  state.membersCount = parties.counts[party]!;
  for (let place = 0; place < state.membersCount; place++)
    readMember(world, party * partyMembersMax + place, members[place]!);
  output.toSession.partyState(seat.session, state);
}

function readMember(world: Game['world'], at: number, into: Reused<PartyMember>): void {
  const { parties, characters } = world.tables;
  const { transform, identity } = world.components;
  const row = characters.rowOf(parties.characters[at]!);
  into.member = parties.memberships[at]!;
  into.name = parties.names[at]!;
  into.entity = row === 0 ? 0 : world.idAt(row);
  into.level = row === 0 ? parties.levels[at]! : identity.columns.level[row]!;
  into.health = row === 0 ? 0 : healthShare(world, row);
  into.map = row === 0 ? 0 : world.maps[transform.columns.map[row]!]!.definition.id;
  into.x = row === 0 ? 0 : transform.columns.x[row]!;
  into.y = row === 0 ? 0 : transform.columns.y[row]!;
}

/** Of the others, those who are not as they were told. */
function tellMoved({ world, output }: Game, seat: Seat): void {
  const { parties } = world.tables;
  const party = parties.of(seat.character);
  if (party < 0) return;
  const first = party * partyMembersMax;
  let count = 0;
  for (let at = first; at < first + parties.counts[party]!; at++) {
    if (parties.movedTick[at] !== world.tick || parties.characters[at] === seat.character) continue;
    const change = changes[count++]!;
    change.member = parties.memberships[at]!;
    change.level = parties.levels[at]!;
    change.health = parties.healths[at]!;
    change.map = parties.maps[at]!;
    change.x = parties.x[at]!;
    change.y = parties.y[at]!;
  }
  if (count === 0) return;
  moved.membersCount = count;
  output.toSession.partyMoved(seat.session, moved);
}
