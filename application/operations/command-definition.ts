// What the game server knows of one kind of command: how its arguments are read, where it is applied, and how.

import type {
  CommandAnswer,
  CommandArguments,
  CommandRefusal,
} from '#ports/admin/operations/operator-command.js';
import type { Simulation } from '../tick/simulation.js';

/** In the simulation's thread, at the start of a tick. */
export interface TickCommand<Args> {
  readonly where: 'tick';
  /** The arguments, or undefined when they are not what this kind takes: they come from another process. */
  readonly read: (args: Readonly<Record<string, unknown>>) => Args | undefined;
  readonly apply: (simulation: CommandedSimulation, args: Args) => CommandAnswer;
}

/** In the control thread, on the server as a whole. */
export interface ServerCommand<Args> {
  readonly where: 'server';
  readonly read: (args: Readonly<Record<string, unknown>>) => Args | undefined;
  readonly apply: (server: CommandedServer, args: Args) => CommandAnswer;
}

export type CommandDefinition<Args> = TickCommand<Args> | ServerCommand<Args>;

export type CommandedSimulation = Pick<Simulation, 'kickCharacter' | 'announce'>;

export interface CommandedServer {
  /** See drain.ts. */
  readonly drain: {
    begin(wish: CommandArguments['drain']): CommandAnswer;
    reopen(): CommandAnswer;
  };
}

export function applied(players: number): CommandAnswer {
  return { outcome: 'applied', players };
}

export function refused(reason: CommandRefusal): CommandAnswer {
  return { outcome: 'refused', reason };
}
