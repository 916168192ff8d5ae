import { describe, expect, it } from '@jest/globals';
import type { QuestOutcome } from '#domain/content/generated/definitions.js';
import { queryOf } from '#domain/engine/system.js';
import { openToAll } from '#domain/loot/open-to-all.js';
import { leaveParty, shareLootBy } from '#domain/party/membership.js';
import { questObjectives, questSlots } from '#domain/quest-log/columns.js';
import { PartyLootMode, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { Creature, Item, item } from '../../support/worlds/small-content.js';
import { Hunt } from './hunt.js';

const page = 9;
const outcome: QuestOutcome = { label: '', next: 0, experience: 0, coins: 0, items: [] };

/** A kill leaves pelts and bread, and what some quest collects. */
const lists = {
  items: [
    item(Item.sword, 'sword', 1),
    item(Item.bread, 'bread', 5),
    item(Item.pelt, 'pelt', 10),
    { ...item(page, 'page', 10), kind: 'quest' as const },
  ],
  lootTables: [
    {
      ...blank.lootTable,
      rolls: [Item.pelt, Item.bread, page].map((each) => ({
        ...{ item: each, chance: 1, countMin: 1, countMax: 1 },
      })),
    },
  ],
  quests: [
    {
      ...blank.quest,
      id: 1,
      stages: [
        {
          ...{ number: 1, description: '', handIn: 0, lines: [], outcomes: [outcome] },
          objectives: [
            { kind: 'collect' as const, item: page, count: 1 },
            { kind: 'kill' as const, creature: Creature.wolf, count: 2 },
          ],
        },
      ],
    },
  ],
};

function takesOn(hunt: Hunt, player: number): void {
  const { quest, stage } = hunt.world.components.quests.columns;
  const first = hunt.rows[player]! * questSlots;
  quest[first] = 1;
  stage[first] = 1;
}

describe('what a party’s kill leaves', () => {
  it('goes to those with a share in turns, from stack to stack and from kill to kill', () => {
    const hunt = new Hunt(3, {}, lists);
    hunt.gather(0, 1, 2);
    hunt.kills(1);
    expect(hunt.laid).toEqual(['0', '1']);
    hunt.wolf = hunt.spawn();
    hunt.kills(1);
    expect(hunt.laid).toEqual(['0', '1', '2', '0']);
  });

  it('is for whoever of them takes it first, where the leader wants it so', () => {
    const hunt = new Hunt(4, {}, lists);
    hunt.gather(0, 1, 2);
    shareLootBy(hunt.world, hunt.rows[0]!, PartyLootMode.freeForAll);
    hunt.kills(1);
    expect(hunt.laid).toEqual(['1 (0 2)', '1 (0 2)']);
    const [first, second] = hunt.laidRows;
    expect(hunt.takes(3, first!)).toBe(RefusalReason.notYours);
    expect(hunt.takes(2, first!)).toBeUndefined();
    expect(hunt.takes(1, second!)).toBeUndefined();
  });

  it('is shared as it was chosen before the first blow, by those who were in the party then', () => {
    const hunt = new Hunt(3, {}, lists);
    hunt.gather(0, 1);
    shareLootBy(hunt.world, hunt.rows[0]!, PartyLootMode.freeForAll);
    hunt.strikes(0, 5);
    shareLootBy(hunt.world, hunt.rows[0]!, PartyLootMode.roundRobin);
    hunt.gather(0, 2);
    leaveParty(hunt.world, hunt.rows[1]!);
    hunt.kills(0);
    expect(hunt.laid).toEqual(['0 (1)', '0 (1)']);
    expect(hunt.takes(2, hunt.laidRows[0]!)).toBe(RefusalReason.notYours);
    expect(hunt.takes(1, hunt.laidRows[0]!)).toBeUndefined();
  });

  it('is for those with a share, and goes on from the first when the party is no more', () => {
    const hunt = new Hunt(2, { partyShareRangeM: 10 }, lists);
    hunt.gather(0, 1);
    hunt.strikes(0, 5);
    leaveParty(hunt.world, hunt.rows[1]!);
    hunt.kills(0);
    expect(hunt.laid).toEqual(['0', '1']);
  });

  it('is anybody’s after a while', () => {
    const hunt = new Hunt(3, {}, lists);
    hunt.gather(0, 1);
    hunt.kills(0);
    const [first] = hunt.laidRows;
    expect(hunt.takes(2, first!)).toBe(RefusalReason.notYours);
    hunt.small.tick(hunt.world.content.rules.lootOwnedTicks);
    expect(hunt.takes(2, first!)).toBeUndefined();
  });

  it('and is wanted for a quest falls for each who wants it, and nobody else takes it', () => {
    const hunt = new Hunt(3, {}, lists);
    hunt.gather(0, 1, 2);
    takesOn(hunt, 1);
    takesOn(hunt, 2);
    hunt.kills(0);
    expect(hunt.laid).toEqual(['0', '1', '1', '2']);
  });

  it('counts for the quests of all with a share', () => {
    const hunt = new Hunt(3, {}, lists);
    hunt.gather(0, 1);
    takesOn(hunt, 1);
    takesOn(hunt, 2);
    hunt.kills(0);
    const { done } = hunt.world.components.quests.columns;
    const lanes = questSlots * questObjectives;
    expect([1, 2].map((player) => done[hunt.rows[player]! * lanes + 1])).toEqual([1, 0]);
  });

  it('43: coming into a party and leaving it changes nothing of anybody’s quests', () => {
    const hunt = new Hunt(3, {}, lists);
    takesOn(hunt, 1);
    hunt.gather(0, 1);
    hunt.kills(0);
    const { quest, stage, done } = hunt.world.components.quests.columns;
    const of = (row: number) =>
      [quest, stage, done].map((column) => {
        const lanes = column.length / quest.length;
        return [...column.slice(row * questSlots * lanes, (row + 1) * questSlots * lanes)];
      });
    const before = of(hunt.rows[1]!);
    leaveParty(hunt.world, hunt.rows[1]!);
    hunt.gather(2, 1);
    leaveParty(hunt.world, hunt.rows[2]!);
    hunt.small.tick(60);
    expect(of(hunt.rows[1]!)).toEqual(before);
  });

  it('of one that is erased is for the others, in the end for anybody', () => {
    const hunt = new Hunt(3, {}, lists);
    hunt.gather(0, 1, 2);
    shareLootBy(hunt.world, hunt.rows[0]!, PartyLootMode.freeForAll);
    hunt.kills(1);
    const lying = queryOf(hunt.world, { with: ['loot'] });
    expect(openToAll(hunt.world, lying, hunt.character(1))).toBe(true);
    expect(hunt.laid).toEqual(['0 (2)', '0 (2)']);
    openToAll(hunt.world, lying, hunt.character(2));
    expect(hunt.laid).toEqual(['0', '0']);
    openToAll(hunt.world, lying, hunt.character(0));
    expect(hunt.laid).toEqual(['-1', '-1']);
  });
});
