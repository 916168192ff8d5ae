// A simulation with its surroundings in memory: a store that answers when told to, an output that remembers what each
// session was told, frames that nobody reads. Players are named; tests speak of what happens to them.

import type { Content } from '#domain/content/content.js';
import { CharacterSheet, copySheet, nilAccountId } from '#domain/player/character-sheet.js';
import type { CharacterCourier } from '#ports/threads/character-courier.js';
import { teleport } from '#domain/body/movement.js';
import { rebuildGridNow } from '#domain/body/rebuild-grid.js';
import { sheetOf } from '#application/door/keep-characters.js';
import type { Frame, FramePublisher } from '#ports/threads/frame.js';
import type { PlayerOutput } from '#ports/threads/player-output.js';
import { Simulation } from '#application/tick/simulation.js';
import type { SimulationOptions } from '#application/game/game.js';
import { createFrameColumns } from '#ports/threads/generated/frame-columns.js';
import { cellSizeM } from '#domain/space/grid.js';
import type {
  ChatMessage,
  InventorySlotMessage,
  RefusedMessage,
  PlayerMessages,
  WelcomeMessage,
} from '#domain/vocabulary/generated/messages.js';
import { heardMessages } from './heard-messages.js';
import { smallContent } from './small-content.js';

/** Something a session was told, as [kind, …arguments]. */
export type Told = readonly [string, ...unknown[]];

/** What tests compare: of most messages the fields in their order. */
function toldOf(name: keyof PlayerMessages, message: object): Told {
  if (name === 'characterStatus') return ['status', { ...message }];
  if (name === 'refused') {
    const { request, reason } = message as RefusedMessage;
    return ['refused', request, reason];
  }
  if (name === 'inventorySlot') {
    const { slot, item, count } = message as InventorySlotMessage;
    return ['slot', slot, item, count];
  }
  if (name !== 'welcome') return [name, ...(Object.values(message) as unknown[])];
  const { entity, name: own, map, mapKey } = message as WelcomeMessage;
  return ['welcome', entity, own, map, mapKey];
}

export class RememberingOutput implements PlayerOutput {
  readonly toSession = heardMessages((name, session, message) => {
    if (this.remembers) this.#tell(session, ...toldOf(name, message));
  });
  readonly toNearby = heardMessages((kind, _entity, message) => {
    if (kind === 'chat') {
      const { speaker, name, text } = message as ChatMessage;
      this.heard.push(['say', speaker, name, text]);
    } else if (this.remembers) this.blows.push(toldOf(kind, message));
  });
  readonly toEverybody = heardMessages((name, _, message) => {
    this.heard.push(['everybody', name === 'chat' ? (message as ChatMessage).text : { ...message }]);
  });
  readonly told = new Map<number, Told[]>();
  readonly blows: Told[] = [];
  readonly heard: Told[] = [];
  /** Switched off where nothing may be allocated. */
  remembers = true;

  of(session: number, kind?: string): Told[] {
    const all = this.told.get(session) ?? [];
    return kind === undefined ? all : all.filter(([each]) => each === kind);
  }

  forget(): void {
    this.told.clear();
    this.blows.length = 0;
    this.heard.length = 0;
  }

  #tell(session: number, ...what: Told): void {
    if (!this.remembers) return;
    const list = this.told.get(session);
    if (list === undefined) this.told.set(session, [what]);
    else list.push(what);
  }

  placed(session: number, entity: number, map: number): void {
    this.#tell(session, 'placed', entity, map);
  }
  end(session: number, reason: number, detail: string): void {
    this.#tell(session, 'end', reason, detail);
  }
}

/** A store within the courier. `room` is how many calls it accepts before it is full. */
export class MemoryCourier implements CharacterCourier {
  readonly stored = new Map<string, CharacterSheet>();
  readonly requests: { session: number; accountId: string; name: string }[] = [];
  readonly names: string[] = [];
  readonly saves: CharacterSheet[] = [];
  readonly entries: Told[] = [];
  allSavedCount = 0;
  room = Infinity;
  /** A request is shorter than a character: it may find room where that does not. */
  hasRoomForSaves = true;
  /** Switched off where nothing may be allocated. */
  remembers = true;

  requestLoad(session: number, accountId: string, name: string): boolean {
    if (this.room-- <= 0) return false;
    this.requests.push({ session, accountId, name });
    return true;
  }

  requestName(name: string): boolean {
    if (this.room-- <= 0) return false;
    this.names.push(name);
    return true;
  }

  save(sheet: CharacterSheet): boolean {
    if (!this.hasRoomForSaves || this.room-- <= 0) return false;
    if (!this.remembers) return true;
    const copy = new CharacterSheet();
    copySheet(copy, sheet);
    this.stored.set(sheet.name.toLowerCase(), copy);
    this.saves.push(copy);
    return true;
  }

  entered(session: number, sheet: CharacterSheet): void {
    this.entries.push(['entered', session, sheet.name]);
  }
  departed(session: number, sheet: CharacterSheet): void {
    this.entries.push(['departed', session, sheet.name]);
  }
  allSaved(): void {
    this.allSavedCount++;
  }
}

export class UnreadFrames implements FramePublisher {
  readonly #frame: Frame;

  constructor(content: Content, capacity: number) {
    const cells = content.maps.reduce(
      (sum, map) => sum + Math.ceil(map.width / cellSizeM) * Math.ceil(map.height / cellSizeM),
      0,
    );
    this.#frame = {
      tick: 0,
      rowsUsed: 0,
      columns: createFrameColumns(capacity + 1),
      grid: {
        mapFirstCell: new Uint32Array(content.maps.length + 1),
        mapCellsAcross: new Uint32Array(content.maps.length),
        mapCellsDown: new Uint32Array(content.maps.length),
        start: new Uint32Array(cells + 1),
        entities: new Uint16Array(capacity + 1),
      },
    };
  }
  begin(): Frame {
    return this.#frame;
  }
  publish(): void {}
}

