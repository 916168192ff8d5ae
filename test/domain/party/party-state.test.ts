// Whatever players ask, in whatever order: parties stay what they are.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acceptInvitation, refuseInvitation } from '#domain/party/invite.js';
import { forgetMember, kickMember, leaveParty, promoteMember } from '#domain/party/membership.js';
import { partyMembersMax } from '#domain/vocabulary/generated/words.js';
import { Company } from './company.js';

const players = 9;
const rules = {
  partyMembersMax: 4,
  partyInvitationTicks: 300,
  partyAwayTicks: 600,
  partyLeaderAwayTicks: 180,
};

type Step = (company: Company) => void;

const anybody = fc.integer({ min: 0, max: players - 1 });

/** Row of who is in the world, for a request that only such a player can make. */
function asked(company: Company, player: number, request: (row: number) => void): void {
  const row = company.rows[player]!;
  if (row !== 0) request(row);
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(anybody, anybody).map(([from, to]): Step => (company) => {
    asked(company, from, () => company.invites(from, to));
  }),
  fc.tuple(anybody, anybody).map(([player, from]): Step => (company) => {
    const { partyInvitations: all } = company.world.tables;
    asked(company, player, (row) =>
      acceptInvitation(company.world, row, all.numbers[from % Math.max(1, all.count)]!),
    );
  }),
  anybody.map((player): Step => (company) => {
    asked(company, player, (row) =>
      refuseInvitation(company.world, row, company.world.tables.partyInvitations.lastNumber),
    );
  }),
  anybody.map((player): Step => (company) => {
    asked(company, player, (row) => leaveParty(company.world, row));
  }),
  fc
    .tuple(anybody, fc.integer({ min: 0, max: partyMembersMax }))
    .map(([player, place]): Step => (company) => {
      asked(company, player, (row) => kickMember(company.world, row, memberOf(company, player, place)));
    }),
  fc
    .tuple(anybody, fc.integer({ min: 0, max: partyMembersMax }))
    .map(([player, place]): Step => (company) => {
      asked(company, player, (row) => promoteMember(company.world, row, memberOf(company, player, place)));
    }),
  anybody.map((player): Step => (company) => {
    if (company.rows[player] !== 0) company.leavesWorld(player);
    else company.comesBack(player);
  }),
  anybody.map((player): Step => (company) => {
    if (company.rows[player] === 0) forgetMember(company.world, player + 1);
  }),
  fc.integer({ min: 1, max: 400 }).map(
    (ticks): Step =>
      (company) =>
        company.small.tick(ticks),
  ),
);

function memberOf(company: Company, player: number, place: number): number {
  const { parties } = company.world.tables;
  const party = parties.of(player + 1);
  return party < 0 ? 0 : parties.memberships[party * partyMembersMax + place]!;
}

/** All that is wrong, in words. */
function faultsOf({ world }: Company): string[] {
  const { parties, partyInvitations } = world.tables;
  const faults: string[] = [];
  const seen = new Set<number>();
  let open = 0;
  for (let party = 0; party < parties.capacity; party++) {
    const count = parties.counts[party]!;
    if (parties.numbers[party] === 0) {
      if (count !== 0) faults.push(`${count} members of no party`);
      continue;
    }
    open++;
    if (count < 2 || count > rules.partyMembersMax) faults.push(`a party of ${count}`);
    const first = party * partyMembersMax;
    const memberships = [...parties.memberships.subarray(first, first + count)];
    const leaders = memberships.filter((each) => each === parties.leaders[party]).length;
    if (leaders !== 1) faults.push(`${leaders} leaders`);
    if (memberships.some((each, i) => i > 0 && each <= memberships[i - 1]!)) faults.push('not by seniority');
    for (let at = first; at < first + count; at++) {
      const character = parties.characters[at]!;
      if (seen.has(character)) faults.push(`${character} is in two places`);
      seen.add(character);
      if (parties.of(character) !== party || parties.placeOf(character) !== at)
        faults.push(`${character} is not found`);
    }
    const free = parties.characters.subarray(first + count, first + partyMembersMax);
    if (free.some((each) => each !== 0)) faults.push('somebody stands behind the last');
  }
  if (parties.openCount !== open) faults.push(`${parties.openCount} parties are counted, ${open} there`);
  for (let player = 1; player <= players; player++)
    if (!seen.has(player) && parties.of(player) !== -1) faults.push(`${player} is in a party of others`);
  const pairs = new Set<string>();
  for (let at = 0; at < partyInvitations.count; at++) {
    const [from, to] = [partyInvitations.from[at]!, partyInvitations.to[at]!];
    pairs.add(`${from}-${to}`);
    if (partyInvitations.isDeclined[at] !== 0) continue;
    const party = parties.of(from);
    if (parties.of(to) !== -1) faults.push(`${to} is invited and in a party`);
    if (party >= 0 && !parties.isLeader(party, from)) faults.push(`${from} invites and does not lead`);
  }
  if (pairs.size !== partyInvitations.count) faults.push('somebody is invited twice');
  return faults;
}

it('nobody is in two parties, each has one leader and no more members than it may', () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 1, maxLength: 80 }), (all) => {
      const company = new Company(players, rules);
      for (const step of all) {
        step(company);
        expect(faultsOf(company)).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

it('the same requests lead to the same parties', () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 1, maxLength: 60 }), (all) => {
      const words = [0, 1].map(() => {
        const company = new Company(players, rules);
        for (const step of all) step(company);
        const visited: number[] = [];
        company.world.tables.parties.eachWord((word) => visited.push(word));
        company.world.tables.partyInvitations.eachWord((word) => visited.push(word));
        return visited;
      });
      expect(words[1]).toEqual(words[0]);
    }),
    { numRuns: 10 },
  );
});
