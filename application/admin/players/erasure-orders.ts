// Whether somebody ordered that a player be erased. By the directory's id, or, where that was another one then because its
// server was removed from the list and came back, or it was away for long, by server and number.

import type { AboutPlayer } from '#ports/admin/audit/forgotten-player.js';
import type { CommandState, OperatorCommand } from '#ports/admin/operations/command-store.js';
import type { AdminPorts } from '../access/admin-ports.js';

/** By which id, and of which name; that is undefined when it is forgotten already. */
export interface ErasureOrder {
  readonly playerId: string;
  readonly name: string | undefined;
}

type Ports = Pick<AdminPorts, 'commands' | 'audit'>;

/** Of one player, looked at; the audit log has the older ones. */
const ordersMax = 200;

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
    if (!(await ports.players.isErased(order.playerId))) return order;
  return undefined;
}

/** Whether it was by this id, or by the one under which it was told as erased. */
export async function wasOrdered(ports: Ports, serverId: string, playerId: string): Promise<boolean> {
  // No character has this number.
  return (await ordersFor(ports, { serverId, playerId, characterId: 0 })).length > 0;
}

/** Also such as the server has not answered for yet: it may tell the directory first. */
async function ordersFor({ commands, audit }: Ports, about: AboutPlayer): Promise<readonly ErasureOrder[]> {
  const given = await commands.page({ about, kind: 'erase', limit: ordersMax });
  const logged = await audit.page({ about, action: 'command.erase', outcome: 'done', limit: ordersMax });
  const inStore = new Set(given.map(({ target }) => target));
  return [
    ...given.filter(mayBeDone).map(({ target, args }) => orderIn(target, args)),
    // What became of a command the store knows better, as long as it has it.
    ...logged
      .filter(({ target }) => !inStore.has(target))
      .map(({ target, details }) => orderIn(target, details['args'])),
  ];
}

const notDone: readonly CommandState[] = ['proposed', 'declined', 'withdrawn', 'lapsed', 'timed-out'];

function mayBeDone({ state, refusal }: OperatorCommand): boolean {
  return state === 'refused' ? refusal === 'unfinished' : !notDone.includes(state);
}

function orderIn(target: string, args: unknown): ErasureOrder {
  const { name } = (args ?? {}) as { readonly name?: unknown };
  return { playerId: target.slice('player:'.length), name: typeof name === 'string' ? name : undefined };
}
