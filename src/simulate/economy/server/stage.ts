// One lineage of servers over the same stores, with the players of the case that is played: each server goes on where the
// one before it died or ended.

import { setImmediate as turn } from 'node:timers/promises';
import { teleport } from '#domain/body/movement.js';
import { applyInTick } from '#application/operations/apply-in-tick.js';
import type { Restoring } from '#application/ledger/restore/restore-in-journal.js';
import type { Content } from '#domain/content/content.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { Books } from '../books/entries.js';
import { EconomyPlayer } from './economy-player.js';
import { EconomyServer } from './economy-server.js';
import { Stores } from './stores.js';
import { portalAt } from './stage-content.js';
import { ToldPlayers } from './told-players.js';

/** Ticks in which a player who asked to come stands in the world: a kick keeps it out for 300. */
const arrivalTicksMax = 330;
/** Longer than an erasure has patience. */
const erasureTicksMax = 600;
/** A body that was left stands there for less. */
const restoreTicksMax = 1_200;
/** Restored is what there was so many entries ago, or less. */
const restoredEntriesMax = 16;
/** Two steps of a server that stores what it did at once: done in the first, told in the second. */
export const answerTicks = 3;

export class EconomyStage {
  readonly books: Books;
  readonly told: ToldPlayers;
  server: EconomyServer;
  /** Steps of all servers together. */
  steps = 0;
  /** Servers so far. */
  servers = 0;
  /** A step's facts are stored in every so manieth step. */
  diskEveryTicks = 1;
  /** Of this case; those of earlier ones, and those who were erased, have left. */
  players: EconomyPlayer[] = [];
  /** What operators gave or took away in this case: units by item, coins as 0, experience as -1, skill as -2. */
  readonly handed = new Map<number, number>();
  /** How many characters got back what they had. */
  restored = 0;
  /** Who is to be restored, and how many entries back. */
  #restoring: { readonly player: EconomyPlayer; readonly entries: number }[] = [];
  /** Everybody who ever played. */
  readonly everybody: EconomyPlayer[] = [];
  #sessions = 0;

  constructor(
    readonly content: Content,
    private readonly seed: number,
    readonly stores = new Stores(),
  ) {
    this.books = new Books(stores);
    this.told = new ToldPlayers(this.books);
    this.server = this.#begin();
  }

  get world() {
    return this.server.world;
  }

  get requests() {
    return this.server.simulation.requests;
  }

  /** New characters, who get what beginners get. */
  async bringIn(...names: readonly string[]): Promise<EconomyPlayer[]> {
    this.players = names.map((name) => {
      const number = this.everybody.length + 1;
      const player = new EconomyPlayer(name, `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`);
      this.everybody.push(player);
      return player;
    });
    await this.returnAll();
    return this.players;
  }

  /** Who is not in the world comes back. */
  async returnAll(): Promise<void> {
    for (let tick = 0; tick < arrivalTicksMax; tick++) {
      for (const player of this.players) if (player.session === 0) this.join(player);
      if (this.players.every(({ isWelcome }) => isWelcome)) break;
      await this.tick();
    }
    const missing = this.players.find(({ isWelcome }) => !isWelcome);
    if (missing !== undefined) throw new Error(`${missing.name} did not come into the world`);
    await this.run(answerTicks);
  }

  /** By a session of its own, whether or not the player has one already. */
  join(player: EconomyPlayer): void {
    const older = player.session;
    player.gone();
    player.session = ++this.#sessions;
    this.told.players.delete(older);
    this.told.players.set(player.session, player);
    this.server.simulation.join(player.session, player.accountId, player.name, false);
  }

  /** The session is gone, as a gateway notices it. */
  leave(player: EconomyPlayer): void {
    if (player.session === 0) return;
    const { session } = player;
    this.told.players.delete(session);
    player.gone();
    this.server.simulation.leave(session, DisconnectReason.timeout);
  }

  /** A whole tick. */
  async tick(): Promise<void> {
    this.apply();
    if (this.steps % this.diskEveryTicks === 0) this.server.store();
    await this.server.settle();
  }

