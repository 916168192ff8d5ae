// When a connection wants to send on its own: messages waiting, acknowledgements owed, packets timed out, silence.

import type { Connection } from './connection.js';
import { datagramBytesMax } from '../bytes/packet-layout.js';

/** After this long without sending anything that is answered, a KeepAlive goes out. */
export const keepAliveMs = 2000;
/** Give up when the oldest reliable message stays unacknowledged for this long though packets arrive. */
const stallMs = 30_000;
/** Bulk is spread: at most this many packets at once, then a pause. */
export const burstPackets = 8;
export const burstPauseMs = 5;

/** Whether a packet should go out now, KeepAlive aside. Gives up timed-out packets first. */
export function wantsPacket(connection: Connection, nowMs: number): boolean {
  connection.sentPackets.expire(nowMs);
  return connection.outgoing.hasPending || connection.msUntilAck(nowMs) === 0;
}

/**
 * Bytes that the next packet must leave free: 0 while the pacing lets queued messages go, all of them when only an
 * acknowledgement may, -1 when nothing may be sent now.
 */
export function reserveNow(connection: Connection, nowMs: number): number {
  if (connection.pacing.allows(nowMs)) return 0;
  return connection.msUntilAck(nowMs) === 0 ? datagramBytesMax : -1;
}

export function wantsKeepAlive(connection: Connection, nowMs: number): boolean {
  return ((nowMs - connection.lastAskedMs) | 0) >= keepAliveMs;
}

/** The other side withholds what this one needs: acknowledgements, or the rest of a long message. */
export function isStalled(connection: Connection, nowMs: number): boolean {
  return connection.outgoing.reliable.stalledMs(nowMs) > stallMs || connection.reliableIn.isOverdue(nowMs);
}

/** Milliseconds until the connection wants attention, at most `keepAliveMs`. */
export function msUntilAttention(connection: Connection, nowMs: number): number {
  if (connection.outgoing.hasPending) return burstPauseMs;
  let wait = keepAliveMs - ((nowMs - connection.lastAskedMs) | 0);
  const ack = connection.msUntilAck(nowMs);
  if (ack >= 0 && ack < wait) wait = ack;
  const timeout = connection.sentPackets.msUntilTimeout(nowMs);
  if (timeout >= 0 && timeout < wait) wait = timeout;
  return Math.max(1, wait);
}
