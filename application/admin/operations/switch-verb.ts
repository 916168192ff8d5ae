// An operator switches a verb of the economy off or on at one server; and which are off, as the server said last.

import {
  switchableVerbNames,
  switchableVerbs,
  type SwitchableVerb,
} from '#domain/ledger/switchable-verbs.js';
import type { RegisteredServer } from '#ports/admin/servers/server-registry.js';
import type { Caller } from '../access/caller.js';
import { commandServer, type CommandPorts, type GiveCommandResult } from './give-command.js';

export interface VerbState {
  readonly verb: SwitchableVerb;
  readonly isOpen: boolean;
  /** What stops while it is off. */
  readonly stops: string;
}

export function verbStates({ closedVerbs }: Pick<RegisteredServer, 'closedVerbs'>): VerbState[] {
  return switchableVerbNames.map((verb) => ({
    verb,
    isOpen: !closedVerbs.includes(verb),
    stops: switchableVerbs[verb],
  }));
}

/** Also to what it is already: what the API knows may be older than what the server has. */
export async function switchVerb(
  ports: CommandPorts,
  caller: Caller,
  serverId: string,
  wish: { readonly verb: SwitchableVerb; readonly isOpen: boolean; readonly reason: string },
): Promise<GiveCommandResult> {
  const { reason, verb, isOpen } = wish;
  const server = await ports.servers.find(serverId);
  const wasOpen = !(server?.closedVerbs.includes(verb) ?? false);
  return commandServer(ports, caller, serverId, {
    ...{ kind: 'verbSwitch', args: { verb, isOpen }, reason },
    changes: { before: { isOpen: wasOpen }, after: { isOpen } },
  });
}
