// A character is erased from a whole server with real clients, whatever it is doing: it leaves the world at once, what it
// owned is gone with entries that add up, what was others' is theirs, and nobody is it ever after.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { MemoryErasureBook } from '#adapters/memory/storage/erasure-book.js';
import type { SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { EraseCharacters, type ErasureOutcome } from '#application/persistence/erase-characters.js';
import { changeCoins } from '#domain/inventory/wallet.js';
import { harm, rouse } from '#domain/combat/harm.js';
import { Deed } from '#domain/ledger/deed.js';
import {
  DisconnectReason,
  LedgerVerb,
  LetterKind,
  RefusalReason,
} from '#domain/vocabulary/generated/words.js';
import {
  ask,
  content,
  enter,
  game,
  rowOf,
  slayWolf,
  wolfOf,
  type Entered,
} from '../../support/servers/ada-on-a-server.js';
import { WholeServer } from '../../support/servers/whole-server.js';
import { FaultyJournal } from '../../support/ledger/faulty-journal.js';
import { silentLog } from '../../support/silent-log.js';
import { Item } from '../../support/worlds/small-content.js';

let store: MemoryCharacterStore;
let server: WholeServer;
let ada: Entered;
let bob: Entered;
let ids: Readonly<Record<'Ada' | 'Bob', number>>;

beforeEach(async () => {
  store = new MemoryCharacterStore();
  server = new WholeServer({ content, store });
  ada = await enter(server);
  bob = await enter(server, 'Bob');
  const { columns } = game(server).world.components.player;
  ids = { Ada: columns.character[rowOf(server)]!, Bob: columns.character[rowOf(server, 'Bob')]! };
  for (const name of ['Ada', 'Bob'] as const) grant(name, 500);
  await server.run(5);
});

function grant(name: 'Ada' | 'Bob', coins: number): void {
  const { world } = game(server);
  world.facts.reserve(1);
  changeCoins(world, new Deed().is(LedgerVerb.grant, ids[name]), rowOf(server, name), coins);
}

const books = new WeakMap<MemoryCharacterStore, MemoryErasureBook>();
/** As the control thread has them, of a server over the same stores. */
function erasuresOf(over: WholeServer): EraseCharacters {
  const book = books.get(store) ?? new MemoryErasureBook(store, over.journal);
  books.set(store, book);
  const { keeper, ownership, clock, tickCommands: tick } = over;
  const pauses = { pause: () => Promise.resolve() };
  return new EraseCharacters({ book, keeper, ownership, clock, tick, pauses, log: silentLog });
}

async function erase(name: 'Ada' | 'Bob' = 'Ada', over = server): Promise<ErasureOutcome> {
  let outcome: ErasureOutcome | undefined;
  void erasuresOf(over)
    .erase({ characterId: ids[name], name })
    .then((is) => (outcome = is));
  await over.until(() => outcome !== undefined);
  return outcome!;
}

/** Nothing of Ada is left but entries with her number, and everything adds up. */
async function expectGone(over = server): Promise<void> {
  const { world, seats, departures } = game(over);
  expect(await store.find('Ada')).toBeUndefined();
  expect(seats.findByName('ada')).toBeUndefined();
  expect(departures.has('ada')).toBe(false);
  expect(world.tables.characters.rowOf(ids.Ada)).toBe(0);
  const { stacks, purses, experience, commands, letters, listings, ground } = over.journal.tables();
  const owned = [...stacks.values()].filter(({ holder, owner }) => holder < 5 && owner === ids.Ada);
  expect([owned, purses.get(1)?.get(ids.Ada), experience.get(ids.Ada)]).toEqual([[], undefined, undefined]);
  expect([...commands.values()].filter((one) => one?.character === ids.Ada)).toEqual([]);
  expect([...letters.values()].filter((one) => one!.sender === ids.Ada || one!.holder === ids.Ada)).toEqual(
    [],
  );
  expect([...listings.values()].filter((one) => one!.seller === ids.Ada)).toEqual([]);
  expect([...ground.values()].filter((one) => one!.character === ids.Ada)).toEqual([]);
  expect(JSON.stringify([...letters.values()])).not.toMatch(/Ada|secret/);
  expect(checkLedger(over.journal).findings).toEqual([]);
  // No room that nobody uses: enough of that, and everybody is told to come again later.
  expect(world.facts.reservedFacts).toBe(0);
}

const write = (
  by: Entered,
  to: string,
  coins: number,
  asks: number,
  stacks: { slot: number; units: number }[],
) =>
  ask(server, by, (client) =>
    client.sendLetter(client.nextCommand(), to, 'news', `${saidBy(by)} words`, coins, asks, stacks),
  );
const saidBy = (by: Entered): string => (by === ada ? 'secret' : 'other');
const lettersOf = async ({ client }: Entered) => {
  client.readLetters(0);
  await server.run(20);
  return [...client.mailbox.letters.values()];
};

describe('who is erased', () => {
  it('leaves at once, and its name is free for somebody new', async () => {
    expect(await erase()).toBe('erased');
    await server.until(() => !ada.client.isInWorld);
    await expectGone();
    expect(await erase()).toBe('erased');
    await server.run(400);
    const again = await enter(server);
    expect(again.client.isInWorld).toBe(true);
    const now = await store.find('Ada');
    expect(now!.characterId).toBeGreaterThan(ids.Bob);
    // The earlier one is not this one.
    expect(await erase()).toBe('erased');
    expect((await store.find('Ada'))!.characterId).toBe(now!.characterId);
  });

  it('does not keep others from its name: it is free at once, though not for a session of its own that was under way', async () => {
    expect(await erase()).toBe('erased');
    const ends: SessionEnd[] = [];
    server.join('Ada', { onClosed: (end) => void ends.push(end) });
    await server.until(() => ends.length > 0);
    expect(ends).toMatchObject([{ kind: 'disconnected', reason: DisconnectReason.kicked }]);
    const secret = new Uint8Array(32).fill(9);
    const somebodyElse = await enter(server, 'Ada', { kind: 'guest', name: 'Ada', secret });
    expect(somebodyElse.client.isInWorld).toBe(true);
  });

  it('may be away, dead, in a fight that its player left, or just going', async () => {
    ada.client.leave();
    await server.until(() => game(server).seats.findByName('ada') === undefined);
    await server.run(20);
    expect(await erase()).toBe('erased');
    await expectGone();
  });

  it('may be in a fight that its player left', async () => {
    rouse(game(server).world, rowOf(server));
    ada.client.leave();
    await server.until(() => game(server).seats.lingering.size === 1);
    expect(await erase()).toBe('erased');
    await expectGone();
  });

  it('may be dead', async () => {
    const { world } = game(server);
    harm(world, wolfOf(server), rowOf(server), 100_000);
    await server.run(5);
    expect(world.components.dead.has(rowOf(server))).toBe(true);
    expect(await erase()).toBe('erased');
    await expectGone();
  });

  it('may trade: who is on the other side keeps what is its own', async () => {
    const { client } = ada;
    const before = server.journal.coinsIn(1, ids.Bob);
    client.tradeInvite(game(server).world.idAt(rowOf(server, 'Bob')));
    await server.run(10);
    expect(await erase()).toBe('erased');
    await expectGone();
    expect(server.journal.coinsIn(1, ids.Bob)).toBe(before);
  });

  it('leaves what lies on the ground for it to anybody', async () => {
    await slayWolf(server, ada);
    await server.run(5);
    expect([...server.journal.tables().ground.values()].map((one) => one!.character)).toEqual([ids.Ada]);
    expect(await erase()).toBe('erased');
    await expectGone();
    expect(server.journal.onGround().map(({ character }) => character)).toEqual([0]);
  });

  it('takes what it had on the market with it', async () => {
    expect(await ask(server, ada, (by) => by.listItem(by.nextCommand(), 0, 1, 70))).toBeUndefined();
    expect(await erase()).toBe('erased');
    await expectGone();
    expect(server.journal.listings()).toEqual([]);
  });

  it('leaves what it gave by letter with whoever got it, without its name and words', async () => {
    expect(await write(ada, 'Bob', 40, 0, [{ slot: 1, units: 2 }])).toBeUndefined();
    expect(await erase()).toBe('erased');
    await expectGone();
    const [letter] = await lettersOf(bob);
    expect(letter).toMatchObject({ sender: '', title: '', text: '', coins: 40, secondsLeft: 0 });
    const id = letter!.letter;
    expect(await ask(server, bob, (by) => by.returnLetter(by.nextCommand(), id))).toBe(
      RefusalReason.notAllowed,
    );
    expect(await ask(server, bob, (by) => by.takeFromLetter(by.nextCommand(), id, 0))).toBeUndefined();
    await expectGone();
  });

  it('takes what nobody has paid for with it', async () => {
    expect(await write(ada, 'Bob', 0, 30, [{ slot: 1, units: 2 }])).toBeUndefined();
    expect(await erase()).toBe('erased');
    await expectGone();
    expect(await lettersOf(bob)).toEqual([]);
  });

  it('gives back what others sent it and it did not take, and what they are to be paid for', async () => {
    expect(await write(bob, 'Ada', 0, 30, [{ slot: 1, units: 2 }])).toBeUndefined();
    expect(await write(bob, 'Ada', 25, 0, [])).toBeUndefined();
    expect(await write(bob, 'Ada', 0, 0, [])).toBeUndefined();
    expect(await erase()).toBe('erased');
    await expectGone();
    const letters = await lettersOf(bob);
    expect(letters.map(({ kind, coins, cashOnDelivery }) => [kind, coins, cashOnDelivery])).toEqual([
      [LetterKind.returned, 0, 0],
      [LetterKind.returned, 25, 0],
    ]);
    expect(letters[0]!.text).toBe('other words');
    for (const { letter } of letters)
      for (const place of [0, 4])
        await ask(server, bob, (by) => by.takeFromLetter(by.nextCommand(), letter, place));
    expect(server.journal.stacksIn(1, ids.Bob).map(({ item, count }) => [item, count])).toContainEqual([
      Item.bread,
      expect.any(Number),
    ]);
    expect(checkLedger(server.journal).findings).toEqual([]);
  });

  it('gets no more letters: who writes in the same moment is told that there is nobody', async () => {
    const command = bob.client.nextCommand();
    bob.client.sendLetter(command, 'Ada', 'late', 'other words', 5, 0, []);
    const outcome = erase();
    expect(await outcome).toBe('erased');
    await server.run(40);
    await expectGone();
    expect(await write(bob, 'Ada', 5, 0, [])).toBe(RefusalReason.notKnownYet);
    expect(await write(bob, 'Ada', 5, 0, [])).toBe(RefusalReason.unknownTarget);
    expect(server.journal.coinsIn(1, ids.Bob)).toBeGreaterThan(480);
  });
});

describe('an erasure that breaks off', () => {
  it.each([0, 1, 2, 3, 4, 6])(
    'because the server dies %i ticks later is taken up again by the next one',
    async (ticks) => {
      expect(await write(ada, 'Bob', 40, 0, [])).toBeUndefined();
      expect(await write(bob, 'Ada', 30, 0, [])).toBeUndefined();
      expect(await ask(server, ada, (by) => by.listItem(by.nextCommand(), 0, 1, 70))).toBeUndefined();
      await server.run(5);
      void erasuresOf(server).erase({ characterId: ids.Ada, name: 'Ada' });
      await server.run(ticks);
      const { journal, steps } = server;
      expect(checkLedger(journal).findings).toEqual([]);
      server = new WholeServer({ content, store, journal, startSteps: steps + 1 });
      let isDone = false;
      void erasuresOf(server)
        .resume()
        .then(() => (isDone = true));
      await server.until(() => isDone);
      await expectGone();
    },
  );

  it('while nothing can be stored is noted, and goes on by itself', async () => {
    expect(await write(ada, 'Bob', 40, 0, [])).toBeUndefined();
    const journal = new FaultyJournal(server.journal);
    await server.saveEverything();
    server = new WholeServer({ content, store, journal, startSteps: server.steps + 1 });
    bob = await enter(server, 'Bob');
    journal.fault = 'full';
    expect(await erase()).toBe('unfinished');
    expect((await store.find('Ada'))!.characterId).toBe(ids.Ada);
    journal.fault = undefined;
    let isDone = false;
    void erasuresOf(server)
      .resume()
      .then(() => (isDone = true));
    await server.until(() => isDone);
    await expectGone();
  });
});
