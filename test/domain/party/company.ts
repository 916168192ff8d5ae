// Players who make up parties, in a world of the systems that have to do with it.

import { expect } from '@jest/globals';
import { settleDeaths } from '#domain/deaths/settle-deaths.js';
import type { ContentLists } from '#domain/content/content.js';
import type { GameRules } from '#domain/content/generated/definitions.js';
import type { System } from '#domain/engine/system.js';
import { acceptInvitation, inviteToParty } from '#domain/party/invite.js';
import { watchParties } from '#domain/party/watch-parties.js';
import { createPlayer } from '#domain/player/create-player.js';
import { setPlayerLevel } from '#domain/progression/attributes.js';
import { partyMembersMax } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import type { Verdict } from '#domain/vocabulary/verdict.js';
import { smallContent, smallRules } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';

export class Company {
  readonly small: SmallWorld;
  /** Rows; characters are numbered from 1 on, and called after their number. */
  readonly rows: number[] = [];

  constructor(
    players: number,
    rules: Partial<GameRules> = {},
    systems: readonly System[] = [],
    lists: Partial<ContentLists> = {},
  ) {
    this.small = new SmallWorld({
      systems: [settleDeaths, watchParties, ...systems],
      content: smallContent({ ...lists, rules: { ...smallRules, ...rules } }),
    });
    for (let i = 0; i < players; i++) this.rows.push(this.small.player(20 + i / 2, 20));
  }

  get world() {
    return this.small.world;
  }

  character(player: number): number {
    return this.world.components.player.columns.character[this.rows[player]!]!;
  }

  invites(from: number, to: number): Verdict {
    const invited = { row: this.rows[to]!, name: `P${to}` };
    return inviteToParty(this.world, this.rows[from]!, `P${from}`, invited);
  }

  /** Number of the newest invitation between two. */
  invitation(from: number, to: number): number {
    const { partyInvitations } = this.world.tables;
    const at = partyInvitations.findBetween(this.character(from), this.character(to));
    return at < 0 ? 0 : partyInvitations.numbers[at]!;
  }

  accepts(player: number, from: number): Verdict {
    return acceptInvitation(this.world, this.rows[player]!, this.invitation(from, player));
  }

  /** All of them in one party, which the first one leads. */
  gather(...players: number[]): void {
    const [leader, ...others] = players as [number, ...number[]];
    for (const each of others) {
      expect(this.invites(leader, each)).toBe(allowed);
      expect(this.accepts(each, leader)).toBe(allowed);
    }
    this.small.told();
  }

  /** Players of this one's party from the longest in it to the newest, the leader with a star; none for who is in none. */
  partyOf(player: number): string {
    const { parties } = this.world.tables;
    const party = parties.of(this.character(player));
    if (party < 0) return '';
    const members: string[] = [];
    for (let place = 0; place < parties.counts[party]!; place++) {
      const at = party * partyMembersMax + place;
      const isLeader = parties.leaders[party] === parties.memberships[at];
      members.push(`${parties.characters[at]! - 1}${isLeader ? '*' : ''}`);
    }
    return members.join(' ');
  }

  membership(player: number): number {
    const { parties } = this.world.tables;
    return parties.memberships[parties.placeOf(this.character(player))] ?? 0;
  }

  /** Its player is gone, and its character with it. */
  leavesWorld(player: number): void {
    const character = this.character(player);
    const row = this.rows[player]!;
    this.world.tables.characters.leave(character);
    this.world.tables.entities.destroy(row);
    this.rows[player] = 0;
  }

  /** As another entity, on that map. */
  comesBack(player: number, map = 0): void {
    const { world } = this;
    const character = player + 1;
    const at = { map, x: 20, y: 20, facing: 0, level: 1 };
    const id = createPlayer(world, { ...at, session: character, character, name: new Uint8Array([65]) });
    this.rows[player] = world.rowOf(id);
    setPlayerLevel(world, this.rows[player]!, 1);
    world.components.vitals.columns.health[this.rows[player]!] = 100;
  }

  /** Told to whom since the last time, as `fact player reason`. */
  told(...facts: string[]): string[] {
    const players = this.rows.map((row) => (row === 0 ? 0 : this.world.idAt(row)));
    return this.small
      .told()
      .filter(({ fact }) => facts.includes(fact))
      .map(({ fact, subject, reason }) =>
        [fact, players.indexOf(Number(subject)), ...(reason === undefined ? [] : [reason])].join(' '),
      );
  }
}
