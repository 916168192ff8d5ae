// What a seed stands for: how many play, how bad the network is, who is hostile, how long it goes on. Everything else
// that happens in a run is drawn from the same seed while it runs.

import type { LinkConditions } from '#adapters/memory/network/link-conditions.js';
import type { RekeyLimits } from '#adapters/protocol/session/crypto/key-phases.js';
import { SeededBytes } from './work/seeded-bytes.js';

export const hostileKinds = ['garbage', 'replay', 'mutate', 'flood', 'deaf', 'fragments', 'hello'] as const;
export type HostileKind = (typeof hostileKinds)[number];

export interface Scenario {
  readonly seed: number;
  /** Honest players. */
  readonly players: number;
  readonly gateways: number;
  readonly hostile: readonly HostileKind[];
  /** Whether each datagram goes to any of the gateways, or a sender's to one of them as long as they are as many. */
  readonly isSpreadAtRandom: boolean;
  /** Of what the server sends, and of what each client sends. */
  readonly downlink: Partial<LinkConditions>;
  readonly uplinks: readonly Partial<LinkConditions>[];
  /** How soon sessions replace their keys, and how soon silence ends them; absent: as in production. */
  readonly session: { readonly rekey?: RekeyLimits; readonly timeoutMs?: number };
  /** Ticks of play under these conditions, before the network heals. */
  readonly playTicks: number;
  /** Chance a tick and player of: a partition, another address, a crash, leaving. */
  readonly mishaps: {
    readonly partition: number;
    readonly move: number;
    readonly crash: number;
    readonly leave: number;
  };
}

/** Partitions are longer now and then: then the session is lost, and taken up again. */
const shortTimeoutMs = 2000;

export function scenarioOf(seed: number): Scenario {
  const random = new SeededBytes(seed);
  // Few are quick and find most faults; now and then a crowd.
  const players = 8 + Math.floor(33 * random.unit() ** 4);
  const basis = {
    seed,
    players,
    gateways: random.chance(0.3) ? 2 : 1,
    hostile: hostileKinds.filter(() => random.chance(0.3)),
    downlink: badLink(random),
    uplinks: Array.from({ length: players }, () => badLink(random)),
    playTicks: 180 + random.below(180),
    mishaps: {
      partition: random.chance(0.5) ? 1 / 600 : 0,
      move: random.chance(0.5) ? 1 / 600 : 0,
      crash: random.chance(0.5) ? 1 / 900 : 0,
      leave: random.chance(0.5) ? 1 / 900 : 0,
    },
  };
  // Drawn last: what came before stays what it was for its seed.
  const rekey = random.chance(0.5) ? { packets: 8 + random.below(120), ms: 600_000 } : undefined;
  const timeoutMs = random.chance(0.3) ? shortTimeoutMs : undefined;
  const isSpreadAtRandom = basis.gateways > 1 && random.chance(0.5);
  return {
    ...basis,
    isSpreadAtRandom,
    session: { ...(rekey && { rekey }), ...(timeoutMs !== undefined && { timeoutMs }) },
  };
}

function badLink(random: SeededBytes): Partial<LinkConditions> {
  return {
    lossRatio: random.chance(0.8) ? 0.25 * random.unit() ** 2 : 0,
    duplicateRatio: random.chance(0.5) ? 0.1 * random.unit() : 0,
    delayMs: random.between(0, 120),
    jitterMs: random.chance(0.7) ? random.between(0, 150) : 0,
    reorderRatio: random.chance(0.4) ? 0.2 * random.unit() : 0,
    reorderMs: random.between(10, 150),
  };
}
