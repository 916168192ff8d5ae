// What hostile clients overheard: the newest datagrams on their way to the server, a bounded number of them.

import type { NetworkTap } from '#adapters/memory/network/datagram-network.js';
import { portOf } from '#ports/network/datagram-address.js';
import type { SeededBytes } from './work/seeded-bytes.js';

export interface CapturedDatagram {
  readonly data: Uint8Array;
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

const capturedMax = 256;
/** Of those that pass, one in so many is kept, so that old ones stay for a while. */
const keepOneIn = 7;
const clientPortsFrom = 20_000;

export class CapturedDatagrams {
  readonly kept: CapturedDatagram[] = [];
  private passed = 0;

  readonly tap: NetworkTap = (data, at, length, from, to) => {
    if (portOf(to, 0) >= clientPortsFrom || this.passed++ % keepOneIn !== 0) return;
    this.kept[Math.floor(this.passed / keepOneIn) % capturedMax] = {
      data: data.slice(at, at + length),
      from: from.slice(),
      to: to.slice(),
    };
  };

  any(random: SeededBytes): CapturedDatagram | undefined {
    return this.kept.length === 0 ? undefined : this.kept[random.below(this.kept.length)];
  }
}
