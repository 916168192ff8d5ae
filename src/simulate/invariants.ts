// What must be true of a running server at any time, and what must be true of its clients once all is calm.

import { sheetOf } from '#application/door/keep-characters.js';
import { gameCounts } from '#application/telemetry/simulation-counts.js';
import type { GameClient } from '#client/game-client.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { EntityKind } from '#domain/vocabulary/generated/words.js';
import { brokenParties, partyDifferences } from './company-invariants.js';
import type { HonestPlayer } from './honest-player.js';
import type { WholeServer } from './whole-server.js';

/** Creatures go on walking while snapshots travel. */
const creatureToleranceM = 2;
/** Whoever is nearer than this must be known: entities are shown from 36 m on. */
const surelyShownM = 34;
const unitsPerMetre = 64;

/** Looks at one server again and again: what it counts must only grow, and agree with what is there. */
export class ServerInvariants {
  readonly #counted = new Map<string, number>();

  constructor(
    private readonly server: WholeServer,
    private readonly playersMax: number,
  ) {}

  /** What is wrong now. */
  broken(): string[] {
    const { game } = this.server.simulation.parts.simulation;
    return [
      ...this.#brokenSeats(),
      ...this.#brokenSessions(),
      ...this.#brokenCounts(),
      ...brokenParties(game),
    ];
  }

  #brokenSeats(): string[] {
    const broken: string[] = [];
    const { game } = this.server.simulation.parts.simulation;
    const entities = new Set<number>();
    for (const seat of game.seats.all()) {
      if (seat.row === 0) continue;
      if (entities.has(seat.entity)) broken.push(`entity ${seat.entity} has two seats`);
      entities.add(seat.entity);
      if (game.world.idAt(seat.row) !== seat.entity) broken.push(`the seat of ${seat.name} has no entity`);
    }
    const { count } = game.world.components.player;
    if (count !== entities.size) broken.push(`${count} players in the world, ${entities.size} seats`);
    return broken;
  }

  #brokenSessions(): string[] {
    const broken: string[] = [];
    this.server.gateways.forEach(({ parts: { endpoint } }, index) => {
      if (endpoint.sessionsUsed > this.playersMax)
        broken.push(`gateway ${index}: ${endpoint.sessionsUsed} sessions`);
      let established = 0;
      for (let sessionRow = 0; sessionRow < endpoint.sessionRowsEnd; sessionRow++)
        if (endpoint.isEstablished(sessionRow)) established++;
      const counts = Object.entries(endpoint.counters);
      const closed = counts.reduce((sum, [name, count]) => (/^closed/.test(name) ? sum + count : sum), 0);
      const { sessionsOpened } = endpoint.counters;
      if (sessionsOpened - closed !== established)
        broken.push(
          `gateway ${index}: ${sessionsOpened} sessions opened, ${closed} closed, ${established} there`,
        );
    });
    return broken;
  }

  #brokenCounts(): string[] {
    const { gateways, simulation } = this.server;
    const { game } = simulation.parts.simulation;
    const counts: [string, number][] = Object.entries(gameCounts).map(([name, count]) => [
      `simulation: ${name}`,
      count(game),
    ]);
    const add = (owner: string, counters: object): void => {
      for (const [name, count] of Object.entries(counters))
        counts.push([`${owner}: ${name}`, count as number]);
    };
    gateways.forEach(({ parts: { endpoint, gateway, socket } }, index) => {
      add(`gateway ${index}`, gateway.counters);
      add(`endpoint ${index}`, endpoint.counters);
      add(`socket ${index}`, socket.counters);
    });
    const broken: string[] = [];
    for (const [name, count] of counts) {
      const before = this.#counted.get(name) ?? 0;
      if (!Number.isSafeInteger(count) || count < before)
        broken.push(`${name} is ${count}, and was ${before}`);
      this.#counted.set(name, count);
    }
    return broken;
  }
}

/** How a client's picture differs from the world; empty when it does not. Players must have stood still for a while. */
export function differences(server: WholeServer, player: HonestPlayer): string[] {
  const { client, name } = player;
  const found: string[] = [];
  if (!player.isInWorld) return [`${name} is not in the world: ${JSON.stringify(client.ended ?? 'joining')}`];
  const { columns } = server.simulation.frame;
  for (const entity of client.entities.all()) {
    // Its own entity a client knows from elsewhere.
    if (entity.id === client.self.entity) continue;
    const row = entity.id & 0xffff;
    if (columns.id[row] !== entity.id) {
      found.push(`${name} sees entity ${entity.id}, which is gone`);
      continue;
    }
    const offM = Math.hypot(
      entity.x - columns.x[row]! / unitsPerMetre,
      entity.y - columns.y[row]! / unitsPerMetre,
    );
    const allowedM = entity.kind === EntityKind.creature ? creatureToleranceM : 0;
    if (offM > allowedM) found.push(`${name} sees entity ${entity.id} ${offM.toFixed(2)} m from where it is`);
  }
  return [...found, ...unseen(server, player), ...ownDifferences(server, client, name)];
}

function unseen(server: WholeServer, { client, name }: HonestPlayer): string[] {
  const found: string[] = [];
  const { columns } = server.simulation.frame;
  const { map } = server.simulation.parts.simulation.game.world.components.transform.columns;
  const own = client.self.entity & 0xffff;
  for (let row = 1; row < columns.id.length; row++) {
    const id = columns.id[row]!;
    if (id === 0 || row === own || map[row] !== map[own] || client.entities.find(id) !== undefined) continue;
    const distance = Math.hypot(columns.x[row]! - columns.x[own]!, columns.y[row]! - columns.y[own]!);
    if (distance < surelyShownM * unitsPerMetre && columns.kind[row] === EntityKind.player) {
      found.push(`${name} does not see player ${id}`);
    }
  }
  return found;
}

function ownDifferences(server: WholeServer, client: GameClient, name: string): string[] {
  const { self } = client;
  const { game } = server.simulation.parts.simulation;
  const seat = game.seats.at(self.entity & 0xffff);
  if (seat?.entity !== self.entity) return [`${name} has entity ${self.entity}, the server another`];
  const { x, y } = game.world.components.transform.columns;
  const found: string[] = partyDifferences(game, client, name);
  const offM = Math.hypot(x[seat.row]! - self.x, y[seat.row]! - self.y);
  if (offM > 0.02) found.push(`${name} thinks to be ${offM.toFixed(3)} m from where it is`);
  const sheet = sheetOf(game, seat, new CharacterSheet());
  if (self.level !== sheet.level || self.coins !== sheet.coins || self.experience !== sheet.experience) {
    found.push(`${name} has other numbers than the server`);
  }
  const { items, counts } = sheet.inventory;
  for (let slot = 0; slot < items.length; slot++) {
    const known = self.inventory.get(slot);
    if ((known?.item ?? 0) !== items[slot] || (known?.count ?? 0) !== counts[slot]) {
      found.push(`${name} knows of another item in slot ${slot}`);
    }
  }
  return found;
}
