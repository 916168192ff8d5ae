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

  /** A new session is in the row. */
  reset(sessionRow: number): void {
    this.state[sessionRow] = State.none;
  }

  /** The newest packet came from an address that is not the session's. */
  onOtherAddress(sessionRow: number, address: Uint8Array, addressAt: number, nowMs: number): void {
    const base = sessionRow * addressBytes;
    const isNew =
      this.state[sessionRow] === State.none || !sameAddress(this.addresses, base, address, addressAt);
    if (
      this.state[sessionRow] !== State.none &&
      ((nowMs - this.askedMs[sessionRow]!) | 0) < challengePauseMs
    ) {
      if (!isNew) this.asksLeft[sessionRow] = asksMax - 1;
      return;
    }
    if (isNew) {
      for (let index = 0; index < addressBytes; index++) {
        this.addresses[base + index] = address[addressAt + index]!;
      }
      this.random.fill(this.message.token);
      this.tokens.set(this.message.token, sessionRow * tokenBytes);
    }
    this.state[sessionRow] = State.asked;
    this.asksLeft[sessionRow] = asksMax;
    this.ask(sessionRow, nowMs);
  }

  /** Milliseconds until `remind` should be called, -1 when it need not. */
  msUntilReminder(sessionRow: number, nowMs: number): number {
    if (this.state[sessionRow] !== State.asked || this.asksLeft[sessionRow] === 0) return -1;
    return Math.max(0, (this.askedMs[sessionRow]! + challengePauseMs - nowMs) | 0);
  }

  /** Asks again if it is time: the question or its answer may be lost. */
  remind(sessionRow: number, nowMs: number): void {
    if (this.msUntilReminder(sessionRow, nowMs) === 0) this.ask(sessionRow, nowMs);
  }

  /** Alone in its packet: nothing else goes where nobody is known to be. */
  private ask(sessionRow: number, nowMs: number): void {
    const { sender, message } = this;
    this.askedMs[sessionRow] = nowMs;
    this.asksLeft[sessionRow]!--;
    for (let index = 0; index < tokenBytes; index++) {
      message.token[index] = this.tokens[sessionRow * tokenBytes + index]!;
    }
    if (!sender.begin(sessionRow, datagramBytesMax, nowMs)) return;
    const at = sender.beginMessage(Channel.unreliable, pathChallengeSizeMax);
    if (at >= 0) sender.endMessage(encodePathChallenge(message, sender.bytes, at));
    sender.finishTo(this.addresses, sessionRow * addressBytes);
    this.counters.pathChallenges++;
  }

  /** PathResponse arrived; `settle` follows, which knows from where. */
  onResponse(sessionRow: number, token: Uint8Array): void {
    if (this.state[sessionRow] !== State.asked) return;
    if (equalBytes(this.tokens, sessionRow * tokenBytes, token, 0, tokenBytes))
      this.state[sessionRow] = State.answered;
  }

  /** Ends the processing of a packet from `address`: moves the session there if it held the answer asked for. */
  settle(sessionRow: number, address: Uint8Array, addressAt: number): void {
    if (this.state[sessionRow] !== State.answered) return;
    const base = sessionRow * addressBytes;
    if (!sameAddress(this.addresses, base, address, addressAt)) {
      this.state[sessionRow] = State.asked;
      return;
    }
    this.state[sessionRow] = State.none;
    const { table } = this;
    // Another port alone is the same way through the same router.
    const isSameHost = equalBytes(table.addresses, base, address, addressAt, hostBytes);
    const ownAt = addressAt + ownAddressAt;
    if (!isSameHost || !equalBytes(table.addresses, base + ownAddressAt, address, ownAt, wayBytes)) {
      table.connection(sessionRow).forgetPath();
    }
    table.setAddress(sessionRow, address, addressAt);
    this.counters.addressChanges++;
  }
}
