// A game server as its world and its disk: the simulation, the keeper of characters and that of the journal, over stores
// in memory. Between the steps of a tick it can die, and what it had not stored is lost; another one goes on with what is
// in the stores.

import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { CharacterRecord } from '#adapters/protocol/generated/internal.js';
import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import {
  recordFromSheet,
  recordFromStored,
  sheetFromRecord,
  storedFromRecord,
} from '#adapters/threads/records/character-records.js';
import { createStoredFacts, RingFactSink, StoredFacts } from '#adapters/threads/records/ring-fact-sink.js';
import { beginningFrom } from '#application/persistence/beginning-from.js';
import { applyInTick } from '#application/operations/apply-in-tick.js';
import { VerbSwitches } from '#application/operations/verb-switches.js';
import { CharacterKeeper } from '#application/persistence/character-keeper.js';
import { JournalOwnership } from '#application/persistence/journal-ownership.js';
import { JournalKeeper } from '#application/persistence/journal-keeper.js';
import { NameLookup } from '#application/persistence/name-lookup.js';
import { Simulation } from '#application/tick/simulation.js';
import type { Content } from '#domain/content/content.js';
import type { SwitchableVerb } from '#domain/ledger/switchable-verbs.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import type { StoredCharacter } from '#ports/storage/character-store.js';
import type { Log } from '#ports/system/log.js';
import type { CharacterCourier } from '#ports/threads/character-courier.js';
import type { PlayerOutput } from '#ports/threads/player-output.js';
import { VirtualClock } from '../../work/virtual-clock.js';
import { unseenFrames } from './unseen-frames.js';

/** Players are told, and who they are in the store is known before. */
export interface EconomyOutput extends PlayerOutput {
  numbered(session: number, characterId: number): void;
}

/** What outlives a server. */
export class Stores {
  readonly journal = new MemoryJournal();
  readonly characters = new MemoryCharacterStore();
  /** What time it is, in whole seconds since 1970. */
  nowSeconds = 1_800_000_000;
  readonly clock = new VirtualClock();
  /** What operators have switched off, as the control thread writes it down. */
  closed: readonly SwitchableVerb[] = [];
}

/** Players of one case, and those of the case before who are on their way out. */
const playersMax = 16;
const entitiesMax = 160;
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
/** Facts of some ticks. */
const ringBytes = 256 * 1024;
const flushEveryTicks = 8;

export class EconomyServer implements CharacterCourier {
  readonly simulation: Simulation;
  readonly #journal: JournalKeeper;
  readonly #keeper: CharacterKeeper;
  readonly #names: NameLookup;
  readonly #record = new CharacterRecord();
  readonly #sheet = new CharacterSheet();
  #loads: Promise<void>[] = [];
  #answers: (() => void)[] = [];

  constructor(
    content: Content,
    readonly stores: Stores,
    seed: number,
    private readonly output: EconomyOutput,
  ) {
    const { journal, characters: store, clock } = stores;
    const ring = createRing(ringBytes);
    const stored = createStoredFacts();
    this.#journal = new JournalKeeper({
      ...{ journal, log: silent },
      facts: new RingConsumer(ring),
      stored: new StoredFacts(stored),
    });
    this.#keeper = new CharacterKeeper({
      ...{ content, store, clock, log: silent },
      ownership: new JournalOwnership(journal, this.#journal),
      answers: {
        loaded: (session, character) => void this.#answers.push(() => this.#load(session, character)),
        unavailable: (session, reason, detail) =>
          void this.#answers.push(() => this.simulation.characterUnavailable(session, reason, detail)),
      },
    });
    this.#names = new NameLookup({
      ...{ store, log: silent },
      answers: {
        lookedUp: (name, character) =>
          void this.#answers.push(() => this.simulation.tellName(name, character)),
      },
    });
    this.simulation = new Simulation({
      ...{ content, seed, entitiesMax, playersMax, output },
      courier: this,
      publisher: unseenFrames(content, entitiesMax),
      factSink: new RingFactSink(new RingProducer(ring), stored),
      begin: { ...beginningFrom(journal), closed: stores.closed },
    });
    this.simulation.tellTime(stores.nowSeconds);
  }

  get world() {
    return this.simulation.game.world;
  }

  /** What the rules do; nothing of it is on the disk. */
  apply(): void {
    for (const answer of this.#answers.splice(0)) answer();
    this.stores.clock.ms += 1000 / 60;
    this.simulation.step();
  }

  /** What was done is on the disk from now on, and told by the next tick. */
  store(): void {
    this.#journal.drain();
  }

  /** Loads and names that were asked for are answered, saves are written now and then. */
  async settle(): Promise<void> {
    if (this.#loads.length > 0) await Promise.all(this.#loads.splice(0));
    if (this.#keeper.waiting > 0 && this.simulation.tick % flushEveryTicks === 0) await this.#keeper.flush();
  }

  /** Everything that a server writes before it ends in good order. */
  async saveEverything(): Promise<void> {
    this.simulation.saveAll();
    this.apply();
    this.store();
    await this.settle();
    await this.#keeper.flush();
  }

  /** An operator's command, with all that it takes on its way: it is written down, and applied between two ticks. */
  switchVerb(verb: SwitchableVerb, isOpen: boolean): void {
    const { stores, simulation } = this;
    const note = {
      where: 'memory',
      find: () => stores.closed,
      keep: (closed: readonly SwitchableVerb[]) => void (stores.closed = closed),
    };
    const switches = new VerbSwitches({ note, log: silent });
    const args = { verb, isOpen };
    if (switches.note(args) === undefined) throw new Error(`${verb} cannot be switched`);
    const answer = applyInTick(simulation, 'verbSwitch', args);
    if (answer.outcome !== 'applied') throw new Error(`${verb} was not switched`);
  }

  passDays(days: number): void {
    this.stores.nowSeconds += days * 86_400;
    this.simulation.tellTime(this.stores.nowSeconds);
  }

  requestLoad(session: number, accountId: string, name: string): boolean {
    this.#loads.push(this.#keeper.load(session, accountId, name));
    return true;
  }

  requestName(name: string): boolean {
    this.#loads.push(this.#names.look(name));
    return true;
  }

  save(sheet: CharacterSheet): boolean {
    recordFromSheet(this.#record, sheet);
    return this.#keeper.keep(storedFromRecord(this.#record));
  }

  entered(): void {
    // Nobody lists who is there.
  }

  departed(): void {
    // As above.
  }

  allSaved(): void {
    // What `saveEverything` asked for is in the keeper by then.
  }

  #load(session: number, character: StoredCharacter): void {
    this.output.numbered(session, character.characterId);
    recordFromStored(this.#record, character);
    sheetFromRecord(this.#sheet, this.#record);
    this.simulation.characterLoaded(session, this.#sheet);
  }
}
