// Brings what changed about commands, here or at another replica, to those who wait: game servers whose requests are
// held, and operators at their event streams.

import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { tellOfCommand } from '#application/admin/operations/tell-of-commands.js';
import type { Log } from '#ports/system/log.js';
import { ADMIN_PORTS, LOG } from '../wiring/tokens.js';
import { HeldCalls } from './held-calls.js';

@Injectable()
export class CommandWatch implements OnApplicationBootstrap, OnModuleDestroy {
  #leave: (() => void) | undefined;

  constructor(
    @Inject(ADMIN_PORTS) private readonly ports: AdminPorts,
    @Inject(HeldCalls) private readonly held: HeldCalls,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.#leave = this.ports.commands.watch((change) => {
      this.held.wake(change?.serverId);
      if (change === undefined) return;
      tellOfCommand(this.ports, change).catch((error: unknown) =>
        this.log.warn('operators could not be told of a command', { ...change, reason: String(error) }),
      );
    });
  }

  /** While requests are still under way: held ones would keep the server from closing. */
  onModuleDestroy(): void {
    this.#leave?.();
    this.held.close();
  }
}