export interface PlayedOptions extends Partial<
  Pick<
    SimulationOptions,
    'seed' | 'entitiesMax' | 'playersMax' | 'saveIntervalTicks' | 'paths' | 'factSink' | 'begin' | 'reports'
  >
> {
  readonly content?: Content;
}

export class Played {
  readonly output = new RememberingOutput();
  readonly courier = new MemoryCourier();
  readonly simulation: Simulation;
  #sequence = 0;
  #command = 0;
  /** Stored ids by name, in lower case. */
  readonly #ids = new Map<string, number>();

  constructor(options: PlayedOptions = {}) {
    const content = options.content ?? smallContent();
    const entitiesMax = options.entitiesMax ?? 200;
    this.simulation = new Simulation({
      content,
      seed: 1,
      playersMax: 20,
      output: this.output,
      courier: this.courier,
      publisher: new UnreadFrames(content, entitiesMax),
      ...options,
      entitiesMax,
    });
  }

  get world() {
    return this.simulation.game.world;
  }

  /** A number for the next request that has a command. */
  nextCommand(): number {
    return ++this.#command;
  }

  step(ticks = 1): void {
    for (let i = 0; i < ticks; i++) this.simulation.step();
  }

  /** Answers every load request from the memory store; unknown characters are new. */
  answerLoads(): void {
    for (const { session, accountId, name } of this.courier.requests.splice(0)) {
      const sheet = this.courier.stored.get(name.toLowerCase()) ?? new CharacterSheet();
      if (sheet.characterId === 0) sheet.characterId = this.#idOf(name);
      if (sheet.level === 0) {
        sheet.accountId = accountId;
        sheet.name = name;
      }
      this.simulation.characterLoaded(session, sheet);
    }
  }

  /** Joins and stands in the world; returns the row of the player's entity. */
  enter(session: number, name = `Player${session}`, accountId = nilAccountId): number {
    this.simulation.join(session, accountId, name, true);
    this.step();
    this.answerLoads();
    return this.rowOf(session);
  }

  #idOf(name: string): number {
    const key = name.toLowerCase();
    const id = this.#ids.get(key) ?? this.#ids.size + 1;
    this.#ids.set(key, id);
    return id;
  }

  rowOf(session: number): number {
    return this.simulation.game.seats.find(session)?.row ?? 0;
  }

  entityOf(session: number): number {
    return this.simulation.game.seats.find(session)?.entity ?? 0;
  }

  /** A copy of what would be saved of a session's character now. */
  sheetOf(session: number): CharacterSheet {
    const seat = this.simulation.game.seats.find(session);
    if (seat === undefined) throw new Error(`session ${session} does not play`);
    return sheetOf(this.simulation.game, seat, new CharacterSheet());
  }

  /** Puts an entity somewhere and updates what depends on it. */
  put(row: number, x: number, y: number, map = 0): void {
    teleport(this.world, row, map, x, y, 0);
    const { player, safe } = this.world.components;
    if (player.has(row) && this.world.maps[map]!.isSafe(x, y)) safe.add(row);
    else safe.remove(row);
    rebuildGridNow(this.world);
  }

  position(row: number): { x: number; y: number; map: number } {
    const { x, y, map } = this.world.components.transform.columns;
    return { x: x[row]!, y: y[row]!, map: map[row]! };
  }

  health(row: number): number {
    return this.world.components.vitals.columns.health[row]!;
  }

  idAt(row: number): number {
    return this.world.idAt(row);
  }

  /** Walks into a direction for some ticks. */
  walk(session: number, moveX: number, moveY: number, ticks: number): void {
    for (let i = 0; i < ticks; i++) {
      this.#sequence = (this.#sequence + 1) & 0xffff;
      this.simulation.requests.playerInput(session, {
        sequence: this.#sequence,
        viewTick: this.simulation.tick,
        stepsCount: 1,
        steps: [{ moveX, moveY, facing: 0, ticks: 1 }],
      });
      this.step();
    }
  }

  /** Rows of the living creatures of a kind. */
  creatures(template: number): number[] {
    const { identity, creature, dead } = this.world.components;
    const found: number[] = [];
    for (let row = 1; row < this.world.store.entities.rowsUsed; row++)
      if (creature.has(row) && !dead.has(row) && identity.columns.template[row] === template) found.push(row);
    return found;
  }

  /** Rows of the items on the ground. */
  groundLoot(): number[] {
    const { loot } = this.world.components;
    const found: number[] = [];
    for (let row = 1; row < this.world.store.entities.rowsUsed; row++) if (loot.has(row)) found.push(row);
    return found;
  }

  /** Strikes as soon as that is allowed again, until the target is dead. */
  slay(session: number, target: number, skill = 1): void {
    const id = this.idAt(target);
    for (let i = 0; i < 6000 && this.world.rowOf(id) !== 0; i++) {
      if (this.world.components.dead.has(target)) return;
      const { globalReadyTick } = this.world.components.combat.columns;
      if (globalReadyTick[this.rowOf(session)]! <= this.simulation.tick + 1)
        this.simulation.requests.useSkill(session, { skill, target: id });
      this.step();
    }
    if (this.world.rowOf(id) !== 0 && !this.world.components.dead.has(target))
      throw new Error('the target would not die');
  }
}
