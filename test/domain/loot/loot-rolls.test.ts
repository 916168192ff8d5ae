import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseLoot } from '#domain/loot/roll-for-loot.js';
import { decideRolls } from '#domain/loot/decide-rolls.js';
import { expireLoot } from '#domain/loot/expire-loot.js';
import { leaveParty, shareLootBy } from '#domain/party/membership.js';
import {
  LootChoice,
  PartyLootMode,
  partyMembersMax,
  RefusalReason,
} from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { Item } from '../../support/worlds/small-content.js';
import { Hunt } from '../party/hunt.js';

const { pass, greed, need } = LootChoice;
const rollTicks = 300;

/** A kill leaves a sword, which does not stack, and a pelt. */
const lists = {
  lootTables: [
    {
      ...blank.lootTable,
      rolls: [Item.sword, Item.pelt].map((each) => ({
        ...{ item: each, chance: 1, countMin: 1, countMax: 1 },
      })),
    },
  ],
};

/** Players of one party that rolls, whose wolf is dead. */
function killed(players: number): Hunt {
  const rules = { lootRollTicks: rollTicks };
  const hunt = new Hunt(players + 1, rules, lists, [decideRolls, expireLoot]);
  hunt.gather(...Array.from({ length: players }, (_, player) => player));
  shareLootBy(hunt.world, hunt.rows[0]!, PartyLootMode.needGreed);
  hunt.small.told();
  hunt.kills(0);
  return hunt;
}

const rollOf = (hunt: Hunt): number => hunt.world.tables.lootRolls.lastNumber;
const choose = (hunt: Hunt, player: number, choice: LootChoice) =>
  chooseLoot(hunt.world, hunt.rows[player]!, rollOf(hunt), choice);

/** Whose the sword is, 0 for anybody. */
const winner = (hunt: Hunt): number => hunt.world.components.loot.columns.owner[hunt.laidRows[0]!]!;

