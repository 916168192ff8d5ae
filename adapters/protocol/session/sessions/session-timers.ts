// What sessions of a server do by themselves as time passes: resend, acknowledge, keep alive, time out, say goodbye.

import {
  Disconnect,
  disconnectSizeMax,
  DisconnectReason,
  encodeDisconnect,
  keepAliveId,
} from '../../generated/handshake.js';
import {
  burstPackets,
  burstPauseMs,
  isStalled,
  keepAliveMs,
  msUntilAttention,
  reserveNow,
  wantsKeepAlive,
  wantsPacket,
} from '../connection/connection-timers.js';
import { Channel, inPlaceOverhead } from '../bytes/packet-layout.js';
import type { PathValidation } from './path-validation.js';
import type { SealedSender } from './sealed-sender.js';
import type { SessionCounters } from './session-counters.js';
import { SessionState, type SessionTable } from './session-table.js';

/** Disconnect is sent this often, so that one surely arrives; then the slot swallows late packets for a while. */
export const disconnectSends = 3;
export const disconnectPauseMs = 50;
export const lingerMs = 500;

/**
 * Queued messages wait this long for company before a packet of their own carries them: what is reliable hardly, what is
 * not for the time between two snapshots, because the next snapshot's packet has room for it.
 */
export const gatherMs = 2;
export const gatherUnreliableMs = 50;

/** Ends a session and tells the client. */
export interface SessionEnding {
  disconnect(slot: number, reason: DisconnectReason, detail: string): void;
}

export class SessionTimers {
  /** When a session is attended to at the latest, whatever it sends meanwhile. */
  private readonly attendByMs: Int32Array;
  private readonly disconnectMessage = new Disconnect();
  private readonly keepAliveMessage = Uint8Array.of(keepAliveId);

  constructor(
    private readonly table: SessionTable,
    private readonly sender: SealedSender,
    private readonly counters: SessionCounters,
    private readonly paths: PathValidation,
    private readonly timeoutMs: number,
    private readonly ending: SessionEnding,
  ) {
    this.attendByMs = new Int32Array(table.options.sessionsMax);
  }

  /**
   * The session has just sent a packet, and its acknowledgement with it: it need not be attended to for that any more. So
   * sessions that send all the time cost nothing here.
   */
  sent(slot: number, nowMs: number): void {
    if (this.table.state[slot] === SessionState.established) this.schedule(slot, false, nowMs);
  }

  /** Attends to every session that is due. */
  run(nowMs: number): void {
    const { table } = this;
    for (let slot = 0; slot < table.slotsEnd; slot++) {
      if (table.state[slot] === SessionState.free) continue;
      if (((nowMs - table.dueMs[slot]!) | 0) >= 0) this.attend(slot, nowMs);
    }
  }

  private attend(slot: number, nowMs: number): void {
    const state = this.table.state[slot];
    if (state === SessionState.established) this.attendEstablished(slot, nowMs);
    else if (state === SessionState.closing) this.attendClosing(slot, nowMs);
    else {
      // Accepted, and the client never confirmed.
      this.counters.handshakeTimeouts++;
      this.table.release(slot);
    }
  }

  private attendEstablished(slot: number, nowMs: number): void {
    const { table, sender } = this;
    const connection = table.connection(slot);
    const silentMs = (nowMs - connection.lastReceivedMs) | 0;
    if (silentMs >= this.timeoutMs) {
      this.ending.disconnect(slot, DisconnectReason.timeout, '');
      return;
    }
    if (connection.isSpent || isStalled(connection, nowMs)) {
      const detail = connection.isSpent ? 'packet numbers used up' : 'acknowledgements or fragments withheld';
      this.ending.disconnect(slot, DisconnectReason.overloaded, detail);
      return;
    }
    this.paths.remind(slot, nowMs);
    let wants = wantsPacket(connection, nowMs);
    if (wantsKeepAlive(connection, nowMs)) {
      connection.outgoing.enqueue(false, this.keepAliveMessage, 0, 1, nowMs);
      wants = true;
    }
    for (let sent = 0; wants && sent < burstPackets; sent++) {
      const reserve = reserveNow(connection, nowMs);
      if (reserve < 0 || !sender.begin(slot, reserve, nowMs)) break;
      sender.finish();
      wants = connection.outgoing.hasPending;
    }
    this.attendByMs[slot] = (nowMs + keepAliveMs) | 0;
    this.schedule(slot, wants, nowMs);
  }

  private schedule(slot: number, wants: boolean, nowMs: number): void {
    const connection = this.table.connection(slot);
    let pauseMs = wants ? burstPauseMs : msUntilAttention(connection, nowMs);
    const reminderMs = this.paths.msUntilReminder(slot, nowMs);
    if (reminderMs >= 0 && reminderMs < pauseMs) pauseMs = Math.max(1, reminderMs);
    const silentMs = (nowMs - connection.lastReceivedMs) | 0;
    const latestMs = Math.min((this.attendByMs[slot]! - nowMs) | 0, this.timeoutMs - silentMs);
    this.table.dueMs[slot] = (nowMs + Math.min(pauseMs, latestMs)) | 0;
  }

  private attendClosing(slot: number, nowMs: number): void {
    const { table, sender, disconnectMessage } = this;
    const left = table.closingLeft[slot]!;
    if (left === 0 || table.connection(slot).isSpent) {
      table.release(slot);
      return;
    }
    if (sender.begin(slot, disconnectSizeMax + inPlaceOverhead, nowMs)) {
      disconnectMessage.reason = table.closeReason[slot] as DisconnectReason;
      disconnectMessage.detail = table.closeDetail[slot] ?? '';
      const at = sender.beginMessage(Channel.unreliable, disconnectSizeMax);
      if (at >= 0) sender.endMessage(encodeDisconnect(disconnectMessage, sender.bytes, at));
      sender.finish();
    }
    table.closingLeft[slot] = left - 1;
    table.dueMs[slot] = (nowMs + (left > 1 ? disconnectPauseMs : lingerMs)) | 0;
  }
}
