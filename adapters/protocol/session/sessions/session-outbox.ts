// Messages that a server queues for its sessions: they go with the next packet, or soon in one of their own.

import { DisconnectReason } from '../../generated/handshake.js';
import type { EndpointClock } from './endpoint-clock.js';
import { Queued } from '../delivery/outgoing-messages.js';
import type { SessionLifecycle } from './session-lifecycle.js';
import { SessionState, type SessionTable } from './session-table.js';
import { gatherMs, gatherUnreliableMs } from './session-timers.js';

export class SessionOutbox {
  constructor(
    private readonly table: SessionTable,
    private readonly lifecycle: SessionLifecycle,
    private readonly clock: EndpointClock,
  ) {}

  /**
   * Queues a message on the reliable channel, or with `reliable` false on the unreliable one. False when the session is
   * not open or the message is too long; a reliable queue at its cap ends the session as overloaded.
   */
  send(sessionRow: number, reliable: boolean, data: Uint8Array, at: number, length: number): boolean {
    if (this.table.state[sessionRow] !== SessionState.established) return false;
    const { outgoing } = this.table.connection(sessionRow);
    const queued = outgoing.enqueue(reliable, data, at, length, this.clock.nowMs);
    return this.queued(sessionRow, queued, reliable ? gatherMs : gatherUnreliableMs);
  }

  private queued(sessionRow: number, queued: Queued, waitMs: number): boolean {
    if (queued === Queued.full) {
      this.lifecycle.disconnect(sessionRow, DisconnectReason.overloaded, 'send queue full');
    }
    if (queued !== Queued.ok) return false;
    this.table.wake(sessionRow, waitMs, this.clock.nowMs);
    return true;
  }
}
