// What arrives inside sessions at a server: finds the session of a sealed datagram, has it opened, holds its messages to
// their limits and hands them on. Every datagram and message that is dropped is counted under its reason.

import type { AeadKey } from '#ports/network/aead-key.js';
import { DisconnectReason } from '../../generated/handshake.js';
import type { ConnectionOwner } from '../connection/connection-owner.js';
import type { EndpointClock } from './endpoint-clock.js';
import type { KeyLog } from '../crypto/key-log.js';
import { readU32 } from '../bytes/little-endian.js';
import { MessageVerdict } from './message-limits.js';
import { type Channel, connectionIdAt, sealedBytesMin } from '../bytes/packet-layout.js';
import { Received } from '../connection/packet-receiver.js';
import type { PathValidation } from './path-validation.js';
import type { SessionCounters } from './session-counters.js';
import type { SessionLifecycle } from './session-lifecycle.js';
import type { SessionListener } from './session-listener.js';
import { Handled, type SessionMessages } from './session-messages.js';
import type { SessionOutbox } from './session-outbox.js';
import { SessionState, type SessionTable } from './session-table.js';
import { gatherMs } from './session-timers.js';

export interface SealedReceiverParts {
  readonly table: SessionTable;
  readonly counters: SessionCounters;
  readonly clock: EndpointClock;
  readonly lifecycle: SessionLifecycle;
  readonly paths: PathValidation;
  readonly messages: SessionMessages;
  readonly outbox: SessionOutbox;
  readonly listener: SessionListener;
  readonly keyLog: KeyLog | undefined;
}

export class SealedReceiver implements ConnectionOwner {
  private readonly table: SessionTable;
  private readonly counters: SessionCounters;
  private readonly clock: EndpointClock;
  private readonly lifecycle: SessionLifecycle;
  private readonly paths: PathValidation;
  private readonly messages: SessionMessages;
  private readonly outbox: SessionOutbox;
  private readonly listener: SessionListener;
  private readonly keyLog: KeyLog | undefined;

  constructor(parts: SealedReceiverParts) {
    this.table = parts.table;
    this.counters = parts.counters;
    this.clock = parts.clock;
    this.lifecycle = parts.lifecycle;
    this.paths = parts.paths;
    this.messages = parts.messages;
    this.outbox = parts.outbox;
    this.listener = parts.listener;
    this.keyLog = parts.keyLog;
  }

  onDatagram(buffer: Uint8Array, at: number, length: number, address: Uint8Array, addressAt: number): void {
    const { counters, table } = this;
    if (length < sealedBytesMin) {
      counters.droppedTooShort++;
      return;
    }
    const connectionId = readU32(buffer, at + connectionIdAt);
    const sessionRow = table.rowOf(connectionId);
    if (sessionRow < 0) {
      if (table.gatewayOf(connectionId) !== table.options.gatewayIndex) counters.droppedWrongGateway++;
      else counters.droppedUnknownConnection++;
      return;
    }
    if (table.state[sessionRow] === SessionState.closing) {
      counters.droppedClosing++;
      return;
    }
    const highest = table.highestReceived(sessionRow);
    if (!this.open(sessionRow, buffer, at, length)) return;
    const isNewest = table.highestReceived(sessionRow) > highest;
    this.settle(sessionRow, isNewest, address, addressAt);
  }

  /** Whether the packet was authentic and its session goes on. */
  private open(sessionRow: number, buffer: Uint8Array, at: number, length: number): boolean {
    const { counters, table, lifecycle, clock } = this;
    switch (table.packets.receive(sessionRow, sessionRow, this, buffer, at, length, clock.nowMs)) {
      case Received.replayed:
        counters.droppedReplayed++;
        return false;
      case Received.unauthentic:
        counters.droppedUnauthentic++;
        return false;
      case Received.malformed:
        lifecycle.disconnect(sessionRow, DisconnectReason.protocolViolation, 'malformed packet');
        return false;
      case Received.ok:
        break;
    }
    counters.packetsAccepted++;
    counters.bytesAccepted += length;
    if (table.state[sessionRow] === SessionState.accepted) lifecycle.establish(sessionRow);
    return table.state[sessionRow] === SessionState.established;
  }

