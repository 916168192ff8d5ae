// The game as the outside drives it: commands between ticks, `step` for a tick. Commands never throw for what a client
// sent and queue nothing without a bound; what they change becomes visible with the next tick. Not re-entrant.

import type { CharacterSheet } from '#domain/player/character-sheet.js';
import type { ChatScope, DisconnectReason } from '#domain/vocabulary/vocabulary.js';
import type { StepInput } from '#domain/body/player-steps.js';
import { noteView } from '#domain/skills/view-lag.js';
import type { Pressure } from '#domain/vocabulary/pressure.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';
import { Game } from '../game/game.js';
import type { SimulationCounters, SimulationOptions } from '../game/game.js';
import { hashGame } from './hash-game.js';
import { saveAll } from '../door/keep-characters.js';
import { leaveNobodyBehind } from '../door/leave-world.js';
import * as lifeCycle from '../door/life-cycle.js';
import { notifyConcerned } from '../notify/notify.js';
import { runTick } from './run-tick.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';
import { talk } from '../intents/talk.js';
import { wishLoot, wishRespawn, wishSkill } from '../intents/wishes.js';

/** Like the packet PlayerInput. */
export interface PlayerInputLike extends StepInput {
  /** The server tick the client was showing, 0 while it shows nothing. */
  readonly viewTick: number;
}

export interface SimulationCounts {
  /** Sessions with a seat, included those still loading, and characters that linger after theirs. */
  readonly sessions: number;
  readonly players: number;
  /** Living and dead. */
  readonly creatures: number;
  readonly loot: number;
  readonly entities: number;
  /** Players on each map, by its index. */
  readonly playersOnMap: readonly number[];
  /** Characters not handed over to be stored yet whose players are gone. */
  readonly departing: number;
}

export class Simulation {
  readonly #game: Game;
  readonly #tickTimer: TickTimer | undefined;

  constructor(options: SimulationOptions) {
    this.#game = new Game(options);
    this.#tickTimer = options.tickTimer;
  }

  /** The tick that ran last, 0 before the first. */
  get tick(): number {
    return this.#game.world.tick;
  }

  /** The parts, for tests, benchmarks and whoever reports on them. */
  get game(): Game {
    return this.#game;
  }

  get counters(): Readonly<SimulationCounters> {
    return this.#game.counters;
  }

  get counts(): SimulationCounts {
    const { world, seats, departures } = this.#game;
    const { player, creature, loot } = world.components;
    world.countPlayers();
    return {
      sessions: seats.count,
      players: player.count,
      creatures: creature.count,
      loot: loot.count,
      entities: world.store.entities.count,
      playersOnMap: [...world.playersOnMap],
      departing: departures.count,
    };
  }

  /** Runs one tick. `pressure` decides what is put off; it is an input like any command, to be recorded and replayed. */
  step(pressure: Pressure = 0): void {
    this.#game.world.pressure = pressure;
    runTick(this.#game, this.#tickTimer);
  }

  /** A session passed the handshake and wants this character. Guests have an account of their own, made of their secret. */
  join(session: number, accountId: string, name: string, _guest: boolean): void {
    lifeCycle.join(this.#game, session, accountId, name);
  }

  /** `sheet` is copied; one with level 0 was never in the world and gets what beginners get. */
  characterLoaded(session: number, sheet: CharacterSheet): void {
    lifeCycle.characterLoaded(this.#game, session, sheet);
    this.#game.factCounts.read();
  }

  /** `detail` tells the player why. */
  characterUnavailable(session: number, reason: DisconnectReason, detail: string): void {
    lifeCycle.characterUnavailable(this.#game, session, reason, detail);
  }

  /** The session is gone, for whatever reason. */
  leave(session: number, _reason: DisconnectReason): void {
    lifeCycle.leave(this.#game, session);
  }

  /** Takes over the steps that are new. The object may be reused at once. */
  input(session: number, input: PlayerInputLike): void {
    const { seats, world, movement, counters } = this.#game;
    const place = seats.placeOf(session);
    if (place === 0) {
      counters.strayCommands++;
      return;
    }
    noteView(world.components.player.columns, place, input, world.tick + 1);
    movement.queueSteps(place, input);
  }

  useSkill(session: number, skill: number, target: number): void {
    const seat = this.#playing(session);
    if (seat === undefined) return;
    wishSkill(this.#game, seat, skill, target);
    notifyConcerned(this.#game);
  }

  pickUp(session: number, loot: number): void {
    const seat = this.#playing(session);
    if (seat === undefined) return;
    wishLoot(this.#game, seat, loot);
    notifyConcerned(this.#game);
  }

  say(session: number, scope: ChatScope, text: string): void {
    const seat = this.#playing(session);
    if (seat === undefined) return;
    talk(this.#game, seat, scope, text);
    notifyConcerned(this.#game);
  }

  respawnRequest(session: number): void {
    const seat = this.#playing(session);
    if (seat !== undefined) wishRespawn(this.#game, seat);
  }

  /** Ends a session from this side, its character saved. */
  kick(session: number, reason: DisconnectReason, detail: string): void {
    const seat = this.#game.seats.find(session);
    if (seat === undefined) this.#game.counters.strayCommands++;
    else lifeCycle.end(this.#game, seat, reason, detail);
  }

  /**
   * For a server that is to stop: every character is handed over in the next ticks, and the courier is told with `allSaved`
   * when that is done.
   */
  saveAll(): void {
    leaveNobodyBehind(this.#game);
    saveAll(this.#game);
  }

  /** A fingerprint of everything that decides what happens next. Slow; for tests, recordings and bug reports. */
  hash(): string {
    return hashGame(this.#game);
  }

  #playing(session: number): Seat | undefined {
    const seat = this.#game.seats.find(session);
    if (seat?.state === SeatState.playing) return seat;
    this.#game.counters.strayCommands++;
    return undefined;
  }
}
