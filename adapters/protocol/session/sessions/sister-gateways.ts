// A gateway among others that share its port: gives what belongs to another one over to it, and takes what others gave.
// What was given over once is never given over again.

import type { DatagramRelay, RelayReceiver } from '#ports/threads/datagram-relay.js';
import type { DatagramReceiver } from '#ports/network/datagram-socket.js';
import { homeGateway } from '../bytes/home-gateway.js';
import type { ResumeTokens } from './resume-tokens.js';
import type { SessionCounters } from './session-counters.js';

export class SisterGateways implements RelayReceiver {
  constructor(
    private readonly relay: DatagramRelay,
    private readonly index: number,
    private readonly counters: SessionCounters,
    private readonly endpoint: { take: DatagramReceiver['onDatagram'] },
    private readonly resumes: ResumeTokens,
  ) {
    if (!(index < relay.gateways)) throw new RangeError(`gateway ${index} of ${relay.gateways}`);
  }

  get isWaiting(): boolean {
    return this.relay.isWaiting;
  }

  /** Whether the datagram was another gateway's: it is on its way there, or counted as dropped. */
  handsOver(buffer: Uint8Array, at: number, length: number, address: Uint8Array, addressAt: number): boolean {
    const { relay, counters } = this;
    const home = homeGateway(buffer, at, length, relay.gateways);
    if (home < 0 || home === this.index) return false;
    if (relay.pass(home, buffer, at, length, address, addressAt)) counters.handedOver++;
    else counters.droppedHandOverFull++;
    return true;
  }

  receive(): number {
    return this.relay.receive(this);
  }

  // — RelayReceiver —

  onDatagram(buffer: Uint8Array, at: number, length: number, address: Uint8Array, addressAt: number): void {
    this.counters.takenOver++;
    this.endpoint.take(buffer, at, length, address, addressAt);
  }

  onResumedElsewhere(tokenId: Uint8Array): void {
    this.resumes.endHere(tokenId);
  }
}
