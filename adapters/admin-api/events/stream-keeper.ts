// Beats on open streams, and ends those whose session is over, or whose account or key may not follow what happens any more:
// by time, or by another replica's hand.

import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { authenticateDigest } from '#application/admin/sign-in/authenticate-session.js';
import { mayDo } from '#application/admin/access/permissions.js';
import { authenticateKeyDigest, permissionsOfKey } from '#application/admin/tokens/authenticate-api-key.js';
import { findDue } from '#application/admin/sign-in/what-is-due.js';
import type { Log } from '#ports/system/log.js';
import { ADMIN_PORTS, EVENT_STREAMS, LOG } from '../wiring/tokens.js';
import type { EventStreams } from './event-streams.js';

export const beatMs = 15_000;

@Injectable()
export class StreamKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(ADMIN_PORTS) private readonly ports: AdminPorts,
    @Inject(EVENT_STREAMS) private readonly streams: EventStreams,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.check(), beatMs).unref();
  }

  /** The first that Nest calls at the end, while requests still come. Open streams would keep the server from closing. */
  onModuleDestroy(): void {
    clearInterval(this.#timer);
    this.streams.close();
  }

  async check(): Promise<void> {
    try {
      this.streams.beat();
      for (const tokenDigest of this.streams.sessions()) {
        // An open console is use: this also keeps its session from going idle.
        if (!(await this.#mayFollow(tokenDigest))) this.streams.endStreamsOfSession(tokenDigest);
      }
    } catch (error) {
      this.log.warn('sessions of event streams could not be checked', { reason: String(error) });
    }
  }

  async #mayFollow(tokenDigest: string): Promise<boolean> {
    const account = await authenticateDigest(this.ports, tokenDigest);
    if (account) return mayDo(account, 'live:read') && !(await findDue(this.ports, account));
    const key = await authenticateKeyDigest(this.ports, tokenDigest);
    if (!key || !permissionsOfKey(key).includes('live:read')) return false;
    return !(await findDue(this.ports, key.account));
  }
}
