// The two kinds of traffic of the loss matrix, each measured over one link: bulk as fast as the session takes it, and what
// a game sends. Numbers in the messages tell whether anything was lost, repeated or out of order.

import {
  characterStatusId,
  playerInputId,
  snapshotId,
  useSkillId,
} from '#adapters/protocol/generated/game.js';
import { Channel } from '#adapters/protocol/session/bytes/packet-layout.js';
import type { LinkConditions } from '#adapters/memory/network/link-conditions.js';
import { NumberedMessages } from './numbered-messages.js';
import { SessionLink } from './session-link.js';

export interface BulkReport {
  /** Messages that did not arrive, arrived twice or out of order. */
  readonly wrong: number;
  readonly bytesPerSecond: number;
  /** Bytes of datagrams that the server sent for one byte that arrived. */
  readonly sentPerByte: number;
  readonly ended: string | undefined;
}

export interface GameReport {
  readonly wrong: number;
  /** From queueing to arrival, of reliable messages to the server and to the client; ms. */
  readonly upMsP50: number;
  readonly upMsP99: number;
  readonly downMsP50: number;
  readonly downMsP99: number;
  /** Share of the snapshots and inputs that arrived. */
  readonly snapshotShare: number;
  readonly inputShare: number;
  readonly ended: string | undefined;
}

const bulkBytes = 1000;
/** Bulk keeps this many messages on the way: below the session's cap of 512 KiB. */
const bulkWindow = 500;
/** What is on its way when sending ends gets this long. */
const drainMs = 20_000;

export function carryBulk(conditions: LinkConditions, seconds: number, seed: number): BulkReport {
  const link = new SessionLink(seed);
  link.connect();
  link.setConditions(conditions);
  const stream = new NumberedMessages(characterStatusId, bulkBytes);
  link.onClientMessage = (data, at) => stream.arrived(data, at, link.clock.ms);
  const { reliable } = link.server.connection(link.sessionRow).outgoing;
  const sentBefore = link.server.counters.bytesSent;
  const fill = (nowMs: number) => {
    while (reliable.unacknowledgedFrames < bulkWindow) {
      const data = stream.next(nowMs);
      if (!link.server.send(link.sessionRow, true, data, 0, data.length)) break;
    }
  };
  link.run(seconds * 1000, fill);
  const bytesPerSecond = (stream.inOrder * bulkBytes) / seconds;
  link.run(drainMs);
  const sent = link.server.counters.bytesSent - sentBefore;
  return {
    wrong: stream.wrong + stream.missing,
    bytesPerSecond,
    sentPerByte: sent / Math.max(1, stream.inOrder * bulkBytes),
    ended: link.ended === undefined ? undefined : JSON.stringify(link.ended),
  };
}

export function carryGame(conditions: LinkConditions, seconds: number, seed: number): GameReport {
  const link = new SessionLink(seed);
  link.connect();
  link.setConditions(conditions);
  const up = new NumberedMessages(useSkillId, 7);
  const down = new NumberedMessages(characterStatusId, 60);
  const traffic = new GameTraffic(link, up, down);
  link.run(seconds * 1000, (nowMs) => traffic.send(nowMs));
  link.run(drainMs);
  return {
    wrong: up.wrong + up.missing + down.wrong + down.missing,
    ...{ upMsP50: up.latencyMs(0.5), upMsP99: up.latencyMs(0.99) },
    ...{ downMsP50: down.latencyMs(0.5), downMsP99: down.latencyMs(0.99) },
    snapshotShare: traffic.snapshotsArrived / traffic.snapshots,
    inputShare: traffic.inputsArrived / traffic.inputs,
    ended: link.ended === undefined ? undefined : JSON.stringify(link.ended),
  };
}

/** 20 snapshots and 5 events a second down, 40 inputs and 5 requests a second up. */
class GameTraffic {
  snapshots = 0;
  snapshotsArrived = 0;
  inputs = 0;
  inputsArrived = 0;
  private readonly snapshot = new Uint8Array(300).fill(snapshotId);
  private readonly input = new Uint8Array(20).fill(playerInputId);

  constructor(
    private readonly link: SessionLink,
    private readonly up: NumberedMessages,
    private readonly down: NumberedMessages,
  ) {
    link.onServerMessage = (data, at) => {
      if (data[at] === playerInputId) this.inputsArrived++;
      else up.arrived(data, at, link.clock.ms);
    };
    link.onClientMessage = (data, at) => {
      if (data[at] === snapshotId) this.snapshotsArrived++;
      else down.arrived(data, at, link.clock.ms);
    };
  }

  send(nowMs: number): void {
    const { link, up, down } = this;
    if (nowMs % 25 === 0) this.sendInput();
    if (nowMs % 50 === 0) this.sendSnapshot();
    if (nowMs % 200 !== 0) return;
    const request = up.next(nowMs);
    if (!link.client.send(true, request, 0, request.length)) up.wrong++;
    const event = down.next(nowMs);
    if (!link.server.send(link.sessionRow, true, event, 0, event.length)) down.wrong++;
  }

  private sendInput(): void {
    const { client } = this.link;
    if (!client.beginPacket(this.input.length + 5)) return;
    const at = client.beginMessage(Channel.unreliable, this.input.length);
    if (at >= 0) {
      client.packetBytes.set(this.input, at);
      client.endMessage(at + this.input.length);
      this.inputs++;
    }
    client.finishPacket();
  }

  private sendSnapshot(): void {
    const { server, sessionRow } = this.link;
    if (!server.beginPacket(sessionRow, this.snapshot.length + 5)) return;
    const at = server.beginMessage(Channel.sequenced, this.snapshot.length);
    if (at >= 0) {
      server.packetBytes.set(this.snapshot, at);
      server.endMessage(at + this.snapshot.length);
      this.snapshots++;
    }
    server.finishPacket();
  }
}
