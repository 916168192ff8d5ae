// Everything one running simulation consists of, so that each phase and command is a plain function of it.

import type { Content } from '#domain/content/content.js';
import { Battle } from '#domain/combat/battle.js';
import { Regeneration } from '#domain/combat/regeneration.js';
import { Minds } from '#domain/ai/minds.js';
import { Routes } from '#domain/ai/routes.js';
import { Wakefulness } from '#domain/ai/wakefulness.js';
import type { Query } from '#domain/engine/ecs/query.js';
import { localMemory } from '#domain/engine/ecs/columns.js';
import { GroundLoot } from '#domain/loot/ground-loot.js';
import type { FactReader } from '#domain/engine/facts/fact-log.js';
import { Movement } from '#domain/body/movement.js';
import { Zones } from '#domain/body/zones.js';
import { CreatureSpawns } from '#domain/respawn/spawn-creatures.js';
import { buildNavigation } from '#domain/space/navigation/navigation.js';
import type { Navigation } from '#domain/space/navigation/navigation.js';
import { PathFinder } from '#domain/space/navigation/path-finder.js';
import { PathQueue } from '#domain/space/navigation/path-queue.js';
import { World } from '#domain/world/world.js';
import { PositionHistory } from '#domain/space/position-history.js';
import type { FactSink } from '#ports/storage/fact-sink.js';
import type { CharacterCourier } from '#ports/threads/character-courier.js';
import type { Deliberation } from '#ports/threads/deliberation.js';
import type { FramePublisher } from '#ports/threads/frame.js';
import type { PlayerOutput } from '#ports/threads/player-output.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';
import { Departures } from '../seats/departures.js';
import { FactCounts } from './fact-counts.js';
import { PonderInTurn } from './ponder-in-turn.js';
import { PublishFrame } from '../publishing/publish-frame.js';
import { KickedOut } from '../seats/kicked-out.js';
import { Roster } from '../seats/roster.js';
import { SeatList, Seats } from '../seats/seats.js';

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
  /** How often each character is saved, in ticks; 600 (10 s) unless told. */
  readonly saveIntervalTicks?: number;
}

/** Where and by whom creatures' paths are found. */
export interface SharedPaths {
  readonly navigation: Navigation;
  readonly queue: PathQueue;
  readonly deliberation: Deliberation;
}

const saveIntervalTicksDefault = 600;

/** Share of the entities that may be items on the ground, so that litter never keeps players and creatures out. */
const lootShare = 0.25;

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

/** Who reads facts, each in its phase: see engine/facts. */
export interface FactReaders {
  readonly wake: FactReader;
  readonly deaths: FactReader;
  readonly concerned: FactReader;
  readonly watchers: FactReader;
  readonly keeper: FactReader;
  readonly journal: FactReader | undefined;
}

export class Game {
  readonly world: World;
  readonly history: PositionHistory;
  readonly movement: Movement;
  readonly zones: Zones;
  readonly battle: Battle;
  readonly wakefulness: Wakefulness;
  readonly routes: Routes;
  readonly deliberation: Deliberation;
  readonly minds: Minds;
  readonly regeneration: Regeneration;
  readonly spawns: CreatureSpawns;
  readonly loot: GroundLoot;
  readonly frames: PublishFrame;
  readonly deadPlayers: Query;

  readonly seats: Seats;
  readonly departures = new Departures();
  readonly roster: Roster;
  readonly kickedOut: KickedOut;
  /** Seats that wait until the courier takes their load request, or answers it. In the order of joining. */
  readonly arriving = new Set<number>();
  readonly wishing: SeatList;
  readonly toTell: SeatList;
  readonly readers: FactReaders;
  readonly factCounts: FactCounts;
  readonly factSink: FactSink | undefined;
  /** `saveAll` was asked for and is not complete. */
  savingAll = false;

  readonly playersMax: number;
  readonly saveIntervalTicks: number;
  readonly output: PlayerOutput;
  readonly courier: CharacterCourier;
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
    this.world = new World({ content, seed, capacity: entitiesMax, memory: localMemory });
    this.history = new PositionHistory(this.world);
    this.movement = new Movement(this.world);
    this.zones = new Zones(this.world, this.movement);
    this.battle = new Battle(this.world);
    this.wakefulness = new Wakefulness(this.world);
    const { navigation, queue, deliberation } = options.paths ?? ownPaths(content);
    this.routes = new Routes(this.world, navigation, queue);
    this.deliberation = deliberation;
    this.minds = new Minds(this.battle, this.wakefulness, this.routes);
    this.regeneration = new Regeneration(this.world);
    this.spawns = new CreatureSpawns(this.battle);
    this.loot = new GroundLoot(this.world, Math.floor(entitiesMax * lootShare));
    this.frames = new PublishFrame(this.world, publisher);
    const { player, dead } = this.world.components;
    this.deadPlayers = this.world.store.query({ with: [player, dead] });
    this.seats = new Seats(entitiesMax + 1);
    this.roster = new Roster(playersMax);
    this.kickedOut = new KickedOut(playersMax);
    this.wishing = new SeatList(playersMax, 'isWishing');
    this.toTell = new SeatList(playersMax, 'isToldLater');
    this.playersMax = playersMax;
    const { facts } = this.world;
    this.factSink = options.factSink;
    this.factCounts = new FactCounts(this.world);
    this.readers = {
      wake: facts.reader(),
      deaths: facts.reader(),
      concerned: facts.reader(),
      watchers: facts.reader(),
      keeper: facts.reader(),
      journal: options.factSink === undefined ? undefined : facts.reader(),
    };
    this.saveIntervalTicks = options.saveIntervalTicks ?? saveIntervalTicksDefault;
    this.output = output;
    this.courier = courier;
  }
}

function ownPaths(content: Content): SharedPaths {
  const navigation = buildNavigation(content, localMemory);
  const queue = PathQueue.in(localMemory);
  const deliberation = new PonderInTurn(new PathFinder(navigation, queue.columns));
  return { navigation, queue, deliberation };
}
