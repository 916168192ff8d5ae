import { describe, expect, it } from '@jest/globals';
import { ticksPerSecond } from '#domain/engine/time.js';
import { mute } from '#domain/chat/mute.js';
import { talk } from '#domain/chat/talk.js';
import { inviteToParty, refuseInvitation } from '#domain/party/invite.js';
import {
  forgetMember,
  kickMember,
  leaveParty,
  promoteMember,
  shareLootBy,
} from '#domain/party/membership.js';
import { setPlayerLevel } from '#domain/progression/attributes.js';
import { enemyRefusal } from '#domain/skills/skill-refusal.js';
import {
  ChatScope,
  PartyEnd,
  PartyInvitationEnd,
  PartyLootMode,
  RefusalReason,
} from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { Company } from './company.js';

const second = ticksPerSecond;

describe('an invitation', () => {
  it('that is accepted makes a party, which the one who invited leads', () => {
    const company = new Company(2);
    expect(company.invites(0, 1)).toBe(allowed);
    expect(company.told('partyProposed')).toEqual(['partyProposed 1']);
    expect(company.partyOf(0)).toBe('');
    expect(company.accepts(1, 0)).toBe(allowed);
    expect(company.partyOf(1)).toBe('0* 1');
    expect(company.told('partyProposalEnded', 'partyChanged')).toEqual([
      `partyProposalEnded 0 ${PartyInvitationEnd.accepted}`,
      `partyProposalEnded 1 ${PartyInvitationEnd.accepted}`,
      'partyChanged 0',
      'partyChanged 1',
    ]);
  });

  it('reaches another map', () => {
    const company = new Company(2);
    company.world.components.transform.columns.map[company.rows[1]!] = 1;
    expect([company.invites(0, 1), company.accepts(1, 0)]).toEqual([allowed, allowed]);
  });

  it('is refused with the reason', () => {
    const company = new Company(8);
    const { world, rows } = company;
    const self = { row: rows[0]!, name: 'P0' };
    expect(inviteToParty(world, rows[0]!, 'P0', { row: 0, name: '' })).toBe(RefusalReason.notOnline);
    expect(inviteToParty(world, rows[0]!, 'P0', self)).toBe(RefusalReason.invalidTarget);
    company.gather(0, 1, 2);
    expect(company.invites(3, 1)).toBe(RefusalReason.alreadyInParty);
    expect(company.invites(1, 3)).toBe(RefusalReason.notLeader);
    expect(company.invites(0, 3)).toBe(allowed);
    expect(company.invites(0, 3)).toBe(RefusalReason.alreadyInvited);
    expect(company.accepts(3, 0)).toBe(allowed);
    company.gather(0, 4);
    expect(company.invites(0, 5)).toBe(RefusalReason.partyFull);
    mute(world, rows[5]!, 0);
    expect(company.invites(5, 6)).toBe(RefusalReason.muted);
    // Who only stays until its fight is over.
    world.components.player.columns.session[rows[7]!] = 0;
    expect(company.invites(6, 7)).toBe(RefusalReason.notOnline);
  });

  it('is open for a while, and both are told of its end', () => {
    const company = new Company(2, { partyInvitationTicks: 10 * second });
    company.invites(0, 1);
    company.small.told();
    company.small.tick(9 * second);
    expect(company.told('partyProposalEnded')).toEqual([]);
    company.small.tick(2 * second);
    expect(company.told('partyProposalEnded')).toEqual([
      `partyProposalEnded 0 ${PartyInvitationEnd.expired}`,
      `partyProposalEnded 1 ${PartyInvitationEnd.expired}`,
    ]);
    expect(company.accepts(1, 0)).toBe(RefusalReason.unknownTarget);
  });

  it('that was declined is not repeated at once by the same player; another one may ask', () => {
    const company = new Company(3);
    const { world, rows } = company;
    company.invites(0, 1);
    company.small.told();
    expect(refuseInvitation(world, rows[1]!, company.invitation(0, 1))).toBe(allowed);
    expect(company.told('partyProposalEnded')).toEqual([
      `partyProposalEnded 0 ${PartyInvitationEnd.declined}`,
      `partyProposalEnded 1 ${PartyInvitationEnd.declined}`,
    ]);
    expect(company.accepts(1, 0)).toBe(RefusalReason.unknownTarget);
    expect(company.invites(0, 1)).toBe(RefusalReason.alreadyInvited);
    expect(company.invites(2, 1)).toBe(allowed);
    company.small.tick(world.content.rules.partyInvitationTicks + second);
    // It ended without another word, and so did the other one's time.
    expect(company.invites(0, 1)).toBe(allowed);
  });

  it('is somebody’s own: nobody else can accept it', () => {
    const company = new Company(3);
    company.invites(0, 1);
    const number = company.invitation(0, 1);
    expect(refuseInvitation(company.world, company.rows[2]!, number)).toBe(RefusalReason.unknownTarget);
    expect(company.invitation(0, 1)).toBe(number);
  });

  it('ends with the world of one of the two, and with another party of the one who is invited', () => {
    const company = new Company(4);
    company.invites(0, 1);
    company.invites(2, 1);
    company.invites(1, 3);
    company.leavesWorld(0);
    company.small.told();
    company.small.tick(second);
    expect(company.told('partyProposalEnded')).toEqual([
      `partyProposalEnded 1 ${PartyInvitationEnd.withdrawn}`,
    ]);
    expect(company.accepts(1, 2)).toBe(allowed);
    // What the newcomer asked others itself is void: it leads nobody.
    expect(company.told('partyProposalEnded')).toContain(
      `partyProposalEnded 3 ${PartyInvitationEnd.withdrawn}`,
    );
  });

  it('of one who does not lead any more is void', () => {
    const company = new Company(3);
    company.gather(0, 1);
    company.invites(0, 2);
    promoteMember(company.world, company.rows[0]!, company.membership(1));
    expect(company.accepts(2, 0)).toBe(RefusalReason.unknownTarget);
  });

  it('to the last place is taken by one', () => {
    const company = new Company(3, { partyMembersMax: 2 });
    company.invites(0, 1);
    company.invites(0, 2);
    expect(company.accepts(1, 0)).toBe(allowed);
    expect(company.accepts(2, 0)).toBe(RefusalReason.partyFull);
  });

  it('is one of few: from one player, to one player', () => {
    const company = new Company(14);
    for (let to = 1; to <= 4; to++) expect(company.invites(0, to)).toBe(allowed);
    expect(company.invites(0, 5)).toBe(RefusalReason.busy);
    for (let from = 5; from <= 12; from++) expect(company.invites(from, 13)).toBe(allowed);
    expect(company.invites(4, 13)).toBe(RefusalReason.busy);
  });
});