describe('a single thing', () => {
  it('is rolled for by those with a share, and lies there for nobody meanwhile; the rest goes in turns', () => {
    const hunt = killed(3);
    expect(hunt.told('lootRollBegan')).toEqual(['lootRollBegan 0', 'lootRollBegan 1', 'lootRollBegan 2']);
    expect(hunt.laid[1]).toBe('0');
    for (const player of [0, 1, 3])
      expect(hunt.takes(player, hunt.laidRows[0]!)).toBe(RefusalReason.notYours);
  });

  it('waits all of its time while nobody with a share is in the world', () => {
    const hunt = killed(2);
    for (const player of [0, 1]) hunt.leavesWorld(player);
    hunt.small.tick(rollTicks - 10);
    expect(hunt.world.tables.lootRolls.openCount).toBe(1);
    expect(hunt.takes(2, hunt.laidRows[0]!)).toBe(RefusalReason.notYours);
    hunt.small.tick(20);
    expect(hunt.world.tables.lootRolls.openCount).toBe(0);
  });

  it('is theirs who need it before those who would like it', () => {
    const hunt = killed(3);
    expect([choose(hunt, 0, greed), choose(hunt, 1, need), choose(hunt, 2, pass)]).toEqual([
      allowed,
      allowed,
      allowed,
    ]);
    hunt.small.told();
    hunt.small.tick();
    expect(hunt.told('lootRollDecided')).toHaveLength(3);
    expect(winner(hunt)).toBe(hunt.character(1));
    expect(hunt.takes(0, hunt.laidRows[0]!)).toBe(RefusalReason.notYours);
    expect(hunt.takes(1, hunt.laidRows[0]!)).toBeUndefined();
  });

  it('is decided when the time is over: who did not choose has passed', () => {
    const hunt = killed(3);
    choose(hunt, 2, greed);
    hunt.small.tick(rollTicks - 2);
    expect(hunt.told('lootRollDecided')).toEqual([]);
    hunt.small.tick(2);
    expect(winner(hunt)).toBe(hunt.character(2));
  });

  it('is anybody’s when all pass', () => {
    const hunt = killed(2);
    choose(hunt, 0, pass);
    choose(hunt, 1, pass);
    hunt.small.tick();
    expect(winner(hunt)).toBe(0);
    expect(hunt.takes(2, hunt.laidRows[0]!)).toBeUndefined();
  });

  it('is chosen for once, by those with a share, while it is open', () => {
    const hunt = killed(2);
    expect(choose(hunt, 2, need)).toBe(RefusalReason.unknownTarget);
    expect(choose(hunt, 0, pass)).toBe(allowed);
    expect(choose(hunt, 0, need)).toBe(RefusalReason.noEffect);
    expect(choose(hunt, 1, greed)).toBe(allowed);
    hunt.small.tick();
    expect(choose(hunt, 1, need)).toBe(RefusalReason.unknownTarget);
    hunt.small.tick();
    expect(hunt.world.tables.lootRolls.openCount).toBe(0);
    expect(winner(hunt)).toBe(hunt.character(1));
  });

  it('waits for nobody who is out of the world, whose choice counts all the same', () => {
    const hunt = killed(3);
    const character = hunt.character(1);
    choose(hunt, 1, need);
    hunt.leavesWorld(1);
    hunt.leavesWorld(2);
    leaveParty(hunt.world, hunt.rows[0]!);
    choose(hunt, 0, greed);
    hunt.small.tick();
    expect(winner(hunt)).toBe(character);
  });

  it('is not that of one who was erased', () => {
    const hunt = killed(2);
    choose(hunt, 1, need);
    hunt.world.tables.lootRolls.forget(hunt.character(1));
    choose(hunt, 0, greed);
    hunt.small.tick();
    expect(winner(hunt)).toBe(hunt.character(0));
  });

  it('that is gone ends its roll', () => {
    const hunt = killed(2);
    hunt.world.tables.entities.destroy(hunt.laidRows[0]!);
    hunt.small.tick(2);
    expect(hunt.world.tables.lootRolls.openCount).toBe(0);
  });

  it('is decided later when there is no room to tell of it', () => {
    const hunt = killed(2);
    choose(hunt, 0, need);
    choose(hunt, 1, pass);
    hunt.small.withoutRoom(() => hunt.small.tick());
    expect(hunt.world.components.loot.columns.isRolledFor[hunt.laidRows[0]!]).toBe(1);
    hunt.small.tick();
    expect(winner(hunt)).toBe(hunt.character(0));
  });

  it('is the one’s who did most when there is no room for another roll', () => {
    const hunt = new Hunt(2, {}, lists, [decideRolls]);
    const { lootRolls } = hunt.world.tables;
    hunt.gather(0, 1);
    shareLootBy(hunt.world, hunt.rows[0]!, PartyLootMode.needGreed);
    while (lootRolls.open(1, new Uint32Array(1), 0, 10_000) >= 0);
    hunt.kills(1);
    expect(winner(hunt)).toBe(hunt.character(1));
    expect(hunt.takes(1, hunt.laidRows[0]!)).toBeUndefined();
  });
});

it('whatever is chosen, who wins is among those who wanted it most, and everybody wins now and then', () => {
  const choices = fc.array(fc.constantFrom(0, pass, greed, need), {
    minLength: 2,
    maxLength: partyMembersMax,
  });
  fc.assert(
    fc.property(choices, (all) => {
      const hunt = killed(all.length);
      all.forEach((choice, player) => {
        if (choice !== 0) choose(hunt, player, choice as LootChoice);
      });
      hunt.small.tick(rollTicks);
      const most = Math.max(...all);
      const wanting = all.flatMap((choice, player) => (choice === most ? [hunt.character(player)] : []));
      if (most <= pass) expect(winner(hunt)).toBe(0);
      else expect(wanting).toContain(winner(hunt));
    }),
    { numRuns: 40 },
  );
  const hunt = killed(2);
  const won = new Set<number>();
  for (let kill = 0; kill < 16; kill++) {
    choose(hunt, 0, greed);
    choose(hunt, 1, greed);
    hunt.small.tick();
    const rows = hunt.laidRows.filter((row) => hunt.world.components.loot.columns.items[row] === Item.sword);
    for (const row of rows) {
      won.add(hunt.world.components.loot.columns.owner[row]!);
      hunt.world.tables.entities.destroy(row);
    }
    // The next one is due only then.
    hunt.small.tick(600);
    hunt.wolf = hunt.spawn();
    hunt.kills(0);
  }
  expect(won).toEqual(new Set([hunt.character(0), hunt.character(1)]));
});
