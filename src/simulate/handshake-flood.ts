// What a flood of handshake requests from forged addresses costs a server, and whether its players notice: one is in
// session all the time, others join while it lasts. Virtual time; the processor's time is measured.

import { addressBytes } from '#ports/network/datagram-socket.js';
import { HandshakeRequests, type FloodKind, requestBytes } from './handshake-requests.js';
import { SeededBytes } from './work/seeded-bytes.js';
import { SessionLink } from './session-link.js';

export interface FloodReport {
  readonly packets: number;
  /** Of the server alone, answers included. */
  readonly cpuUsPerPacket: number;
  /** Bytes that heap and buffers gained between the first fifth of the flood, when the players have come, and its end. */
  readonly memoryGained: number;
  readonly answersPerPacket: number;
  /** Bytes sent for each byte received: below 1, or the server would amplify the flood. */
  readonly answerShare: number;
  /** Sessions besides the players': none may come of the flood. */
  readonly sessionsTaken: number;
  readonly playersTried: number;
  readonly playersJoined: number;
  readonly playerStayed: boolean;
  /** Datagrams that the flood kept the player's session from sending or receiving. */
  readonly playerPacketsLost: number;
}

/** Requests that come in 5 ms: 100,000 a second. */
const requestsPerStep = 500;
const stepMs = 5;
const newcomers = 5;

/** `collect` gives back what memory nobody uses, where the program may ask for it. */
export function flood(kind: FloodKind, packets: number, seed: number, collect?: () => void): FloodReport {
  const link = new SessionLink(seed);
  link.connect();
  const requests = new HandshakeRequests(kind, new SeededBytes(seed), requestsPerStep);
  const socket = link.serverSocket;
  const lostBefore = link.client.connection.sentPackets.lost;
  const [answersBefore, bytesBefore] = [socket.counters.packetsOut, socket.counters.bytesOut];
  let cpuUs = 0;
  let memoryEarly = 0;
  for (let sent = 0; sent < packets; sent += requestsPerStep) {
    if (link.others.length < newcomers && sent >= (packets / 10) * (link.others.length / newcomers)) {
      link.addClient();
    }
    cpuUs += sendSome(link, requests);
    link.run(stepMs);
    if (memoryEarly === 0 && sent >= packets / 5) memoryEarly = memoryUsed(collect);
  }
  const memoryGained = memoryUsed(collect) - memoryEarly;
  const [answers, bytes] = [
    socket.counters.packetsOut - answersBefore,
    socket.counters.bytesOut - bytesBefore,
  ];
  link.run(2000);
  const players = 1 + link.others.length;
  return {
    ...{ packets, memoryGained },
    cpuUsPerPacket: cpuUs / packets,
    answersPerPacket: answers / packets,
    answerShare: bytes / (packets * requestBytes),
    sessionsTaken: Math.max(0, link.server.sessionsUsed - players),
    playersTried: link.others.length,
    playersJoined: link.others.filter((session) => session.isConnected).length,
    playerStayed: link.client.isConnected,
    playerPacketsLost: link.client.connection.sentPackets.lost - lostBefore,
  };
}

/** Returns the microseconds of processor time that the server took. */
function sendSome({ server, network, clock }: SessionLink, requests: HandshakeRequests): number {
  requests.next(Math.floor(clock.ms));
  const before = process.cpuUsage();
  for (let i = 0; i < requests.count; i++) {
    server.onDatagram(requests.data, i * requestBytes, requestBytes, requests.from, i * addressBytes);
  }
  server.flush();
  const { user, system } = process.cpuUsage(before);
  network.deliverDue();
  return user + system;
}

function memoryUsed(collect: (() => void) | undefined): number {
  collect?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
