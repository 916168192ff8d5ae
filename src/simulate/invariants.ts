// What must be true of a running server at any time, and what must be true of its clients once all is calm.

import { sheetOf } from '#application/door/keep-characters.js';
import type { GameClient } from '#client/game-client.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { EntityKind } from '#domain/vocabulary/generated/words.js';
import type { HonestPlayer } from './honest-player.js';
import type { WholeServer } from './whole-server.js';

/** Creatures go on walking while snapshots travel. */
const creatureToleranceM = 2;
/** Whoever is nearer than this must be known: entities are shown from 36 m on. */
const surelyShownM = 34;
const unitsPerMetre = 64;

export function brokenServerInvariants(server: WholeServer, playersMax: number): string[] {
  const broken: string[] = [];
  const { game, counters } = server.simulation.parts.simulation;
  const entities = new Set<number>();
  for (const seat of game.seats.all()) {
    if (seat.place === 0) continue;
    if (entities.has(seat.entity)) broken.push(`entity ${seat.entity} has two seats`);
    entities.add(seat.entity);
    if (game.world.idAt(seat.place) !== seat.entity) broken.push(`the seat of ${seat.name} has no entity`);
  }
  if (game.world.components.player.count !== entities.size) {
    broken.push(`${game.world.components.player.count} players in the world, ${entities.size} seats`);
  }
  noneNegative('simulation', counters, broken);
  server.gateways.forEach(({ parts: { endpoint, gateway, socket } }, index) => {
    if (endpoint.sessionsUsed > playersMax)
      broken.push(`gateway ${index}: ${endpoint.sessionsUsed} sessions`);
    noneNegative(`gateway ${index}`, gateway.counters, broken);
    noneNegative(`endpoint ${index}`, endpoint.counters, broken);
    noneNegative(`socket ${index}`, socket.counters, broken);
  });
  return broken;
}

function noneNegative(owner: string, counters: object, broken: string[]): void {
  for (const [name, value] of Object.entries(counters)) {
    if (typeof value === 'number' && !(value >= 0)) broken.push(`${owner}: ${name} is ${value}`);
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
    const place = entity.id & 0xffff;
    if (columns.id[place] !== entity.id) {
      found.push(`${name} sees entity ${entity.id}, which is gone`);
      continue;
    }
    const offM = Math.hypot(
      entity.x - columns.x[place]! / unitsPerMetre,
      entity.y - columns.y[place]! / unitsPerMetre,
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
  for (let place = 1; place < columns.id.length; place++) {
    const id = columns.id[place]!;
    if (id === 0 || place === own || map[place] !== map[own] || client.entities.find(id) !== undefined)
      continue;
    const distance = Math.hypot(columns.x[place]! - columns.x[own]!, columns.y[place]! - columns.y[own]!);
    if (distance < surelyShownM * unitsPerMetre && columns.kind[place] === EntityKind.player) {
      found.push(`${name} does not see player ${id}`);
    }
  }
  return found;
}

function ownDifferences(server: WholeServer, { self }: GameClient, name: string): string[] {
  const { game } = server.simulation.parts.simulation;
  const seat = game.seats.at(self.entity & 0xffff);
  if (seat?.entity !== self.entity) return [`${name} has entity ${self.entity}, the server another`];
  const { x, y } = game.world.components.transform.columns;
  const found: string[] = [];
  const offM = Math.hypot(x[seat.place]! - self.x, y[seat.place]! - self.y);
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
