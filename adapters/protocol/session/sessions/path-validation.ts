// When a session's newest packet comes from another address, the server asks there whether its client is really behind
// it, and sends everything else to the old address until the answer came from the new one. So nobody can turn a
// session's traffic on a third party, or keep it, by sending copies of packets from elsewhere.

import { addressBytes, ownAddressAt } from '#ports/network/datagram-socket.js';
import { sameAddress } from '#ports/network/datagram-address.js';
import type { RandomSource } from '#ports/system/random-source.js';
import { encodePathChallenge, PathChallenge, pathChallengeSizeMax } from '../../generated/handshake.js';
import { equalBytes } from '../bytes/bytes-compare.js';
import { Channel, datagramBytesMax } from '../bytes/packet-layout.js';
import type { SealedSender } from './sealed-sender.js';
import type { SessionCounters } from './session-counters.js';
import type { SessionTable } from './session-table.js';

/** A session asks no more often than this, and so often for one packet: 41 bytes each time, to whoever sent it. */
const challengePauseMs = 250;
const asksMax = 3;
const tokenBytes = 8;
const hostBytes = 16;
const wayBytes = addressBytes - ownAddressAt;

const State = { none: 0, asked: 1, answered: 2 } as const;

export class PathValidation {
  private readonly state: Uint8Array;
  private readonly askedMs: Int32Array;
  /** How often it may still ask before another packet comes from there. */
  private readonly asksLeft: Uint8Array;
  private readonly addresses: Uint8Array;
  private readonly tokens: Uint8Array;
  private readonly message = new PathChallenge();

  constructor(
    private readonly table: SessionTable,
    private readonly sender: SealedSender,
    private readonly random: RandomSource,
    private readonly counters: SessionCounters,
  ) {
    const { sessionsMax } = table.options;
    this.state = new Uint8Array(sessionsMax);
    this.askedMs = new Int32Array(sessionsMax);
    this.asksLeft = new Uint8Array(sessionsMax);
    this.addresses = new Uint8Array(sessionsMax * addressBytes);
    this.tokens = new Uint8Array(sessionsMax * tokenBytes);
  }

  /** A new session is in the slot. */
  reset(slot: number): void {
    this.state[slot] = State.none;
  }

  /** The newest packet came from an address that is not the session's. */
  onOtherAddress(slot: number, address: Uint8Array, addressAt: number, nowMs: number): void {
    const base = slot * addressBytes;
    const isNew = this.state[slot] === State.none || !sameAddress(this.addresses, base, address, addressAt);
    if (this.state[slot] !== State.none && ((nowMs - this.askedMs[slot]!) | 0) < challengePauseMs) {
      if (!isNew) this.asksLeft[slot] = asksMax - 1;
      return;
    }
    if (isNew) {
      for (let index = 0; index < addressBytes; index++) {
        this.addresses[base + index] = address[addressAt + index]!;
      }
      this.random.fill(this.message.token);
      this.tokens.set(this.message.token, slot * tokenBytes);
    }
    this.state[slot] = State.asked;
    this.asksLeft[slot] = asksMax;
    this.ask(slot, nowMs);
  }

  /** Milliseconds until `remind` should be called, -1 when it need not. */
  msUntilReminder(slot: number, nowMs: number): number {
    if (this.state[slot] !== State.asked || this.asksLeft[slot] === 0) return -1;
    return Math.max(0, (this.askedMs[slot]! + challengePauseMs - nowMs) | 0);
  }

  /** Asks again if it is time: the question or its answer may be lost. */
  remind(slot: number, nowMs: number): void {
    if (this.msUntilReminder(slot, nowMs) === 0) this.ask(slot, nowMs);
  }

  /** Alone in its packet: nothing else goes where nobody is known to be. */
  private ask(slot: number, nowMs: number): void {
    const { sender, message } = this;
    this.askedMs[slot] = nowMs;
    this.asksLeft[slot]!--;
    for (let index = 0; index < tokenBytes; index++) {
      message.token[index] = this.tokens[slot * tokenBytes + index]!;
    }
    if (!sender.begin(slot, datagramBytesMax, nowMs)) return;
    const at = sender.beginMessage(Channel.unreliable, pathChallengeSizeMax);
    if (at >= 0) sender.endMessage(encodePathChallenge(message, sender.bytes, at));
    sender.finishTo(this.addresses, slot * addressBytes);
    this.counters.pathChallenges++;
  }

  /** PathResponse arrived; `settle` follows, which knows from where. */
  onResponse(slot: number, token: Uint8Array): void {
    if (this.state[slot] !== State.asked) return;
    if (equalBytes(this.tokens, slot * tokenBytes, token, 0, tokenBytes)) this.state[slot] = State.answered;
  }

  /** Ends the processing of a packet from `address`: moves the session there if it held the answer asked for. */
  settle(slot: number, address: Uint8Array, addressAt: number): void {
    if (this.state[slot] !== State.answered) return;
    const base = slot * addressBytes;
    if (!sameAddress(this.addresses, base, address, addressAt)) {
      this.state[slot] = State.asked;
      return;
    }
    this.state[slot] = State.none;
    const { table } = this;
    // Another port alone is the same way through the same router.
    const isSameHost = equalBytes(table.addresses, base, address, addressAt, hostBytes);
    const ownAt = addressAt + ownAddressAt;
    if (!isSameHost || !equalBytes(table.addresses, base + ownAddressAt, address, ownAt, wayBytes)) {
      table.connection(slot).forgetPath();
    }
    table.setAddress(slot, address, addressAt);
    this.counters.addressChanges++;
  }
}
