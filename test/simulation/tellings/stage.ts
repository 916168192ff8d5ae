// A simulation in one thread with its store, its players, and somebody who upsets them at set times. Only this file,
// player.ts and store.ts call the simulation; all that is recorded passes through its ports.

import { dateStepMaxSeconds } from '#domain/mail/calendar.js';
import {
  CombatOutcome,
  DisconnectReason,
  EntityKind,
  EntityStatus,
} from '#domain/vocabulary/generated/words.js';
import type { CharacterSheet } from '#domain/player/character-sheet.js';
import type { Pressure } from '#domain/vocabulary/pressure.js';
import { Simulation } from '#application/tick/simulation.js';
import type { Frame, FramePublisher } from '#ports/threads/frame.js';
import type { CouriedReport } from '#ports/threads/report-courier.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';
import type { FrameColumns } from '#ports/threads/generated/frame-columns.js';
import { UnreadFrames } from '../../support/worlds/played-simulation.js';
import { tellingsContent } from './harness/content.js';
import { Met } from './met.js';
import { Operators } from './operators.js';
import { Player } from './players/player.js';
import type { World } from './players/player.js';
import { find } from './harness/shown.js';
import type { ShownFrame } from './harness/shown.js';
import { Store, accountOf } from './store.js';
import { Tellings } from './harness/tellings.js';
import type { PlayerTelling, Told, ToldListener, Value } from './harness/tellings.js';

export interface Scenario {
  readonly seed: number;
  readonly ticks: number;
  readonly players: number;
  readonly playersMax: number;
  readonly entitiesMax: number;
}

const names = ['Ada', 'Bob', 'Cleo', 'Dora', 'Emil', 'Fay', 'Gus', 'Hana', 'Ida', 'Jon', 'Åsa', 'Lu'];
/** Ticks before the end in which everybody is saved, as before a stop. */
const savingTicks = 40;

export class Stage implements ToldListener, World {
  readonly met = new Met();
  readonly simulation: Simulation;
  readonly frame: PublishedFrame;
  readonly #scenario: Scenario;
  readonly #tellings = new Tellings(this);
  readonly #store = new Store();
  readonly #operators = new Operators();
  #nobodyWanted = false;
  readonly #players: readonly Player[];
  /** In this tick. */
  readonly #greeted = new Set<Player>();
  #sessions = 0;

  constructor(scenario: Scenario) {
    const { seed, players, playersMax, entitiesMax } = scenario;
    const content = tellingsContent();
    this.#scenario = scenario;
    this.frame = new PublishedFrame(new UnreadFrames(content, entitiesMax));
    this.simulation = new Simulation({
      ...{ content, seed, playersMax, entitiesMax },
      publisher: this.frame,
      output: this.#tellings,
      courier: this.#tellings,
      reports: this.#tellings,
      saveIntervalTicks: 240,
    });
    this.#players = names.slice(0, players).map((name, i) => new Player(name, accountOf(i), seed * 1000 + i));
  }

  newSession(): number {
    return ++this.#sessions;
  }

