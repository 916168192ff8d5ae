// Whether somebody ordered that a player be erased. By the directory's id, or, where that was another one then because its
// server was removed from the list and came back, or it was away for long, by server and number.

import type { AuditQuestion, StoredAuditEntry } from '#ports/admin/audit/audit-log.js';
import type { AboutPlayer } from '#ports/admin/audit/forgotten-player.js';
import type { CommandState } from '#ports/admin/operations/command-store.js';
import type { AdminPorts } from '../access/admin-ports.js';

/** By which id, and of which name; that is undefined when it is forgotten already. */
export interface ErasureOrder {
  readonly playerId: string;
  readonly name: string | undefined;
}

type Ports = Pick<AdminPorts, 'commands' | 'audit'>;

const action = 'command.erase';
/** Commands of one player, looked at; the audit log has the older ones. */
const ordersMax = 200;
/** Entries at once, and how often: an order beyond them counts as none, for its end is not known. */
const entriesAtOnce = 200;
const pagesMax = 50;

/**
 * Once for an order: told again by another moment or receipt it is nobody's order. `about` has no name when the directory does
 * not list it: then it is anybody of that number.
 */
export async function orderOf(
  ports: Ports & Pick<AdminPorts, 'players'>,
  about: AboutPlayer,
): Promise<ErasureOrder | undefined> {
  const orders = await ordersFor(ports, about);
  const ofNow = orders.find(({ playerId }) => playerId === about.playerId);
  for (const order of ofNow === undefined ? orders : [ofNow])
    if ((await ports.players.erasureOf(order.playerId)) === undefined) return order;
  return undefined;
}

/** Any that was, done or not: by the player's id of now, or by an earlier one of the same number. */
export async function hasOrder(ports: Ports, about: AboutPlayer): Promise<boolean> {
  return (await ordersFor(ports, about)).length > 0;
}

/** Whether it was by this id, or by the one under which it was told as erased. */
export async function wasOrdered(ports: Ports, serverId: string, playerId: string): Promise<boolean> {
  // No character has this number.
  return (await ordersFor(ports, { serverId, playerId, characterId: 0 })).length > 0;
}

/** Also such as the server has not answered for yet: it may tell the directory first. */
async function ordersFor(ports: Ports, about: AboutPlayer): Promise<readonly ErasureOrder[]> {
  const { commands, audit } = ports;
  const given = await commands.page({ about, kind: 'erase', limit: ordersMax });
  // What became of a command the store knows better, as long as it has it.
  const inStore = new Set(given.map(({ id }) => id));
  const older = new Map<string, StoredAuditEntry>();
  for await (const entry of entriesOf(audit, { about, action, outcome: 'done' })) {
    const command = commandOf(entry);
    if (command !== undefined && !inStore.has(command)) older.set(command, entry);
  }
  const ends = await endsOf(ports, older);
  return [
    ...given.filter(mayBeDone).map(({ target, args }) => orderIn(target, args)),
    ...[...older]
      .filter(([command]) => mayBeDone(ends.get(command) ?? { state: 'not found' }))
      .map(([, { target, details }]) => orderIn(target, details['args'])),
  ];
}

interface End {
  readonly state?: unknown;
  readonly refusal?: unknown;
}

/**
 * By command: what the log says of it last, if only that it was given. It names the player by the id of then, and not by number.
 * `orders` are commands with an entry of theirs.
 */
async function endsOf(
  { audit }: Ports,
  orders: ReadonlyMap<string, StoredAuditEntry>,
): Promise<ReadonlyMap<string, End>> {
  const ends = new Map<string, End>();
  const targets = new Set([...orders.values()].map(({ target }) => target));
  for (const target of targets) {
    for await (const entry of entriesOf(audit, { target, action })) {
      const command = commandOf(entry);
      if (command === undefined || !orders.has(command) || ends.has(command)) continue;
      ends.set(command, entry.details);
      if (ends.size === orders.size) return ends;
    }
  }
  return ends;
}

/** Newest first. */
async function* entriesOf(audit: Ports['audit'], question: AuditQuestion): AsyncGenerator<StoredAuditEntry> {
  let beforeId: number | undefined;
  for (let page = 0; page < pagesMax; page++) {
    const before = beforeId === undefined ? {} : { beforeId };
    const entries = await audit.page({ ...question, ...before, limit: entriesAtOnce });
    yield* entries;
    beforeId = entries.at(-1)?.id;
    if (entries.length < entriesAtOnce) return;
  }
}

/** Undefined for what gave none: somebody was refused, or was erased already. */
function commandOf({ details }: StoredAuditEntry): string | undefined {
  const command = details['command'];
  return typeof command === 'string' ? command : undefined;
}

const notDone: readonly unknown[] = [
  'proposed',
  'declined',
  'withdrawn',
  'lapsed',
  'timed-out',
  'not found',
] satisfies readonly (CommandState | 'not found')[];

function mayBeDone({ state, refusal }: End): boolean {
  return state === 'refused' ? refusal === 'unfinished' : !notDone.includes(state);
}

function orderIn(target: string, args: unknown): ErasureOrder {
  const { name } = (args ?? {}) as { readonly name?: unknown };
  return { playerId: target.slice('player:'.length), name: typeof name === 'string' ? name : undefined };
}
