// The game as the outside drives it: commands between ticks, `step` for a tick. Commands never throw for what a client
// sent and queue nothing without a bound; what they change becomes visible with the next tick. Not re-entrant.

import type { CharacterSheet } from '#domain/player/character-sheet.js';
import type { SwitchableVerb } from '#domain/ledger/switchable-verbs.js';
import { ChatScope, LedgerVerb } from '#domain/vocabulary/generated/words.js';
import type { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { countPlayers } from '#domain/body/players-on-map.js';
import { hashWorld } from '#domain/game.js';
import type { Pressure } from '#domain/vocabulary/pressure.js';
import { nameKey } from '#ports/names/name-key.js';
import type { ToldDecision } from '#ports/threads/report-courier.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';
import { Game } from '../game/game.js';
import type { SimulationCounters, SimulationOptions } from '../game/game.js';
import { restoreWorld } from '../game/restore-world.js';
import { hashSeats } from '../seats/hash-seats.js';
import { saveAll } from '../door/keep-characters.js';
import { leaveNobodyBehind } from '../door/leave-world.js';
import * as lifeCycle from '../door/life-cycle.js';
import { PlayerRequests } from '../intents/player-requests.js';
import { reportAnswered, tellDecision } from '../intents/report-requests.js';
import { bindPhases } from './phases.js';
import type { BoundPhases } from './phases.js';
import { runTick } from './run-tick.js';
import { eraseCharacter } from '../door/erase-character.js';
import { OperatorHands } from '../hands/operator-hands.js';
import { imposeSanction, liftSanction } from '../door/impose-sanction.js';
import type { ToldSanction } from '#ports/admin/players/sanction.js';
import { kickOut } from '../door/kick-out.js';

export interface TickCounts {
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
  /** What players ask for between ticks. */
  readonly requests: PlayerRequests;
  /** What operators do to one character between ticks. */
  readonly hands: OperatorHands;
  readonly #game: Game;
  readonly #phases: BoundPhases;
  readonly #tickTimer: TickTimer | undefined;

  constructor(options: SimulationOptions) {
    this.#game = new Game(options);
    this.#phases = bindPhases(this.#game);
    // Behind their readers: what ends before the first tick is told and stored like everything else.
    if (options.begin !== undefined) restoreWorld(this.#game.world, options.begin);
    this.requests = new PlayerRequests(this.#game, this.#phases.tellConcerned);
    this.hands = new OperatorHands(this.#game);
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

  get counts(): TickCounts {
    const { world, seats, departures, players } = this.#game;
    const { player, creature, loot } = world.components;
    countPlayers(world, players);
    return {
      sessions: seats.count,
      players: player.count,
      creatures: creature.count,
      loot: loot.count,
      entities: world.store.entities.count,
      playersOnMap: [...world.tables.playersOnMap],
      departing: departures.count,
    };
  }

  /** What the date is, in seconds since 1970: once a second, an input like any command. See domain/mail/calendar. */
  tellTime(unixSeconds: number): void {
    this.#game.world.tables.calendar.tell(unixSeconds);
  }

  /**
   * The answer to a name that the courier was asked for, an input like any command: the id of the character, 0 when there is
   * none, undefined while nothing can be looked up; then the answer comes later.
   */
  tellName(name: string, character: number | undefined): void {
    const { directory } = this.#game.world.tables;
    if (character === undefined) directory.fail(nameKey(name));
    else directory.learn(nameKey(name), character);
  }

  /** The answer to a report that was handed over, an input like any command: its number, 0 when it could not be stored. */
  tellReportAnswered(order: number, report: number): void {
    reportAnswered(this.#game, order, report);
    this.#phases.tellConcerned();
  }

  /** Of a report that was stored before. Who is not in the world is told nothing. */
  tellDecision(decision: ToldDecision): void {
    tellDecision(this.#game, decision);
  }

  /** Runs one tick. `pressure` decides what is put off; it is an input like any command, to be recorded and replayed. */
  step(pressure: Pressure = 0): void {
    this.#game.world.pressure = pressure;
    this.tickWith(this.#tickTimer);
  }

  /** The same, measured by somebody else's timer; under the pressure of the tick before. */
  tickWith(timer: TickTimer | undefined): void {
    runTick(this.#game.world, this.#phases, timer);
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

  /** Ends a session from this side, its character saved. */
  kick(session: number, reason: DisconnectReason, detail: string): void {
    const seat = this.#game.seats.find(session);
    if (seat === undefined) this.#game.counters.strayCommands++;
    else lifeCycle.end(this.#game, seat, reason, detail);
  }

  /** By an operator. False when nobody plays the character now. */
  kickCharacter(name: string, characterId: number, detail: string): boolean {
    return kickOut(this.#game, name, characterId, detail);
  }

  /** Answers how many sessions it reached; undefined when no more sanctions can be known. */
  imposeSanction(sanction: ToldSanction): number | undefined {
    return imposeSanction(this.#game, sanction);
  }

  liftSanction(sanctionId: string): number {
    return liftSanction(this.#game, sanctionId);
  }

  /** Ends what the world knows of it. False while that goes on: to be asked again in a later tick. */
  eraseCharacter(name: string, characterId: number): boolean {
    return eraseCharacter(this.#game, name, characterId);
  }

  /** The operators' voice, to everybody in the world. Answers how many that are; `text` is within chat's limits. */
  announce(text: string): number {
    const { output, world, seats } = this.#game;
    output.toEverybody.chat(0, { scope: ChatScope.server, speaker: 0, name: '', text });
    return world.components.player.count - seats.lingering.size;
  }

  /**
   * By an operator, who switches a verb of the economy off or on: all that is decided from the next tick on, orders that
   * wait already too. Answers how many are in the world.
   */
  switchVerb(verb: SwitchableVerb, isOpen: boolean): number {
    const { world } = this.#game;
    world.tables.ledger.switchVerb(LedgerVerb[verb], isOpen);
    return world.components.player.count;
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
    return `${hashWorld(this.#game.world)}-${hashSeats(this.#game)}`;
  }
}
