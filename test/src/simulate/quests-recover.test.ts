// A server that dies while a quest is handed in, on a real game file: what its player was told is so afterwards, and what it
// asked for comes once.

import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { LedgerState } from '#domain/ledger/state/ledger-state.js';
import { stateDifferences } from '#domain/ledger/state/state-differences.js';
import { questObjectives, questSlots } from '#domain/quest-log/columns.js';
import { PurseKind } from '#domain/vocabulary/generated/words.js';
import { requireContent } from '#src/process/require-content.js';
import type { EconomyPlayer } from '#src/simulate/economy/server/economy-player.js';
import { economyContent } from '#src/simulate/economy/server/stage-content.js';
import { stageQuests } from '#src/simulate/economy/server/stage-quests.js';
import { answerTicks, EconomyStage } from '#src/simulate/economy/server/stage.js';
import { FileStores } from '#src/simulate/economy/server/stores.js';

const content = economyContent(await requireContent('content'));
const errand = stageQuests.errands[0];
const shepherd = content.lists.npcs.find(({ key }) => key === 'shepherd')!.id;

let stage: EconomyStage;
let ada: EconomyPlayer;

beforeEach(async () => {
  stage = new EconomyStage(content, 7, await FileStores.make());
  [ada] = (await stage.bringIn('Ada')) as [EconomyPlayer];
  stage.requests.acceptQuest(ada.session, { command: ada.nextCommand(), npc: giver(), quest: errand });
  await stage.run(answerTicks);
});

afterEach(async () => {
  await stage.stores.close();
});

/** Entity id, another one on each server. */
function giver(): number {
  const { npcs } = stage.world.tables;
  const { template } = stage.world.components.identity.columns;
  return stage.world.idAt(npcs.rows.find((row) => template[row] === shepherd)!);
}

function handIn(command: number): void {
  stage.requests.handInQuest(ada.session, { command, npc: giver(), quest: errand, stage: 1, outcome: 0 });
}

const stored = () =>
  stage.stores.journal.questsOf(ada.characterId).map((each) => [each.stage, each.completed]);

function coinsStored(): number {
  return stage.stores.journal.coinsIn(PurseKind.wallet, ada.characterId);
}

async function dies(): Promise<void> {
  await stage.crash();
  await stage.returnAll();
  // People take their places within a second.
  await stage.run(60);
}

it('40: what a player was told of its quests survives the death of the server, and a reward comes once', async () => {
  const before = coinsStored();
  expect(ada.quests.get(errand)).toBe('stage 1, done 0 0 0 0, completed 0');
  const command = ada.nextCommand();
  handIn(command);
  // Done, and nothing of it on the disk.
  stage.apply();
  await dies();
  expect([stored(), coinsStored()]).toEqual([[[1, 0]], before]);
  expect(ada.quests.get(errand)).toBe('stage 1, done 0 0 0 0, completed 0');
  handIn(command);
  stage.apply();
  stage.server.store();
  // On the disk, and nobody was told.
  await dies();
  expect([stored(), coinsStored()]).toEqual([[[0, 1]], before + 5]);
  expect(ada.quests.get(errand)).toBe('stage 0, done 0 0 0 0, completed 1');
  handIn(command);
  await stage.run(answerTicks);
  expect(ada.confirmed.has(command)).toBe(true);
  // Under a number of its own neither.
  handIn(ada.nextCommand());
  await stage.run(answerTicks);
  expect([stored(), coinsStored(), ada.coins]).toEqual([[[0, 1]], before + 5, before + 5]);
  expect(stage.told.untrue).toEqual([]);
});

it('the journal, read from its first entry on, says of quests what its tables say', async () => {
  handIn(ada.nextCommand());
  stage.requests.acceptQuest(ada.session, {
    ...{ command: ada.nextCommand(), npc: giver() },
    quest: stageQuests.gift,
  });
  await stage.run(answerTicks);
  stage.requests.abandonQuest(ada.session, { command: ada.nextCommand(), quest: stageQuests.gift });
  await stage.run(answerTicks);
  const { journal } = stage.stores;
  const replayed = new LedgerState();
  journal.entries(1, (facts, row) => replayed.apply(facts, row));
  expect(stateDifferences(replayed, journal.tables())).toEqual([]);
  expect([...replayed.quests.values()].map((each) => [each!.quest, each!.completed])).toEqual([[errand, 1]]);
});

it('what was done and no fact says yet is told to nobody who takes over the character', async () => {
  const { facts, components } = stage.world;
  const { done, isUnnoted } = components.quests.columns;
  const at = stage.rowOf(ada) * questSlots;
  let taken = 0;
  while (facts.reserve(1)) taken++;
  done[at * questObjectives] = 1;
  isUnnoted[at] = 1;
  stage.join(ada);
  await stage.run(answerTicks);
  expect([ada.isWelcome, ada.quests.size]).toEqual([true, 0]);
  facts.release(taken);
  await stage.run(30);
  expect(ada.quests.get(errand)).toBe('stage 1, done 1 0 0 0, completed 0');
  expect(stage.told.untrue).toEqual([]);
});
