// The simulation's part: a command that reached its thread is applied between two ticks, like what players ask for; all
// see its effect with the tick that follows. The same commands at the same ticks make the same world.

import type { CommandAnswer } from '#ports/admin/operations/operator-command.js';
import { refused, type CommandedSimulation } from './kinds/command-definition.js';
import { findDefinition, readArguments } from './command-table.js';

/** `facts`: see TickOrder. */
export function applyInTick(
  simulation: CommandedSimulation,
  kind: string,
  args: unknown,
  facts?: Uint8Array,
): CommandAnswer {
  const definition = findDefinition(kind);
  const apply = definition?.where === 'tick' ? definition.apply : definition?.inTick;
  if (definition === undefined || apply === undefined) return refused('unknown-kind');
  const read = readArguments(definition, args);
  return read === undefined ? refused('invalid-arguments') : apply(simulation, read, facts);
}

/** Whether what was done until then is to be stored before anybody is told that it was applied. */
export function movesPossessions(kind: string): boolean {
  const definition = findDefinition(kind);
  return definition?.where === 'server' && definition.movesPossessions === true;
}
