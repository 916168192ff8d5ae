// Everything one running simulation consists of, so that each phase and command is a plain function of it.

import type { Content } from '#domain/content/content.js';
import { localMemory } from '#domain/engine/ecs/columns.js';
import type { Query } from '#domain/engine/ecs/query.js';
import { createWorld } from '#domain/game.js';
import type { GameWorld } from '#domain/game.js';
import type { FactReader } from '#domain/engine/facts/fact-log.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import type { SharedPaths } from '#domain/space/navigation/shared-paths.js';
import type { FactSink } from '#ports/storage/fact-sink.js';
import type { CharacterCourier } from '#ports/threads/character-courier.js';
import type { FramePublisher } from '#ports/threads/frame.js';
import type { PlayerOutput } from '#ports/threads/player-output.js';
import type { ReportCourier } from '#ports/threads/report-courier.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';
import { PublishFrame } from '../publishing/publish-frame.js';
import { Departures } from '../seats/departures.js';
import { KickedOut } from '../seats/kicked-out.js';
import { Sanctions } from '../seats/sanctions.js';
import { SeatList, Seats } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';
import type { WorldBeginning } from './restore-world.js';
import { FactCounts } from './fact-counts.js';

export interface SimulationOptions {
  readonly content: Content;
  /** u32. The same content, seed and commands give the same world. */
  readonly seed: number;
  /** Most entities of all kinds, 1 to 65,535; frames must have room for as many. */
  readonly entitiesMax: number;
  /** Most sessions, included those loading, characters that linger, and departed ones that are not handed over. */
  readonly playersMax: number;
  readonly output: PlayerOutput;
  readonly courier: CharacterCourier;
  readonly publisher: FramePublisher;
  readonly tickTimer?: TickTimer;
  /** What other threads share; made here, and worked out in the simulation's own thread, unless given. */
  readonly paths?: SharedPaths;
  /** Where durable facts go; nowhere unless told. */
  readonly factSink?: FactSink;
  /** Who takes what players report of others. Without, the first ones wait, and others are refused as busy. */
  readonly reports?: ReportCourier;
  /** What the world takes up; a new one without. */
  readonly begin?: WorldBeginning;
  /** How often each character is saved, in ticks; 600 (10 s) unless told. */
  readonly saveIntervalTicks?: number;
}

const saveIntervalTicksDefault = 600;

export interface SimulationCounters {
  /** Commands for sessions that have no player in the world (any more); normal around joins and leaves, in small numbers. */
  strayCommands: number;
  /** Sessions refused because all seats, or the world, were full. */
  joinsRefused: number;
  /** Sessions given up because their character did not come. */
  loadsTimedOut: number;
  /** Sheets and load requests that the courier had no room for; each was offered again. */
  savesRefused: number;
  loadsRefused: number;
  saves: number;
}

export class Game {
  readonly world: GameWorld;
  readonly players: Query;
  /** What lies on the ground. */
  readonly lying: Query;
  readonly frames: PublishFrame;
  readonly factCounts: FactCounts;
  readonly factSink: FactSink | undefined;
  /** The journal has not taken all facts of the last tick: nobody is loaded meanwhile, whose last ones may be among them. */
  journalBehind = false;
  /** Facts of the ledger that were stored when this tick began, and those that players were told; both wrap at 2^32. */
  factsStored = 0;
  factsTold = 0;
  /** How far players were told what is stored, once they were. */
  storedReader: FactReader | undefined;
  /** Since when nothing can be stored, and whether players were told so. */
  readonly storing: { sinceTick: number | undefined; isTold: boolean } = {
    sinceTick: undefined,
    isTold: false,
  };
  /** Who is told all it owns, and who its bank, as soon as all of that is stored. */
  readonly untold = new Set<Seat>();
  readonly banksUntold = new Set<Seat>();
  /** Who is told how its quests stand with whom it talked, the same. */
  readonly offersUntold = new Set<Seat>();
  /** Who is told its letters, those behind an id, the same. */
  readonly lettersUntold = new Map<Seat, number>();

  readonly seats: Seats;
  readonly departures = new Departures();
  readonly kickedOut: KickedOut;
  readonly sanctions: Sanctions;
  /** Seats that wait until the courier takes their load request, or answers it. In the order of joining. */
  readonly arriving = new Set<number>();
  readonly toTell: SeatList;
  /** Characters that are being erased, and the tick in which something was written of it last. */
  readonly erasing = new Map<number, number>();
  /** `saveAll` was asked for and is not complete. */
  savingAll = false;
  /** Reused for everybody who is handed over to be stored. */
  readonly sheet = new CharacterSheet();

  readonly playersMax: number;
  readonly saveIntervalTicks: number;
  readonly output: PlayerOutput;
  readonly courier: CharacterCourier;
  readonly reports: ReportCourier | undefined;
  readonly counters: SimulationCounters = {
    strayCommands: 0,
    joinsRefused: 0,
    loadsTimedOut: 0,
    savesRefused: 0,
    loadsRefused: 0,
    saves: 0,
  };

  constructor(options: SimulationOptions) {
    const { content, seed, entitiesMax, playersMax, output, courier, publisher } = options;
    if (playersMax > entitiesMax)
      throw new RangeError(`${playersMax} players do not fit into ${entitiesMax} entities`);
    this.world = createWorld({
      content,
      seed,
      capacity: entitiesMax,
      memory: localMemory,
      ...(options.paths === undefined ? {} : { paths: options.paths }),
    });
    const { player, transform, loot } = this.world.components;
    this.players = this.world.store.query({ with: [player, transform] });
    this.lying = this.world.store.query({ with: [loot] });
    this.factCounts = new FactCounts(this.world);
    this.factSink = options.factSink;
    this.frames = new PublishFrame(this.world, publisher);
    this.seats = new Seats(entitiesMax + 1);
    this.kickedOut = new KickedOut(playersMax);
    this.sanctions = new Sanctions(options.begin?.sanctions);
    this.toTell = new SeatList(playersMax);
    this.playersMax = playersMax;
    this.saveIntervalTicks = options.saveIntervalTicks ?? saveIntervalTicksDefault;
    this.output = output;
    this.courier = courier;
    this.reports = options.reports;
  }
}