describe('a party', () => {
  it('ends when one is left', () => {
    const company = new Company(2);
    company.gather(0, 1);
    expect(leaveParty(company.world, company.rows[0]!)).toBe(allowed);
    expect(company.told('partyLeft')).toEqual([
      `partyLeft 0 ${PartyEnd.left}`,
      `partyLeft 1 ${PartyEnd.dissolved}`,
    ]);
    expect([company.partyOf(0), company.partyOf(1)]).toEqual(['', '']);
    expect(leaveParty(company.world, company.rows[1]!)).toBe(RefusalReason.notInParty);
    expect(company.world.tables.parties.openCount).toBe(0);
  });

  it('is led by the longest member when its leader leaves', () => {
    const company = new Company(4);
    company.gather(0, 1, 2, 3);
    leaveParty(company.world, company.rows[0]!);
    expect(company.partyOf(3)).toBe('1* 2 3');
  });

  it('obeys its leader alone', () => {
    const company = new Company(4);
    const { world, rows } = company;
    company.gather(0, 1, 2);
    const own = company.membership(0);
    expect(kickMember(world, rows[1]!, own)).toBe(RefusalReason.notLeader);
    expect(promoteMember(world, rows[1]!, own)).toBe(RefusalReason.notLeader);
    expect(shareLootBy(world, rows[1]!, PartyLootMode.freeForAll)).toBe(RefusalReason.notLeader);
    expect(kickMember(world, rows[3]!, own)).toBe(RefusalReason.notInParty);
    expect(shareLootBy(world, rows[3]!, PartyLootMode.freeForAll)).toBe(RefusalReason.notInParty);
    expect(kickMember(world, rows[0]!, own)).toBe(RefusalReason.invalidTarget);
    expect(kickMember(world, rows[0]!, own + 1000)).toBe(RefusalReason.notInParty);
    expect(promoteMember(world, rows[0]!, company.membership(2))).toBe(allowed);
    expect(company.partyOf(0)).toBe('0 1 2*');
    expect(kickMember(world, rows[2]!, company.membership(0))).toBe(allowed);
    expect(company.partyOf(1)).toBe('1 2*');
    expect(company.told('partyLeft')).toEqual([`partyLeft 0 ${PartyEnd.kicked}`]);
  });

  it('hears how its leader shares loot', () => {
    const company = new Company(2);
    company.gather(0, 1);
    expect(shareLootBy(company.world, company.rows[0]!, PartyLootMode.freeForAll)).toBe(allowed);
    expect(company.told('partyChanged')).toEqual(['partyChanged 0', 'partyChanged 1']);
    expect(shareLootBy(company.world, company.rows[0]!, PartyLootMode.freeForAll)).toBe(allowed);
    expect(company.told('partyChanged')).toEqual([]);
  });

  it('is told of places, levels and health at most once a second, and of nothing when nothing changed', () => {
    const company = new Company(2);
    company.gather(0, 1);
    company.small.tick(second);
    expect(company.told('partyChanged', 'membersMoved')).toEqual(['membersMoved 0', 'membersMoved 1']);
    company.small.tick(3 * second);
    expect(company.told('partyChanged', 'membersMoved')).toEqual([]);
    const { x } = company.world.components.transform.columns;
    for (let tick = 0; tick < 3 * second; tick++) {
      x[company.rows[0]!]! += 0.01;
      company.small.tick();
    }
    expect(company.told('membersMoved')).toHaveLength(6);
  });

  it('is told later when there was no room for it at once', () => {
    const company = new Company(2);
    const { facts } = company.world;
    company.gather(0, 1);
    company.small.tick(second);
    company.small.told();
    const dropped = facts.dropped;
    const { parties } = company.world.tables;
    parties.isUntold[parties.of(company.character(0))] = 1;
    company.small.tick(second);
    expect(company.told('partyChanged')).toEqual(['partyChanged 0', 'partyChanged 1']);
    expect(facts.dropped).toBe(dropped);
    company.small.tick(second);
    expect(company.told('partyChanged')).toEqual([]);
  });

  it('talks among itself; who is in none, or muted, does not', () => {
    const company = new Company(3);
    company.gather(0, 1);
    const { world, rows } = company;
    expect(talk(world, rows[2]!, ChatScope.party, 'anybody?')).toBe(RefusalReason.notInParty);
    expect(talk(world, rows[0]!, ChatScope.party, ' here ')).toBe(allowed);
    expect(company.small.toldOf('spoke')).toEqual([
      expect.objectContaining({ scope: ChatScope.party, text: 'here' }),
    ]);
    mute(world, rows[0]!, 0);
    expect(talk(world, rows[0]!, ChatScope.party, 'here')).toBe(RefusalReason.muted);
  });
});

