// Invitations end, and both players are told.

import type { WorldOf } from '../engine/system.js';
import { notePartyProposalEnded } from '../vocabulary/generated/facts.js';
import { PartyInvitationEnd } from '../vocabulary/generated/words.js';

export type Inviting = WorldOf<'characters', 'partyInvitations'>;

/** `at`: its index. Of one that was declined both know already. */
export function endInvitation(world: Inviting, at: number, reason: PartyInvitationEnd): void {
  const { partyInvitations: invitations } = world.tables;
  if (invitations.isDeclined[at] === 0) tellBoth(world, at, reason);
  invitations.remove(at);
}

/** It stands for the rest of its time, so that who declined is not asked again at once. */
export function declineInvitation(world: Inviting, at: number): void {
  tellBoth(world, at, PartyInvitationEnd.declined);
  world.tables.partyInvitations.isDeclined[at] = 1;
}

/** All open ones from a character: it leads nobody, or is not there any more. */
export function withdrawFrom(world: Inviting, character: number): void {
  const { partyInvitations: invitations } = world.tables;
  for (let at = invitations.count - 1; at >= 0; at--)
    if (invitations.from[at] === character && invitations.isDeclined[at] === 0)
      endInvitation(world, at, PartyInvitationEnd.withdrawn);
}

/** All open ones to a character: it is in a party, or not there any more. */
export function endAllTo(world: Inviting, character: number): void {
  const { partyInvitations: invitations } = world.tables;
  for (let at = invitations.count - 1; at >= 0; at--)
    if (invitations.to[at] === character && invitations.isDeclined[at] === 0)
      endInvitation(world, at, PartyInvitationEnd.elsewhere);
}

/** There is no such character any more: nothing of it stands, declined ones neither. */
export function forgetInvitations(world: Inviting, character: number): void {
  const { partyInvitations: invitations } = world.tables;
  for (let at = invitations.count - 1; at >= 0; at--) {
    if (invitations.from[at] === character) endInvitation(world, at, PartyInvitationEnd.withdrawn);
    else if (invitations.to[at] === character) endInvitation(world, at, PartyInvitationEnd.elsewhere);
  }
}

/** Once in a while: those whose time is over, and those of whom one is not in the world any more. */
export function expireInvitations(world: Inviting): void {
  const { partyInvitations: invitations, characters } = world.tables;
  for (let at = invitations.count - 1; at >= 0; at--) {
    if (invitations.untilTick[at]! <= world.tick) endInvitation(world, at, PartyInvitationEnd.expired);
    else if (invitations.isDeclined[at] !== 0) continue;
    else if (characters.rowOf(invitations.from[at]!) === 0)
      endInvitation(world, at, PartyInvitationEnd.withdrawn);
    else if (characters.rowOf(invitations.to[at]!) === 0)
      endInvitation(world, at, PartyInvitationEnd.elsewhere);
  }
}

function tellBoth(world: Inviting, at: number, reason: PartyInvitationEnd): void {
  const { partyInvitations: invitations } = world.tables;
  const number = invitations.numbers[at]!;
  tellOne(world, invitations.from[at]!, number, reason, invitations.toNames[at]!);
  tellOne(world, invitations.to[at]!, number, reason, invitations.fromNames[at]!);
}

function tellOne(
  world: Inviting,
  character: number,
  number: number,
  reason: PartyInvitationEnd,
  name: string,
): void {
  const { facts } = world;
  const row = world.tables.characters.rowOf(character);
  if (row !== 0 && notePartyProposalEnded(facts, world.idAt(row), number, reason))
    facts.text[facts.count - 1] = name;
}
