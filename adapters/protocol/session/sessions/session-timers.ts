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

/** Disconnect is sent this often, so that one surely arrives; then the row swallows late packets for a while. */
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
  disconnect(sessionRow: number, reason: DisconnectReason, detail: string): void;
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
  sent(sessionRow: number, nowMs: number): void {
    if (this.table.state[sessionRow] === SessionState.established) this.schedule(sessionRow, false, nowMs);
  }

  /** Attends to every session that is due. */
  run(nowMs: number): void {
    const { table } = this;
    for (let sessionRow = 0; sessionRow < table.sessionRowsEnd; sessionRow++) {
      if (table.state[sessionRow] === SessionState.free) continue;
      if (((nowMs - table.dueMs[sessionRow]!) | 0) >= 0) this.attend(sessionRow, nowMs);
    }
  }

  private attend(sessionRow: number, nowMs: number): void {
    const state = this.table.state[sessionRow];
    if (state === SessionState.established) this.attendEstablished(sessionRow, nowMs);
    else if (state === SessionState.closing) this.attendClosing(sessionRow, nowMs);
    else {
      // Accepted, and the client never confirmed.
      this.counters.handshakeTimeouts++;
      this.table.release(sessionRow);
    }
  }

  private attendEstablished(sessionRow: number, nowMs: number): void {
    const { table, sender } = this;
    const connection = table.connection(sessionRow);
    const silentMs = (nowMs - connection.lastReceivedMs) | 0;
    if (silentMs >= this.timeoutMs) {
      this.ending.disconnect(sessionRow, DisconnectReason.timeout, '');
      return;
    }
    if (connection.isSpent || isStalled(connection, nowMs)) {
      const detail = connection.isSpent ? 'packet numbers used up' : 'acknowledgements or fragments withheld';
      this.ending.disconnect(sessionRow, DisconnectReason.overloaded, detail);
      return;
    }
    this.paths.remind(sessionRow, nowMs);
    let wants = wantsPacket(connection, nowMs);
    if (wantsKeepAlive(connection, nowMs)) {
      connection.outgoing.enqueue(false, this.keepAliveMessage, 0, 1, nowMs);
      wants = true;
    }
    for (let sent = 0; wants && sent < burstPackets; sent++) {
      const reserve = reserveNow(connection, nowMs);
      if (reserve < 0 || !sender.begin(sessionRow, reserve, nowMs)) break;
      sender.finish();
      wants = connection.outgoing.hasPending;
    }
    this.attendByMs[sessionRow] = (nowMs + keepAliveMs) | 0;
    this.schedule(sessionRow, wants, nowMs);
  }

  private schedule(sessionRow: number, wants: boolean, nowMs: number): void {
    const connection = this.table.connection(sessionRow);
    let pauseMs = wants ? burstPauseMs : msUntilAttention(connection, nowMs);
    const reminderMs = this.paths.msUntilReminder(sessionRow, nowMs);
    if (reminderMs >= 0 && reminderMs < pauseMs) pauseMs = Math.max(1, reminderMs);
    const silentMs = (nowMs - connection.lastReceivedMs) | 0;
    const latestMs = Math.min((this.attendByMs[sessionRow]! - nowMs) | 0, this.timeoutMs - silentMs);
    this.table.dueMs[sessionRow] = (nowMs + Math.min(pauseMs, latestMs)) | 0;
  }

  private attendClosing(sessionRow: number, nowMs: number): void {
    const { table, sender, disconnectMessage } = this;
    const left = table.closingLeft[sessionRow]!;
    if (left === 0 || table.connection(sessionRow).isSpent) {
      table.release(sessionRow);
      return;
    }
    if (sender.begin(sessionRow, disconnectSizeMax + inPlaceOverhead, nowMs)) {
      disconnectMessage.reason = table.closeReason[sessionRow] as DisconnectReason;
      disconnectMessage.detail = table.closeDetail[sessionRow] ?? '';
      const at = sender.beginMessage(Channel.unreliable, disconnectSizeMax);
      if (at >= 0) sender.endMessage(encodeDisconnect(disconnectMessage, sender.bytes, at));
      sender.finish();
    }
    table.closingLeft[sessionRow] = left - 1;
    table.dueMs[sessionRow] = (nowMs + (left > 1 ? disconnectPauseMs : lingerMs)) | 0;
  }
}
