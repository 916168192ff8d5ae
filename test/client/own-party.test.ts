// What a client knows of its party: what it was told last.

import { expect, it } from '@jest/globals';
import {
  PartyEnd,
  PartyInvitationEnd,
  PartyLootMode,
  type PartyState,
} from '#adapters/protocol/generated/game.js';
import { OwnParty } from '#client/dealings/own-party.js';

const ada = { member: 11, name: 'Ada', entity: 5, level: 3, health: 255, map: 1, x: 2, y: 3 };
const bob = { ...ada, member: 12, name: 'Bob', entity: 6 };
const state = (...members: (typeof ada)[]): PartyState => ({
  party: 10,
  leader: 11,
  own: 12,
  loot: PartyLootMode.roundRobin,
  members,
  membersCount: members.length,
});

const known = (party: OwnParty) => [...party.members.values()].map(({ name, health }) => [name, health]);

it('holds who is in it, and what changed since', () => {
  const party = new OwnParty();
  party.told(state(ada, bob));
  expect([party.number, party.leader, party.own, party.loot]).toEqual([10, 11, 12, PartyLootMode.roundRobin]);
  const change = { member: 11, level: 4, health: 10, map: 1, x: 9, y: 9 };
  // One that has left meanwhile is not known any more.
  party.moved({ members: [change, { ...change, member: 99 }], membersCount: 2 });
  expect(known(party)).toEqual([
    ['Ada', 10],
    ['Bob', 255],
  ]);
  party.told(state(bob));
  expect(known(party)).toEqual([['Bob', 255]]);
});

it('ends by the end of this party, not of an earlier one', () => {
  const party = new OwnParty();
  party.told(state(ada, bob));
  party.ended({ party: 9, reason: PartyEnd.kicked });
  expect(party.number).toBe(10);
  party.ended({ party: 10, reason: PartyEnd.dissolved });
  expect([party.number, party.members.size, party.loot]).toEqual([0, 0, 0]);
});

it('holds invitations until they end, or another session begins', () => {
  const party = new OwnParty();
  party.invited({ invitation: 7, name: 'Ada', secondsLeft: 30 });
  party.invited({ invitation: 8, name: 'Bob', secondsLeft: 30 });
  party.invitationEnded({ invitation: 7, name: 'Ada', reason: PartyInvitationEnd.expired });
  expect([...party.invitations]).toEqual([[8, 'Bob']]);
  party.leave();
  expect(party.invitations.size).toBe(0);
});