  /** One tick with all that comes before it, measured by a timer. What was told is valid until the next. */
  step(timer?: TickTimer): readonly Told[] {
    const { simulation, met } = this;
    this.#tellings.ofTick.length = 0;
    this.#greeted.clear();
    this.#disturb(simulation.tick + 1);
    this.#store.answer(simulation);
    this.#operators.answer(simulation);
    // A day each second, so that letters become old. There is nobody called so, and of others the store says nothing.
    if (simulation.tick % 60 === 0) this.#nextDay();
    if (this.#nobodyWanted) simulation.tellName('nobody', 0);
    this.#nobodyWanted = false;
    for (const player of this.#players) player.act(this);
    const before = this.#players.map((player) => this.#statusOf(player));
    const pressure = pressureOf(simulation.tick + 1);
    met.note(`pressure ${pressure}`);
    simulation.game.world.pressure = pressure;
    simulation.tickWith(timer);
    for (const [i, player] of this.#players.entries()) {
      if ((before[i]! & ~this.#statusOf(player) & EntityStatus.dead) !== 0 && player.session !== 0)
        met.note(player.asksToRise ? 'stood up when asked' : 'stood up by itself');
      if (player.session === 0 && find(this.frame, player.leftEntity) !== undefined) met.note('lingers');
    }
    return this.#tellings.ofTick;
  }

  /** By steps as large as the date takes. */
  #nextDay(): void {
    const today = 1_800_000_000 + this.simulation.tick * 1440;
    for (let s = dateStepMaxSeconds; s <= 86_400; s += dateStepMaxSeconds)
      this.simulation.tellTime(today + s);
  }

  nameRequested(name: string): void {
    this.met.note('requestName');
    if (name.toLowerCase() === 'nobody') this.#nobodyWanted = true;
  }

  /** What no player does: operators, a store without room, what gateways lost or repeat, the stop. */
  #disturb(tick: number): void {
    const { simulation } = this;
    const somebody = this.#players[Math.floor(tick / 100) % this.#players.length]!;
    if (tick % 700 === 350) simulation.kick(somebody.session, DisconnectReason.kicked, 'rude');
    if (tick % 1700 === 850) simulation.kick(somebody.session, DisconnectReason.banned, 'very rude');
    this.#tellings.room = tick % 500 < 60 ? Math.floor((tick % 500) / 30) : Infinity;
    // Somebody else's account asks for a name that is taken.
    if (tick % 400 === 200) simulation.join(this.newSession(), accountOf(99), somebody.name, false);
    // A gateway gives a number anew of whose end nothing was heard here.
    if (tick % 900 === 450 && somebody.session !== 0)
      simulation.join(somebody.session, accountOf(98), `Stranger ${tick}`, false);
    if (tick % 300 === 150) simulation.leave(1_000_000, DisconnectReason.timeout);
    const savingTick = this.#scenario.ticks - savingTicks;
    if (tick === savingTick) simulation.saveAll();
    if (tick >= savingTick) this.#tellings.room = tick % 2;
  }

  #statusOf(player: Player): number {
    return find(this.frame, player.entity)?.status ?? 0;
  }

  told(session: number, what: PlayerTelling, values: Readonly<Record<string, Value>>): void {
    this.met.told(what, values);
    const player = this.#players.find((each) => each.session === session);
    if (player === undefined) return;
    if (what === 'welcome' && values['entity'] === player.leftEntity) this.met.note('taken over');
    if (what === 'characterStatus') this.#noteGain(player, values);
    // Who was greeted is told all its slots; later only what changed, and so far only loot changes any.
    if (what === 'welcome') this.#greeted.add(player);
    if (what === 'inventorySlot' && !this.#greeted.has(player)) this.met.note('picked up');
    player.told(what, values);
  }

  #noteGain(player: Player, { level, experience, coins }: Readonly<Record<string, Value>>): void {
    const { status } = player;
    if (status === undefined) return;
    if (level! > status['level']!) this.met.note('level gained');
    if (experience! > status['experience']!) this.met.note('experience gained');
    if (experience! < status['experience']!) this.met.note('experience lost');
    if (coins! > status['coins']!) this.met.note('coins gained');
  }

  toldAround(what: PlayerTelling, values: Readonly<Record<string, Value>>): void {
    this.met.told(what, values);
    if (what !== 'combat' || values['outcome'] !== CombatOutcome.killed) return;
    const fallen = find(this.frame, values['target'] as number);
    this.met.note(fallen?.kind === EntityKind.player ? 'a player died' : 'a creature died');
  }

  loadRequested(session: number, accountId: string, name: string): void {
    this.met.note('requestLoad');
    this.#store.request(session, accountId, name, this.simulation.tick);
  }

  saved(sheet: CharacterSheet): void {
    this.met.note('save');
    this.#store.take(sheet);
  }

  reported(report: CouriedReport): void {
    this.met.note('report');
    this.#operators.take(report, this.simulation.tick);
  }

  storeTold(what: string): void {
    this.met.note(what);
  }
}

/** Every level for a while, after each other. */
function pressureOf(tick: number): Pressure {
  const beat = Math.floor(tick / 150) % 8;
  return (beat < 4 ? 0 : beat - 4) as Pressure;
}

/** The published frame as gateways see it. */
class PublishedFrame implements FramePublisher, ShownFrame {
  rowsUsed = 0;
  readonly #frames: UnreadFrames;

  constructor(frames: UnreadFrames) {
    this.#frames = frames;
  }

  get columns(): FrameColumns {
    return this.#frames.begin().columns;
  }
  begin(): Frame {
    return this.#frames.begin();
  }
  publish(_tick: number, rowsUsed: number): void {
    this.rowsUsed = rowsUsed;
  }
}
