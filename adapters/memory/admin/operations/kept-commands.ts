// Operators' commands as they are kept in memory, and whoever is told of their changes.

import type { CommandChange, NewCommand, OperatorCommand } from '#ports/admin/operations/command-store.js';
import { openCommandsMax } from '#ports/admin/operations/operator-command.js';
import type { Clock } from '#ports/system/clock.js';

export type KeptCommand = { -readonly [Key in keyof OperatorCommand]: OperatorCommand[Key] } & {
  isAudited: boolean;
  leasedUntilUnixMs: number;
  document: string | undefined;
};

type Beginning = Pick<OperatorCommand, 'state' | 'proposal'> & { readonly lifeMs: number };

export class KeptCommands {
  /** In the order of their issue, or proposal. */
  protected readonly commands = new Map<string, KeptCommand>();
  protected readonly listeners = new Set<(change: CommandChange) => void>();
  #last = 0;

  constructor(protected readonly clock: Pick<Clock, 'unixMs'>) {}

  protected add(command: NewCommand, { state, proposal, lifeMs }: Beginning): void {
    const nowUnixMs = this.clock.unixMs();
    this.commands.set(command.id, {
      ...structuredClone(command),
      number: ++this.#last,
      state,
      proposal,
      refusal: undefined,
      players: undefined,
      issuedAtUnixMs: nowUnixMs,
      deadlineUnixMs: nowUnixMs + lifeMs,
      deliveredAtUnixMs: undefined,
      endedAtUnixMs: undefined,
      isAudited: false,
      leasedUntilUnixMs: 0,
      document: undefined,
    });
    this.tell(command);
  }

  protected all(): KeptCommand[] {
    return [...this.commands.values()];
  }

  /** For one more that waits for the server. */
  protected hasRoom(serverId: string): boolean {
    const open = this.all().filter((one) => one.serverId === serverId && isOpen(one));
    return open.length < openCommandsMax;
  }

  protected end(one: KeptCommand, state: OperatorCommand['state'], refusal = one.refusal): void {
    one.state = state;
    one.refusal = refusal;
    one.endedAtUnixMs = this.clock.unixMs();
    one.isAudited = false;
    one.leasedUntilUnixMs = 0;
    this.tell(one);
  }

  protected tell({ serverId, id }: Pick<NewCommand, 'serverId' | 'id'>): void {
    for (const listener of this.listeners) listener({ serverId, id });
  }
}

function isOpen({ state }: OperatorCommand): boolean {
  return state === 'queued' || state === 'delivered';
}

export function told({
  isAudited: _,
  leasedUntilUnixMs: __,
  document: ___,
  ...command
}: KeptCommand): OperatorCommand {
  return structuredClone(command);
}
