// A game server as its world and its disk: the simulation, the keeper of characters and that of the journal, over stores
// that outlive it. Between the steps of a tick it can die, and what it had not stored is lost; another one goes on with what is
// in the stores.

import { setImmediate as turn } from 'node:timers/promises';
import { CharacterRecord } from '#adapters/protocol/generated/internal.js';
import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import {
  recordFromSheet,
  recordFromStored,
  sheetFromRecord,
  storedFromRecord,
} from '#adapters/threads/records/character-records.js';
import { RingTickCommands, TickCommandDesk } from '#adapters/threads/records/operator-records.js';
import { createStoredFacts, RingFactSink, StoredFacts } from '#adapters/threads/records/ring-fact-sink.js';
import { beginningFrom } from '#application/persistence/beginning-from.js';
import { applyInTick } from '#application/operations/apply-in-tick.js';
import { VerbSwitches } from '#application/operations/verb-switches.js';
import { RestoreCharacters } from '#application/persistence/restore-characters.js';
import { RestoresInJournal, type Restoring } from '#application/ledger/restore/restore-in-journal.js';
import { EraseCharacters } from '#application/persistence/erase-characters.js';
import { CharacterKeeper } from '#application/persistence/character-keeper.js';
import { JournalOwnership } from '#application/persistence/journal-ownership.js';
import { JournalKeeper } from '#application/persistence/journal-keeper.js';
import { NameLookup } from '#application/persistence/name-lookup.js';
import { Simulation } from '#application/tick/simulation.js';
import type { Content } from '#domain/content/content.js';
import type { SwitchableVerb } from '#domain/ledger/switchable-verbs.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import type { Log } from '#ports/system/log.js';
import type { CharacterCourier } from '#ports/threads/character-courier.js';
import type { PlayerOutput } from '#ports/threads/player-output.js';
import type { RecordSink } from '#ports/threads/record-queue.js';
import type { Stores } from './stores.js';
import { unseenFrames } from './unseen-frames.js';

/** Players are told, and who they are in the store is known before. */
export interface EconomyOutput extends PlayerOutput {
  numbered(session: number, characterId: number): void;
}

type Take = (data: Uint8Array, at: number, length: number) => void;
const taking = (take: Take): RecordSink => ({
  onRecord: (_kind, _subject, data, at, length) => take(data, at, length),
});

/** Players of one case, and those of the case before who are on their way out. */
const playersMax = 16;
const entitiesMax = 160;
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
/** Facts of some ticks; operators' commands take less. */
const ringBytes = 256 * 1024;
const recordsPerTurn = 64;
const flushEveryTicks = 8;

export class EconomyServer implements CharacterCourier {
  readonly simulation: Simulation;
  readonly #journal: JournalKeeper;
  readonly #keeper: CharacterKeeper;
  readonly #names: NameLookup;
  readonly #erasures: EraseCharacters;
  readonly #restoring: RestoreCharacters;
  /** Operators' orders reach a tick and are answered as between threads: by the next one, when it handed over what it did. */
  readonly #orders = createRing(ringBytes);
  readonly #answersTo = createRing(ringBytes);
  readonly #asking = new RingTickCommands(new RingProducer(this.#orders));
  readonly #ordered = new RingConsumer(this.#orders);
  readonly #answered = new RingConsumer(this.#answersTo);
  readonly #desk: TickCommandDesk;
  /** What the last restoring changed. */
  #restored: Restoring | undefined;
  /** Erasures that look again when some ticks have passed. */
  #waiting: (() => void)[] = [];
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
    const { journal, characters: store, clock, erasures: book } = stores;
    const ring = createRing(ringBytes);
    const stored = createStoredFacts();
    this.#journal = new JournalKeeper({
      ...{ journal, log: silent },
      facts: new RingConsumer(ring),
      stored: new StoredFacts(stored),
    });
    const ownership = new JournalOwnership(journal, this.#journal);
    this.#keeper = new CharacterKeeper({
      ...{ content, store, clock, log: silent },
      ownership,
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
    this.#desk = new TickCommandDesk(this.simulation, new RingProducer(this.#answersTo), clock);
    this.#erasures = new EraseCharacters({
      ...{ book, keeper: this.#keeper, ownership, clock, log: silent },
      tick: { run: async ({ kind, args }) => applyInTick(this.simulation, kind, args) },
      pauses: { pause: () => new Promise((resolve) => void this.#waiting.push(resolve)) },
    });
    const restores = new RestoresInJournal(journal, turn);
    this.#restoring = new RestoreCharacters({
      ...{ store, erasures: this.#erasures, keeper: this.#keeper, ownership, clock },
      tick: this.#asking,
      restores: {
        changes: async (query) => {
          const plan = await restores.changes(query);
          if (typeof plan !== 'string') this.#restored = plan;
          return plan;
        },
      },
      pauses: { pause: () => new Promise((resolve) => void this.#waiting.push(resolve)) },
    });
    void this.#erasures.resume();
  }

  get world() {
    return this.simulation.game.world;
  }

  /** What the rules do; nothing of it is on the disk. */
  apply(): void {
    for (const answer of this.#answers.splice(0)) answer();
    this.#ordered.drain(
      taking((data, at, length) => this.#desk.take(data, at, at + length)),
      recordsPerTurn,
    );
    this.stores.clock.ms += 1000 / 60;
    this.simulation.step();
    if (!this.simulation.game.journalBehind) this.#desk.handedOver();
  }

  /** What was done is on the disk from now on, and told by the next tick. */
  store(): void {
    this.#journal.drain();
  }

  /** Loads and names that were asked for are answered, saves are written now and then. */
  async settle(): Promise<void> {
    if (this.#waiting.length > 0) await this.#eraseOn();
    this.#answered.drain(
      taking((...answer) => this.#asking.take(...answer)),
      recordsPerTurn,
    );
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

  /** An operator's command: noted when this resolves, and done some ticks later. */
  async erase(characterId: number, name: string): Promise<void> {
    void this.#erasures.erase({ characterId, name });
    await turn();
  }

  /** An operator's command: what it changed, or why nothing, some ticks later. */
  async restore(characterId: number, name: string, before: number): Promise<Restoring | string> {
    this.#restored = undefined;
    const answer = await this.#restoring.run({ characterId, name, before });
    if (answer.outcome === 'refused') return answer.reason;
    return this.#restored ?? answer.outcome;
  }

  /** Until each waits for ticks again, or is done. */
  async #eraseOn(): Promise<void> {
    for (const goOn of this.#waiting.splice(0)) goOn();
    await turn();
  }

  passDays(days: number): void {
    this.stores.nowSeconds += days * 86_400;
    // The world follows a clock that is far ahead step by step.
    const { calendar } = this.world.tables;
    while (calendar.nowSeconds < this.stores.nowSeconds) this.simulation.tellTime(this.stores.nowSeconds);
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
