// The state machines of both sides: forged datagrams to a server and its clients in all states, with cryptography that
// works (nothing forged may get in) and with cryptography that lets everything in (nothing forged may break anything).
// Meanwhile keys are replaced, addresses change, and sessions are taken up again.

import { readU16, writeU16 } from '#adapters/protocol/session/bytes/little-endian.js';
import {
  headerBytes,
  keyPhaseBit,
  packetNumberAt,
  sealedType,
} from '#adapters/protocol/session/bytes/packet-layout.js';
import { addressOf, portOf } from '#ports/network/datagram-address.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { SeededBytes } from '../simulate/work/seeded-bytes.js';
import { mutate } from './mutate.js';
import { Poisoned } from './poisoned.js';
import { SessionWorld } from './session-world.js';
import type { FuzzTarget } from './target.js';

const inputsPerWorld = 2000;
const overheardMax = 128;
const inputBytesMax = 1600;

class SessionTarget implements FuzzTarget {
  readonly weight = 20;
  readonly corpus: Uint8Array[] = [];
  private worlds: readonly [SessionWorld, SessionWorld];
  private inputs = 0;
  private overheard = 0;
  private seed = 1;
  /** Number of the sealed packet overheard last. */
  private newestNumber = 0;
  private readonly poisoned = new Poisoned(inputBytesMax);

  constructor(
    readonly name: string,
    private readonly crypto: CryptoSuite,
  ) {
    this.worlds = this.freshWorlds();
  }

  run(input: Uint8Array, random: SeededBytes): boolean {
    if (this.inputs++ % inputsPerWorld === 0) this.worlds = this.freshWorlds();
    try {
      this.turn(input, random);
    } catch (error) {
      this.worlds = this.freshWorlds();
      throw error;
    }
    if (this.worlds[0].fingerprint() === this.worlds[1].fingerprint()) return false;
    this.worlds = this.freshWorlds();
    return true;
  }

  private turn(input: Uint8Array, random: SeededBytes): void {
    const choice = random.unit();
    const passMs = random.chance(0.02) ? random.below(12_000) : random.below(40);
    const index = random.below(8);
    if (choice < 0.01) for (const world of this.worlds) world.addClient();
    else if (choice < 0.02) for (const world of this.worlds) world.moveClient(index);
    else if (choice < 0.03) for (const world of this.worlds) world.resumeClient(index);
    else if (choice < 0.15) for (const world of this.worlds) world.pass(passMs);
    else this.forge(random.chance(0.5) ? mutate(this.corpus, random) : input.slice(), choice < 0.75, random);
  }

  private forge(data: Uint8Array, toServer: boolean, random: SeededBytes): void {
    const length = Math.min(data.length, inputBytesMax);
    // Most packets of the past would only be dropped as repeated.
    if (length > headerBytes && isSealed(data[0]!) && random.chance(0.7)) {
      writeU16(data, packetNumberAt, (this.newestNumber + random.below(40)) & 0xffff);
    }
    const copies = this.poisoned.place(data);
    const index = random.below(8);
    const clients = this.worlds[0].clients;
    const from =
      index < clients.length ? clients[index]!.address : addressOf('10.0.0.3', 1 + random.below(100));
    this.worlds.forEach((world, which) => {
      if (toServer) world.toServer(copies[which]!, this.poisoned.at, length, from);
      else world.toClient(index, copies[which]!, this.poisoned.at, length);
    });
  }

  private freshWorlds(): readonly [SessionWorld, SessionWorld] {
    const seed = this.seed++;
    const worlds = [new SessionWorld(this.crypto, seed), new SessionWorld(this.crypto, seed)] as const;
    worlds[0].network.tap = (data, at, length, _from, to) => {
      if (portOf(to, 0) === 0) return;
      if (isSealed(data[at]!)) this.newestNumber = readU16(data, at + packetNumberAt);
      this.corpus[this.overheard++ % overheardMax] = data.slice(at, at + length);
    };
    for (const world of worlds) {
      for (let i = 0; i < 3; i++) world.addClient();
      for (let i = 0; i < 20; i++) world.pass(10);
    }
    return worlds;
  }
}

/** In either key phase. */
function isSealed(type: number): boolean {
  return (type & ~keyPhaseBit) === sealedType;
}

export function sessionTarget(name: string, crypto: CryptoSuite): FuzzTarget {
  return new SessionTarget(name, crypto);
}
