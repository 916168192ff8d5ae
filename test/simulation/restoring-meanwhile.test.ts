// While a character is given back what it had, its player tries to come in, others restore or erase it or deal with what it left,
// the disk is full, or the server dies, at each moment of it: it has what it had, or what it has, never some of both.

import { describe, expect, it } from '@jest/globals';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { JournalError, type Journal } from '#ports/storage/journal.js';
import { HolderKind, PurseKind } from '#domain/vocabulary/generated/words.js';
import { requireContent } from '#src/process/require-content.js';
import { memoryGameStores } from '#src/game-server/game-stores.js';
import { WorldHoldings } from '#src/simulate/economy/books/world-holdings.js';
import { economyPlays, type PlayName } from '#src/simulate/economy/plays/all-plays.js';
import type { Cast } from '#src/simulate/economy/plays/play.js';
import { EconomyPlayer } from '#src/simulate/economy/server/economy-player.js';
import { economyContent } from '#src/simulate/economy/server/stage-content.js';
import { answerTicks, EconomyStage } from '#src/simulate/economy/server/stage.js';
import { FileStores, Stores } from '#src/simulate/economy/server/stores.js';

const content = economyContent(await requireContent('content'));
/** A body that was left stands there for less. */
const awayTicksMax = 1_200;
/** More than a restoring takes. */
const moments = 12;
const verbs: readonly PlayName[] = ['equip', 'sell', 'sendBill', 'listItem'];

/** What a character has, whoever it is and whatever the ids of its stacks. */
function ownedBy(journal: Journal, character: number): string {
  const own = [HolderKind.inventory, HolderKind.equipment, HolderKind.bank];
  return JSON.stringify({
    stacks: own
      .flatMap((holder) => journal.stacksIn(holder, character))
      .map(({ instance: _, owner: __, ...stack }) => stack),
    coins: journal.coinsIn(PurseKind.wallet, character),
    experience: journal.experienceOf(character),
    quests: journal.questsOf(character),
  });
}

const nothing = JSON.stringify({ stacks: [], coins: 0, experience: 0, quests: [] });

class Scene {
  ada!: EconomyPlayer;
  bob!: EconomyPlayer;
  /** What beginners get. */
  begun = '';
  had = '';
  has = '';
  before = 0;
  /** Of hers, for Bob. */
  listing = 0;
  letter = 0;
  /** What operators were told. */
  readonly told: string[] = [];
  isBroken = false;
  isErased = false;
  newcomer = new EconomyPlayer('Ada', '');

  constructor(readonly stage: EconomyStage) {}

  get journal(): Journal {
    return this.stage.stores.journal;
  }

  /** Ada does something that she will wish undone, and goes. */
  async begin(): Promise<void> {
    const { stage } = this;
    [this.ada, this.bob] = (await stage.bringIn('Ada', 'Bob')) as [EconomyPlayer, EconomyPlayer];
    this.begun = ownedBy(this.journal, this.ada.characterId);
    const cast: Cast = { stage, me: this.ada, other: this.bob, set: 0, thing: 0 };
    for (const verb of verbs)
      for (const step of economyPlays[verb].before ?? []) await stage.run(step(cast) ?? answerTicks);
    await stage.run(answerTicks);
    this.had = ownedBy(this.journal, this.ada.characterId);
    this.before = this.journal.end.number + 1;
    for (const verb of verbs) {
      economyPlays[verb].ask(cast, this.ada.nextCommand());
      await stage.run(answerTicks);
    }
    this.listing = stage.books.catchUp().lastListing;
    this.letter = this.bob.letter;
    this.has = ownedBy(this.journal, this.ada.characterId);
    expect(this.has).not.toBe(this.had);
    stage.leave(this.ada);
    await this.untilAway();
  }

  async untilAway(): Promise<void> {
    const { stage } = this;
    const { seats } = stage.server.simulation.game;
    for (let tick = 0; seats.findByName('ada') !== undefined; tick++) {
      if (tick > awayTicksMax) throw new Error('Ada does not go');
      await stage.tick();
    }
    await stage.run(2);
  }

  /** Who has another account and the name that Ada had. */
  come(): EconomyPlayer {
    const player = new EconomyPlayer('Ada', '00000000-0000-0000-0000-0000000000aa');
    this.stage.join(player);
    return player;
  }

  botherBob(): void {
    const cast: Cast = { stage: this.stage, me: this.bob, other: this.ada, set: 0, thing: 0 };
    economyPlays.split.ask(cast, this.bob.nextCommand());
  }

  restore(): void {
    const { name, characterId } = this.ada;
    void this.stage.server
      .restore(characterId, name, this.before)
      .then((told) => this.told.push(typeof told === 'string' ? told : 'applied'));
  }

  fill(code: 'full' | 'locked' = 'full'): void {
    this.journal.append = () => {
      throw new JournalError(code, 'for a while');
    };
  }

  empty(): void {
    // Behind it is the method.
    delete (this.journal as Partial<Journal>).append;
  }

  join(name = 'Ada'): EconomyPlayer {
    const { stage, ada } = this;
    const player = name === ada.name ? ada : new EconomyPlayer(name, ada.accountId);
    if (player.session === 0) stage.join(player);
    return player;
  }

  async pass(ticks: number): Promise<void> {
    for (let i = 0; i < ticks; i++) {
      await this.stage.tick();
      await new Promise(setImmediate);
    }
  }
}

type Meddle = (scene: Scene) => Promise<void> | void;

