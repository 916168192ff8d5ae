// What is made is told when it is stored, behind the slots that it changed, and in the order in which it happened.

import { expect, it } from '@jest/globals';
import type { FactLog } from '#domain/engine/facts/fact-log.js';
import { CraftingEnd, CraftOutcome, Profession } from '#domain/vocabulary/generated/words.js';
import type { FactSink } from '#ports/storage/fact-sink.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { Item, smallContent } from '../../support/worlds/small-content.js';
import { Played } from '../../support/worlds/played-simulation.js';

const pieceTicks = 5;
const recipe = 7;
const content = smallContent({
  recipes: [
    {
      ...blank.recipe,
      ...{ id: recipe, key: 'toast', name: 'toast', station: 'none', durationTicks: pieceTicks },
      ...{ profession: 'cooking', skillUntil: 1 },
      inputs: [{ item: Item.bread, count: 1 }],
      output: { item: Item.pelt, count: 2 },
    },
  ],
});

class Disk implements FactSink {
  offered = 0;
  stored = 0;
  readonly isStoring = true;

  offer(_facts: FactLog, _row: number): boolean {
    this.offered++;
    return true;
  }

  handOver(): void {}
}

function played() {
  const disk = new Disk();
  const game = new Played({ factSink: disk, content });
  game.enter(1);
  const store = (): void => {
    disk.stored = disk.offered;
    game.step();
  };
  game.step();
  store();
  game.output.forget();
  return { game, store };
}

it('begins, comes and ends with what is stored', () => {
  const { game, store } = played();
  const command = game.nextCommand();
  game.simulation.requests.craft(1, { command, recipe, count: 2 });
  game.step(pieceTicks + 1);
  expect(game.output.of(1)).toEqual([['craftingBegun', recipe, 2, pieceTicks]]);
  game.output.forget();
  store();
  expect(game.output.of(1)).toEqual([
    ['commandConfirmed', command],
    ['slot', 1, Item.bread, 2],
    ['slot', 2, Item.pelt, 2],
    ['professionSkill', Profession.cooking, 1],
    ['pieceCrafted', recipe, CraftOutcome.made, Item.pelt, 2, 1],
  ]);
  game.output.forget();
  game.step(pieceTicks);
  expect(game.output.of(1)).toEqual([]);
  store();
  expect(game.output.of(1)).toEqual([
    ['slot', 1, Item.bread, 1],
    ['slot', 2, Item.pelt, 4],
    ['pieceCrafted', recipe, CraftOutcome.made, Item.pelt, 2, 0],
    ['craftingEnded', recipe, 2, CraftingEnd.done],
  ]);
});

it('another session of the character is told what was learned, and of no work', () => {
  const { game, store } = played();
  game.simulation.requests.craft(1, { command: game.nextCommand(), recipe, count: 3 });
  game.step(pieceTicks + 1);
  store();
  game.output.forget();
  game.enter(2, 'Player1');
  game.step(4 * pieceTicks);
  store();
  expect(game.output.of(2, 'professionSkill')).toEqual([['professionSkill', Profession.cooking, 1]]);
  expect(game.output.of(2).filter(([kind]) => /craft/i.test(kind))).toEqual([]);
  expect(game.output.of(2, 'slot')).toContainEqual(['slot', 1, Item.bread, 2]);
});