it('members of a party are no enemies where players may fight each other', () => {
  const company = new Company(3);
  const { world, rows } = company;
  for (const row of rows) world.components.transform.columns.map[row] = 1;
  company.gather(0, 1);
  expect(enemyRefusal(world, rows[0]!, rows[1]!)).toBe(RefusalReason.invalidTarget);
  expect(enemyRefusal(world, rows[0]!, rows[2]!)).toBe(allowed);
  leaveParty(world, rows[1]!);
  expect(enemyRefusal(world, rows[0]!, rows[1]!)).toBe(allowed);
});

describe('who is out of the world', () => {
  const rules = { partyAwayTicks: 100 * second, partyLeaderAwayTicks: 30 * second };

  it('keeps its place for a while, and has it when it comes back as another entity', () => {
    const company = new Company(3, rules);
    const { small } = company;
    company.gather(0, 1, 2);
    company.leavesWorld(2);
    small.tick(second);
    expect(company.told('partyChanged')).toEqual(['partyChanged 0', 'partyChanged 1']);
    small.tick(60 * second);
    expect(company.partyOf(0)).toBe('0* 1 2');
    company.comesBack(2, 1);
    small.told();
    small.tick(second);
    expect(company.told('partyChanged')).toEqual(['partyChanged 0', 'partyChanged 1', 'partyChanged 2']);
    small.tick(100 * second);
    expect(company.partyOf(2)).toBe('0* 1 2');
  });

  it('is told anew also when it went and came between two looks, as another entity', () => {
    const company = new Company(3, rules);
    company.gather(0, 1, 2);
    company.small.tick(second);
    company.told();
    company.leavesWorld(2);
    company.comesBack(2);
    company.small.tick(second);
    expect(company.told('partyChanged')).toEqual(['partyChanged 0', 'partyChanged 1', 'partyChanged 2']);
    company.small.tick(2 * second);
    expect(company.told('partyChanged')).toEqual([]);
  });

  it('is known by the level that it had', () => {
    const company = new Company(2, rules);
    company.gather(0, 1);
    setPlayerLevel(company.world, company.rows[1]!, 7);
    company.small.tick(second);
    const { parties } = company.world.tables;
    const at = parties.placeOf(company.character(1));
    company.leavesWorld(1);
    company.small.tick(second);
    expect(parties.levels[at]).toBe(7);
  });

  it('loses it after that, also several at once, and the last one is in no party', () => {
    const company = new Company(4, rules);
    company.gather(0, 1, 2, 3);
    for (const each of [1, 2, 3]) company.leavesWorld(each);
    company.small.tick(102 * second);
    expect(company.partyOf(0)).toBe('');
    expect(company.told('partyLeft')).toEqual([`partyLeft 0 ${PartyEnd.dissolved}`]);
  });

  it('leads no longer after a while: the longest that is there does', () => {
    const company = new Company(4, rules);
    company.gather(0, 1, 2, 3);
    const { parties } = company.world.tables;
    const party = parties.of(company.character(0));
    const [first, third] = [company.membership(0), company.membership(2)];
    company.leavesWorld(0);
    company.leavesWorld(1);
    company.small.tick(29 * second);
    expect(parties.leaders[party]).toBe(first);
    company.small.tick(3 * second);
    expect(parties.leaders[party]).toBe(third);
  });

  it('leads on while nobody else is there', () => {
    const company = new Company(2, rules);
    company.gather(0, 1);
    const { parties } = company.world.tables;
    const party = parties.of(company.character(0));
    const leader = parties.leaders[party];
    company.leavesWorld(0);
    company.leavesWorld(1);
    company.small.tick(50 * second);
    expect(parties.leaders[party]).toBe(leader);
    company.small.tick(60 * second);
    expect(parties.openCount).toBe(0);
  });

  it('for good, because it was erased, is in no party and invited nowhere', () => {
    const company = new Company(4);
    company.gather(0, 1, 2);
    company.invites(0, 3);
    refuseInvitation(company.world, company.rows[3]!, company.invitation(0, 3));
    expect(company.world.tables.partyInvitations.count).toBe(1);
    const character = company.character(0);
    company.leavesWorld(0);
    forgetMember(company.world, character);
    expect(company.partyOf(1)).toBe('1* 2');
    expect(company.world.tables.partyInvitations.count).toBe(0);
  });
});