const meddlings: Readonly<Record<string, Meddle>> = {
  nothing: () => undefined,
  'its player comes': (scene) => void scene.join(),
  'its player comes by a name in capitals': async (scene) => {
    const player = scene.join('ADA');
    await scene.pass(40);
    scene.stage.leave(player);
  },
  'its player comes again and again': async (scene) => {
    for (let i = 0; i < 30; i++) {
      scene.join();
      await scene.pass(1);
    }
  },
  'the disk is full for a while': async (scene) => {
    scene.fill();
    scene.join();
    await scene.pass(90);
    scene.join();
    await scene.pass(10);
    scene.empty();
  },
  'the disk is full for long': async (scene) => {
    scene.fill();
    for (let i = 0; i < 12; i++) {
      await scene.pass(60);
      scene.join();
    }
    scene.empty();
  },
  'the disk is full, and the server dies': async (scene) => {
    scene.fill();
    await scene.pass(30);
    scene.isBroken = true;
    await scene.stage.crash();
    scene.empty();
  },
  'the server dies': async (scene) => {
    scene.isBroken = true;
    await scene.stage.crash();
  },
  'the server dies, and it is asked for once more': async (scene) => {
    scene.isBroken = true;
    await scene.stage.crash();
    scene.restore();
  },
  'somebody else asks for the same': (scene) => {
    scene.restore();
  },
  'the disk is full for long while others play, and it is asked for again': async (scene) => {
    scene.fill('locked');
    for (let i = 0; i < 12; i++) {
      scene.botherBob();
      await scene.pass(60);
      scene.restore();
      scene.join();
    }
    scene.empty();
    await scene.pass(60);
    scene.stage.leave(scene.ada);
    await scene.untilAway();
    scene.restore();
  },
  'it is erased, and somebody new comes by its name': async (scene) => {
    const { ada, stage } = scene;
    scene.isErased = true;
    await stage.erase(ada);
    for (let i = 0; i < 600 && !scene.newcomer.isWelcome; i++) {
      if (scene.newcomer.session === 0) scene.newcomer = scene.come();
      await scene.pass(1);
    }
    scene.restore();
  },
  'what it sold is bought, and its letter is paid': async (scene) => {
    const { stage, bob, ada, listing, letter } = scene;
    const cast = (thing: number): Cast => ({ stage, me: bob, other: ada, set: 0, thing });
    const paid: readonly [number, number] = [bob.nextCommand(), bob.nextCommand()];
    economyPlays.buyListing.ask(cast(listing), paid[0]);
    economyPlays.payLetter.ask(cast(letter), paid[1]);
    await scene.pass(10);
    expect([...bob.refused].filter(([command]) => paid.includes(command))).toEqual([]);
    expect(paid.map((command) => bob.confirmed.has(command))).toEqual([true, true]);
  },
  'what it sent and sold comes back': async (scene) => {
    const { stage, bob, ada, listing } = scene;
    for (const name of ['letterExpires', 'listingExpires'] as const)
      economyPlays[name].ask({ stage, me: bob, other: ada, set: 0, thing: listing }, 0);
    await scene.pass(10);
  },
  'another gets things meanwhile': async (scene) => {
    for (let i = 0; i < 6; i++) {
      scene.botherBob();
      await scene.pass(1);
    }
  },
};

async function judge(scene: Scene): Promise<void> {
  const { stage, ada, journal } = scene;
  await stage.returnAll();
  await stage.run(answerTicks * 3);
  const is = ownedBy(journal, ada.characterId);
  if (scene.isErased) {
    expect(scene.told.at(-1)).toBe('not-here');
    expect(is).toBe(nothing);
    expect(scene.newcomer.characterId).toBeGreaterThan(ada.characterId);
    expect(ownedBy(journal, scene.newcomer.characterId)).toBe(scene.begun);
  } else expect([scene.had, scene.has]).toContain(is);
  if (!scene.isBroken && !scene.isErased) {
    const isThen = scene.told.some((told) => told === 'applied' || told === 'unfinished');
    expect([scene.told, is]).toEqual([scene.told, isThen ? scene.had : scene.has]);
    expect(scene.told.length).toBeGreaterThan(0);
  }
  expect(checkLedger(journal).findings).toEqual([]);
  expect(stage.world.facts.reservedFacts).toBe(0);
  expect(new WorldHoldings(stage.world).differences(stage.books.catchUp())).toEqual([]);
  expect(stage.told.untrue).toEqual([]);
}

/** Entries that are kept besides the base, so that this ends anywhere around what is restored. */
function keepingFew(entries: number): Stores {
  const [journal, characters] = [new MemoryJournal(entries), new MemoryCharacterStore()];
  return new Stores({ journal, characters, erasures: memoryGameStores({ characters, journal }).erasures });
}

const places: Readonly<Record<string, (moment: number) => Stores | Promise<Stores>>> = {
  memory: () => new Stores(),
  'a journal that keeps little': (moment) => keepingFew(14 + moment),
  'a file': () => FileStores.make(),
};

describe.each(Object.entries(places))('restoring a character, on %s', (where, make) => {
  it.each(Object.entries(meddlings))('while this happens: %s', async (_, meddle) => {
    const step = where === 'memory' ? 1 : 5;
    for (let moment = 0; moment < moments; moment += step) {
      const stores = await make(moment);
      const scene = new Scene(new EconomyStage(content, moment + 1, stores));
      try {
        await scene.begin();
        scene.restore();
        await scene.pass(moment);
        await meddle(scene);
        await scene.pass(60);
        await judge(scene);
      } finally {
        await stores.close();
      }
    }
  });
});