  /** After an authentic packet: its way, what the session wants to send on account of it, its packets' limit. */
  private settle(sessionRow: number, isNewest: boolean, address: Uint8Array, addressAt: number): void {
    const { table, paths, lifecycle } = this;
    const { nowMs } = this.clock;
    paths.settle(sessionRow, address, addressAt);
    if (isNewest && !table.hasAddress(sessionRow, address, addressAt)) {
      // The newest authentic packet came from elsewhere: perhaps the client's address changed on the way.
      paths.onOtherAddress(sessionRow, address, addressAt, nowMs);
    }
    const reminderMs = paths.msUntilReminder(sessionRow, nowMs);
    if (reminderMs >= 0) table.wake(sessionRow, reminderMs, nowMs);
    const ackMs = table.msUntilAck(sessionRow, nowMs);
    if (ackMs >= 0) table.wake(sessionRow, ackMs, nowMs);
    const verdict = table.meters.onPacket(sessionRow, nowMs);
    if (verdict === MessageVerdict.allowed) return;
    this.counters.packetsExcess++;
    if (verdict === MessageVerdict.flood) {
      lifecycle.disconnect(sessionRow, DisconnectReason.protocolViolation, 'too many packets');
    }
  }

  // — ConnectionOwner —

  onConnectionMessage(
    sessionRow: number,
    channel: Channel,
    buffer: Uint8Array,
    at: number,
    length: number,
  ): void {
    const { table, counters, lifecycle, clock } = this;
    // Only who holds the session's keys gets here, so the first message confirms the session as the first packet does.
    if (table.state[sessionRow] === SessionState.accepted) lifecycle.establish(sessionRow);
    if (table.state[sessionRow] !== SessionState.established) return;
    switch (table.meters.onMessage(sessionRow, buffer[at]!, channel, length, clock.nowMs)) {
      case MessageVerdict.allowed:
        this.handle(sessionRow, channel, buffer, at, length);
        return;
      case MessageVerdict.excess:
        counters.messagesExcess++;
        return;
      case MessageVerdict.flood:
        counters.messagesExcess++;
        lifecycle.disconnect(sessionRow, DisconnectReason.protocolViolation, 'too many messages');
        return;
      case MessageVerdict.violation:
        this.violation(sessionRow, buffer[at]!);
        return;
    }
  }

  private handle(sessionRow: number, channel: Channel, buffer: Uint8Array, at: number, length: number): void {
    const { messages, lifecycle, listener, clock } = this;
    switch (messages.handle(sessionRow, buffer, at, at + length, clock.nowMs)) {
      case Handled.no:
        listener.onMessage(sessionRow, channel, buffer, at, length);
        return;
      case Handled.malformed:
        this.violation(sessionRow, buffer[at]!);
        return;
      case Handled.left:
        lifecycle.left(sessionRow);
        return;
      case Handled.reply:
        this.outbox.send(sessionRow, true, messages.replyBytes, 0, messages.replyLength);
        return;
      case Handled.done:
        return;
    }
  }

  private violation(sessionRow: number, id: number): void {
    const detail = `message 0x${id.toString(16)}`;
    this.lifecycle.disconnect(sessionRow, DisconnectReason.protocolViolation, detail);
  }

  onConnectionPacketAcked(sessionRow: number, packetNumber: number): void {
    this.listener.onPacketAcked(sessionRow, packetNumber);
  }

  onConnectionPacketLost(sessionRow: number, packetNumber: number): void {
    // Its reliable messages go again.
    this.table.wake(sessionRow, gatherMs, this.clock.nowMs);
    this.counters.packetsLost++;
    this.listener.onPacketLost(sessionRow, packetNumber);
  }

  onConnectionPacketFound(_sessionRow: number): void {
    this.counters.packetsFound++;
  }

  onConnectionRekeyed(sessionRow: number, send: AeadKey, receive: AeadKey): void {
    this.counters.rekeys++;
    this.keyLog?.(this.table.connectionIdOf(sessionRow), receive, send);
  }
}
