// Letters and listings over a restart of a whole server with real clients: all that is in them is there, what went past its
// time meanwhile goes back, ids go on above those that were given, and the ledger adds up.

import { beforeEach, expect, it } from '@jest/globals';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { LetterKind } from '#adapters/protocol/generated/game.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { changeCoins } from '#domain/inventory/wallet.js';
import { Deed } from '#domain/ledger/deed.js';
import { LedgerVerb, RefusalReason } from '#domain/vocabulary/generated/words.js';
import {
  ask,
  content,
  enter,
  game,
  restart,
  rowOf,
  type Entered,
} from '../../support/servers/ada-on-a-server.js';
import { WholeServer } from '../../support/servers/whole-server.js';
import { Item } from '../../support/worlds/small-content.js';

let store: MemoryCharacterStore;
let first: WholeServer;
let ada: Entered;

beforeEach(async () => {
  store = new MemoryCharacterStore();
  // Bob was there once, so that the store knows him, and the server, which is another since, does not.
  const before = new WholeServer({ content, store });
  await enter(before, 'Bob');
  first = await restart(before, store);
  ada = await enter(first);
  const { world } = game(first);
  world.facts.reserve(1);
  const own = world.components.player.columns.character[rowOf(first)]!;
  changeCoins(world, new Deed().is(LedgerVerb.grant, own), rowOf(first), 500);
  await first.run(5);
});

/** Ada sends bread and asks for coins; Bob, who is away, has to be looked up. */
async function writeToBob(): Promise<void> {
  const command = ada.client.nextCommand();
  const stacks = [{ slot: 1, units: 2 }];
  const write = () => ask(first, ada, (by) => by.sendLetter(command, 'BOB', 'bread', 'pay', 0, 30, stacks));
  expect(await write()).toBe(RefusalReason.notKnownYet);
  expect(await write()).toBeUndefined();
}

function expectSound(server: WholeServer): void {
  expect(checkLedger(server.journal).findings).toEqual([]);
}

const lettersOf = async (server: WholeServer, { client }: Entered) => {
  client.readLetters(0);
  await server.run(20);
  return [...client.mailbox.letters.values()];
};

it('what was sent and listed before is opened, paid and bought after it', async () => {
  await writeToBob();
  expect(await ask(first, ada, (by) => by.listItem(by.nextCommand(), 0, 1, 70))).toBeUndefined();
  const second = await restart(first, store);
  const bob = await enter(second, 'Bob');
  const { world } = game(second);
  world.facts.reserve(1);
  const own = world.components.player.columns.character[rowOf(second, 'Bob')]!;
  changeCoins(world, new Deed().is(LedgerVerb.grant, own), rowOf(second, 'Bob'), 100);
  const [letter] = await lettersOf(second, bob);
  expect(letter).toMatchObject({ sender: 'Ada', title: 'bread', text: 'pay', cashOnDelivery: 30 });
  const { letter: id } = letter!;
  expect(await ask(second, bob, (by) => by.payLetter(by.nextCommand(), id, 30))).toBeUndefined();
  expect(await ask(second, bob, (by) => by.takeFromLetter(by.nextCommand(), id, 0))).toBeUndefined();
  bob.client.searchMarket(0, 0);
  await second.run(20);
  const [listing] = [...bob.client.mailbox.market.values()];
  expect(listing).toMatchObject({ item: Item.sword, count: 1, price: 70, own: false });
  expect(
    await ask(second, bob, (by) => by.buyListing(by.nextCommand(), listing!.listing, 70)),
  ).toBeUndefined();
  const third = await restart(second, store);
  expect(game(third).world.tables.listings.count).toBe(0);
  const back = await enter(third);
  const letters = await lettersOf(third, back);
  expect(letters.map(({ kind, coins }) => [kind, coins])).toEqual([
    [LetterKind.payment, 30],
    [LetterKind.sold, 70 - Math.floor(70 * content.rules.marketShare)],
  ]);
  // Above all that were given, of letters and listings.
  expect(game(third).world.tables.letters.lastLetter).toBe(third.journal.end.document);
  expect(await ask(third, back, (by) => by.listItem(by.nextCommand(), 1, 1, 9))).toBeUndefined();
  expect(third.journal.listings()[0]!.listing).toBeGreaterThan(letters.at(-1)!.letter);
  expectSound(third);
});

it('what went past its time while the server was down comes back with all that is in it', async () => {
  await writeToBob();
  expect(await ask(first, ada, (by) => by.listItem(by.nextCommand(), 0, 1, 70))).toBeUndefined();
  const dayMs = 86_400_000;
  const second = await restart(first, store, (content.rules.letterDays + 1) * dayMs);
  const back = await enter(second);
  // Each letter is looked at once a minute.
  await second.until(() => game(second).world.tables.letters.countOf(idOf(second)) === 2, 8000);
  const letters = await lettersOf(second, back);
  expect(letters.map(({ kind }) => kind).sort()).toEqual([LetterKind.returned, LetterKind.unsold].sort());
  for (const { letter, stacks } of letters)
    for (const place of stacks.keys())
      expect(
        await ask(second, back, (by) => by.takeFromLetter(by.nextCommand(), letter, place)),
      ).toBeUndefined();
  const items = [...back.client.self.inventory.values()].map(({ item, count }) => [item, count]);
  expect(items.sort()).toEqual([
    [Item.sword, 1],
    [Item.bread, 3],
  ]);
  expectSound(second);
});

const idOf = (server: WholeServer) => game(server).world.components.player.columns.character[rowOf(server)]!;
