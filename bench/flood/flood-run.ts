// One flood in a process of its own, started with --expose-gc so that the memory it really holds can be read.

import { flood } from '#src/simulate/handshake-flood.js';
import type { FloodKind } from '#src/simulate/handshake-requests.js';
import { answer, argument } from '../harness/child.js';

export interface FloodRunArgument {
  readonly kind: FloodKind;
  readonly packets: number;
}

const { kind, packets } = argument<FloodRunArgument>();
const collect = (globalThis as { gc?: () => void }).gc;
answer(flood(kind, packets, 1, collect));
