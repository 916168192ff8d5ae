// Whatever two players are in the middle of, each verb of the economy, asked at some moment before: both are erased, one
// after the other, and everything adds up after each. In the end nothing is owned by anybody.

import { describe, expect, it } from '@jest/globals';
import { checkLedger } from '#application/ledger/check-ledger.js';
import type { ErasureBook } from '#ports/storage/erasure-book.js';
import { HolderKind, PurseKind, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { WorldHoldings } from '#src/simulate/economy/books/world-holdings.js';
import { economyPlays, playNames } from '#src/simulate/economy/plays/all-plays.js';
import type { Cast } from '#src/simulate/economy/plays/play.js';
import type { EconomyPlayer } from '#src/simulate/economy/server/economy-player.js';
import { answerTicks, EconomyStage } from '#src/simulate/economy/server/stage.js';
import { economyContent } from '#src/simulate/economy/server/stage-content.js';
import { requireContent } from '#src/process/require-content.js';

const content = economyContent(await requireContent('content'));

async function erase(stage: EconomyStage, book: ErasureBook, player: EconomyPlayer): Promise<void> {
  const { name, characterId } = player;
  expect(await book.begin({ characterId, name }, 1)).toBe('begun');
  for (let tick = 0; !stage.server.simulation.eraseCharacter(name, characterId); tick++) {
    if (tick > 20) throw new Error(`${name} is still in the world after ${tick} ticks`);
    await stage.tick();
  }
  stage.server.store();
  await book.finish(characterId, 1);
  player.gone();
}

/** `ticks`: between the verb and the erasure. */
async function play(name: (typeof playNames)[number], ticks: number): Promise<void> {
  const stage = new EconomyStage(content, 7);
  const { journal, characters, erasures: book } = stage.stores;
  const [ada, bob] = (await stage.bringIn('Ada', 'Bob')) as [EconomyPlayer, EconomyPlayer];
  const cast: Cast = { stage, me: ada, other: bob, set: 0, thing: 0 };
  const { before = [], ask, isCommand } = economyPlays[name];
  for (const step of before) await stage.run(step(cast) ?? answerTicks);
  ask(cast, isCommand ? ada.nextCommand() : 0);
  await stage.run(ticks);
  for (const player of ticks % 2 === 0 ? [ada, bob] : [bob, ada]) {
    await erase(stage, book, player);
    await stage.run(2);
    expect(checkLedger(journal).findings).toEqual([]);
    expect(stage.world.facts.reservedFacts).toBe(0);
    expect(new WorldHoldings(stage.world).differences(stage.books.catchUp())).toEqual([]);
  }
  const { stacks, purses, experience, letters, listings, commands } = journal.tables();
  expect([...stacks.values()].filter(({ holder }) => holder !== HolderKind.ground)).toEqual([]);
  expect([purses.get(PurseKind.wallet)!.size, purses.get(PurseKind.letter)!.size]).toEqual([0, 0]);
  expect([experience.size, letters.size, listings.size, commands.size]).toEqual([0, 0, 0, 0]);
  expect(await characters.count()).toBe(0);
}

describe('an erasure', () => {
  it.each(playNames)(
    'in the middle of “%s” leaves a ledger that adds up, and nothing behind',
    async (name) => {
      for (const ticks of [0, 1, 2, 5]) await play(name, ticks);
    },
  );

  it('comes before a letter to it that waits for the same tick: who wrote it is told that there is nobody', async () => {
    const stage = new EconomyStage(content, 7);
    const [ada, bob] = (await stage.bringIn('Ada', 'Bob')) as [EconomyPlayer, EconomyPlayer];
    const cast: Cast = { stage, me: bob, other: ada, set: 0, thing: 0 };
    const { before = [], ask } = economyPlays.sendLetter;
    for (const step of before) await stage.run(step(cast) ?? answerTicks);
    const { lastLetter } = stage.world.tables.letters;
    const command = bob.nextCommand();
    ask(cast, command);
    await erase(stage, stage.stores.erasures, ada);
    await stage.run(answerTicks);
    expect(bob.refused.get(command)).toBe(RefusalReason.unknownTarget);
    expect(stage.world.tables.letters.lastLetter).toBe(lastLetter);
  });
});
