// Ada on a whole server with real clients, beside a wolf that does nothing: where tests of resuming and of restarts begin.
// Rights and times are long, so that they are not over when a session has timed out.

import { sheetOf as saved } from '#application/door/keep-characters.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { teleport } from '#domain/body/movement.js';
import type { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import type { Credentials } from '#adapters/protocol/session/client/client-options.js';
import type { GameClient } from '#client/game-client.js';
import type { Seat } from '#application/seats/seats.js';
import { nameKey } from '#ports/names/name-key.js';
import type { CharacterAudience } from '#application/presence/character-audience.js';
import type { ConnectedClient } from '#src/simulate/whole-server.js';
import { Creature, Skill, creature, smallContent, smallRules } from '../worlds/small-content.js';
import { WholeServer } from './whole-server.js';

const still = { aggroRangeM: 0, wanderRadiusM: 0, leashRangeM: 60, power: 0, healthMax: 1000 };

/** Mending takes a minute to be ready again. */
export const content = smallContent({
  skills: smallContent()
    .skills.filter((skill) => skill !== undefined)
    .map((skill) => ({ ...skill, cooldownTicks: 3600, globalCooldownTicks: 30 })),
  creatures: [creature(Creature.wolf, 'wolf', still), creature(Creature.boar, 'boar', still)],
  rules: { ...smallRules, lootOwnedTicks: 3000, lootLifeTicks: 6000, respawnAutomaticTicks: 6000 },
});

export const game = (server: WholeServer) => server.simulation.parts.simulation.game;

export function seatOf(server: WholeServer, name = 'Ada'): Seat {
  const seat = game(server).seats.findByName(nameKey(name));
  if (seat === undefined) throw new Error(`${name} is not on the server`);
  return seat;
}

/** A copy of what would be saved of a character now. */
export const sheetOf = (server: WholeServer, name = 'Ada') =>
  saved(game(server), seatOf(server, name), new CharacterSheet());

export const rowOf = (server: WholeServer, name = 'Ada') => seatOf(server, name).row;

export interface Entered extends ConnectedClient {
  /** Reasons for which the server refused what the client asked for. */
  readonly refused: number[];
  /** Commands that were confirmed. */
  readonly confirmed: number[];
}

export async function enter(server: WholeServer, name = 'Ada', credentials?: Credentials): Promise<Entered> {
  const refused: number[] = [];
  const confirmed: number[] = [];
  const listener = {
    onRefused: ({ reason }: { reason: number }) => void refused.push(reason),
    onCommandConfirmed: ({ command }: { command: number }) => void confirmed.push(command),
  };
  const connected = server.join(name, listener, credentials);
  const { client } = connected;
  await server.until(() => client.isInWorld && client.session.resumeCredentials !== undefined);
  return { ...connected, refused, confirmed };
}

/** Asks for something and waits until it is decided; returns why it was refused, undefined when it was not. */
export async function ask(
  server: WholeServer,
  { client, refused }: Entered,
  what: (client: GameClient) => void,
): Promise<number | undefined> {
  refused.length = 0;
  what(client);
  await server.run(40);
  return refused[0];
}

export const mend = (server: WholeServer, entered: Entered) =>
  ask(server, entered, (client) => client.useSkill(Skill.mend, 0));
export const pickUp = (server: WholeServer, entered: Entered, loot: number) =>
  ask(server, entered, (client) => client.pickUp(client.nextCommand(), game(server).world.idAt(loot)));
export const standUp = (server: WholeServer, entered: Entered) =>
  ask(server, entered, (client) => client.respawn());

export function wolfOf(server: WholeServer): number {
  const { creature: creatures, identity } = game(server).world.components;
  for (let row = 1; row < 1000; row++)
    if (creatures.has(row) && identity.columns.template[row] === Creature.wolf) return row;
  throw new Error('there is no wolf');
}

export function lootOf(server: WholeServer): number | undefined {
  const { loot } = game(server).world.components;
  for (let row = 1; row < 1000; row++) if (loot.has(row)) return row;
  return undefined;
}

export function putBeside(server: WholeServer, target: number, name = 'Ada'): void {
  const { map, x, y } = game(server).world.components.transform.columns;
  const [mapIndex, targetX, targetY] = [map[target]!, x[target]!, y[target]!];
  teleport(game(server).world, rowOf(server, name), mapIndex, targetX + 1.2, targetY, 0);
}

/** One real blow that ends the wolf; what it dropped, with its slayer standing upon it. */
export async function slayWolf(server: WholeServer, { client }: Entered, name = 'Ada'): Promise<number> {
  const wolf = wolfOf(server);
  putBeside(server, wolf, name);
  await server.run(4);
  game(server).world.components.vitals.columns.health[wolf] = 1;
  client.useSkill(Skill.strike, game(server).world.idAt(wolf));
  await server.until(() => lootOf(server) !== undefined);
  putBeside(server, lootOf(server)!, name);
  return lootOf(server)!;
}

/** What of the fight is left does not hold the character back. */
export function endFight(server: WholeServer, name = 'Ada'): void {
  game(server).world.components.combat.columns.inCombatUntilTick[rowOf(server, name)] = 0;
}

/** The same stores, another process: another clock reading, another world. */
export async function restart(
  server: WholeServer,
  store: MemoryCharacterStore,
  pauseMs = 0,
  audience?: CharacterAudience,
): Promise<WholeServer> {
  await server.saveEverything();
  const startSteps = Math.ceil(server.steps + (pauseMs * 60) / 1000);
  const { journal } = server;
  return new WholeServer({ content, store, journal, startSteps, ...(audience && { audience }) });
}

/** The first invites, the other accepts; both know it. */
export async function beInParty(server: WholeServer, first: Entered, other: Entered): Promise<void> {
  first.client.partyInvite(other.client.self.name);
  await server.until(() => other.client.party.invitations.size > 0);
  other.client.partyAccept([...other.client.party.invitations.keys()][0]!);
  await server.until(() => [first, other].every((each) => companions(each).length === 2));
}

/** Whom the client knows to be in its party, from the longest in it to the newest. */
export const companions = ({ client }: Entered): string[] =>
  [...client.party.members.values()].map(({ name }) => name);