  async run(ticks: number): Promise<void> {
    for (let i = 0; i < ticks; i++) await this.tick();
  }

  /** The rules' part of a tick. */
  apply(): void {
    this.steps++;
    this.server.apply();
  }

  /** The process dies: what it had not stored is lost. */
  async crash(): Promise<void> {
    for (const player of this.players) player.gone();
    this.told.players.clear();
    await this.stores.killed();
    this.server = this.#begin();
  }

  /** Operators erase it: it plays no more, and is no more some ticks later. */
  async erase(player: EconomyPlayer): Promise<void> {
    this.players = this.players.filter((each) => each !== player);
    player.isErased = true;
    await this.server.erase(player.characterId, player.name);
  }

  /** Until all that was begun of it is done. */
  async finishErasures(): Promise<void> {
    for (let tick = 0; tick < erasureTicksMax; tick++) {
      if ((await this.stores.erasures.begun()).length === 0) return;
      await this.tick();
    }
  }

  /** Operators send them out, and give them back what they had. */
  restoreLater(players: readonly EconomyPlayer[], way: number): void {
    for (const player of players) {
      const { name, characterId } = player;
      applyInTick(this.server.simulation, 'kick', { name, characterId, message: 'one moment' });
      this.#restoring.push({ player, entries: way % restoredEntriesMax });
    }
  }

  /** Until all that was asked for of it is done, or refused for good. */
  async finishRestores(): Promise<void> {
    for (const { player, entries } of this.#restoring.splice(0)) {
      const { characterId, name } = player;
      for (let tick = 0; tick < restoreTicksMax && !player.isErased; tick++) {
        const before = Math.max(1, this.stores.journal.end.number - entries);
        const done = await this.untilDone(this.server.restore(characterId, name, before));
        if (typeof done !== 'string') this.#noteRestored(done);
        if (done !== 'in-world') break;
        await this.tick();
      }
    }
  }

  /** The server goes on meanwhile. */
  async untilDone<Result>(work: Promise<Result>): Promise<Result> {
    let isDone = false;
    const settled = work.finally(() => (isDone = true));
    // Who waits for it sees that it failed.
    settled.catch(() => undefined);
    while (!isDone) {
      await this.tick();
      await turn();
    }
    return settled;
  }

  #noteRestored({ changes }: Restoring): void {
    this.restored++;
    const note = (of: number, amount: number): void =>
      void this.handed.set(of, (this.handed.get(of) ?? 0) + amount);
    for (const { item, count } of changes.taken) note(item, -count);
    for (const { item, count } of changes.given) note(item, count);
    note(0, changes.coins.then - changes.coins.now);
    note(-1, changes.experience.then - changes.experience.now);
    for (const { now, then } of changes.professions) note(-2, then - now);
  }

  /** Everybody is sent home and all is stored; then another process takes over. */
  async restart(): Promise<void> {
    for (const player of [...this.players])
      if (player.session !== 0)
        this.server.simulation.kick(player.session, DisconnectReason.shuttingDown, 'the server restarts');
    await this.server.saveEverything();
    await this.crash();
  }

  /** The player stands on the way to the other map, which the next tick takes. */
  travel(player: EconomyPlayer): void {
    const row = this.rowOf(player);
    if (row === 0) return;
    const { map } = this.world.components.transform.columns;
    teleport(this.world, row, map[row]!, portalAt.x, portalAt.y, 0);
  }

  /** By the way that it went; who died is where the dead stand up. */
  async comeHome(): Promise<void> {
    for (const player of this.players) {
      const row = this.rowOf(player);
      if (row !== 0 && this.world.components.transform.columns.map[row] !== 0) this.travel(player);
    }
    await this.run(1);
  }

  /** 0 for who is not in the world. */
  rowOf(player: EconomyPlayer): number {
    return this.server.simulation.game.seats.find(player.session)?.row ?? 0;
  }

  #begin(): EconomyServer {
    this.servers++;
    return new EconomyServer(this.content, this.stores, this.seed + this.servers, this.told);
  }
}
