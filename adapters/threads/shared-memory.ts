// The memory that the threads of one game server share: who writes what to whom, and how much fits.

import { type FrameBuffersHandle, createFrameBuffers } from './frames/frame-buffers.js';
import { createJournalMemory, type JournalMemory } from './journal/journal-memory.js';
import { type RingHandle, createRing } from './memory/ring.js';
import { createRelays, type RelayHandles } from './memory/shared-datagram-relay.js';
import { createSessionRoom } from './memory/shared-session-room.js';
import { type DeliberationHandle, createDeliberation } from './memory/shared-deliberation.js';
import { createTokenIssuers } from './tokens/shared-token-issuers.js';
import { createTokenLedger, type TokenLedgerHandle } from './tokens/shared-token-ledger.js';
import { type StatsHandle, createStatsBlock } from './stats/stats-block.js';
import { type TickTraceHandle, createTickTrace } from './stats/tick-trace.js';
import { phaseNames } from '#application/tick/phases.js';
import type { Content } from '#domain/content/content.js';
import { sharedMemory } from '#domain/engine/ecs/columns.js';
import { buildNavigation } from '#domain/space/navigation/navigation.js';
import { cellSizeM } from '#domain/space/grid.js';
import { gatewayStats, simulationStatsOf } from './stats/stats-names.js';

/** 10,000 players' inputs of about 48 bytes for 8 ticks, were the simulation to stand still. */
const toSimulationBytes = 4 * 1024 * 1024;
/** Messages of the simulation to a gateway's players; at the cap sessions end as overloaded. */
const toGatewayBytes = 4 * 1024 * 1024;
/** Characters of about 300 bytes: more than 10,000 at once, for shutdown. */
const toControlBytes = 8 * 1024 * 1024;
const fromControlBytes = 1024 * 1024;

/** Guests' tokens live 30 s: more than the gateways can let in in that time; 5 MB, touched as needed. */
export const usedTokensMax = 262_144;

/** Most creatures and items on the ground beside the players. */
const othersMax = 20_000;

export interface GatewayMemory {
  readonly toSimulation: RingHandle;
  readonly fromSimulation: RingHandle;
  readonly fromControl: RingHandle;
  readonly stats: StatsHandle;
}

/** Handed to every worker as it is. */
export interface SharedMemory extends JournalMemory {
  readonly gateways: readonly GatewayMemory[];
  /** Where gateways pass each other datagrams that the system gave to the wrong one. */
  readonly relays: RelayHandles;
  readonly simulationToControl: RingHandle;
  readonly controlToSimulation: RingHandle;
  readonly frames: FrameBuffersHandle;
  readonly simulationStats: StatsHandle;
  /** What the last ticks did with their time. */
  readonly tickTrace: TickTraceHandle;
  /** Where creatures' paths are asked for and answered. */
  readonly paths: DeliberationHandle;
  /** Connect tokens that were used, whichever gateway they came to. */
  readonly usedTokens: TokenLedgerHandle;
  /** Whose connect tokens are accepted; see TrustedIssuers. */
  readonly tokenIssuers: SharedArrayBuffer;
  /** Sessions that may still be opened, at whichever gateway. */
  readonly sessionRoom: SharedArrayBuffer;
  /** One Int32: 0 while running, 1 when all threads must stop. */
  readonly stop: SharedArrayBuffer;
}

/** Most entities of all kinds at once for this many players. */
export function entitiesMaxFor(playersMax: number): number {
  return Math.min(65_535, playersMax + othersMax);
}

export function createSharedMemory(
  content: Content,
  gateways: number,
  playersMax: number,
  /** From a file where tokens must stay used over a restart. */
  usedTokens: TokenLedgerHandle = createTokenLedger(usedTokensMax),
  /** Made before, where the journal's thread starts before there is the rest. */
  journal: JournalMemory = createJournalMemory(),
): SharedMemory {
  return {
    ...journal,
    gateways: Array.from({ length: gateways }, () => ({
      toSimulation: createRing(toSimulationBytes),
      fromSimulation: createRing(toGatewayBytes),
      fromControl: createRing(fromControlBytes),
      stats: createStatsBlock(gatewayStats),
    })),
    relays: createRelays(gateways),
    simulationToControl: createRing(toControlBytes),
    controlToSimulation: createRing(fromControlBytes),
    frames: createFrameBuffers({
      rowsMax: entitiesMaxFor(playersMax) + 1,
      cellsMax: content.maps.reduce(
        (cells, map) => cells + Math.ceil(map.width / cellSizeM) * Math.ceil(map.height / cellSizeM),
        0,
      ),
      mapsMax: content.maps.length,
      // One for each gateway and one for control, which shows positions to operators.
      readers: gateways + 1,
    }),
    simulationStats: createStatsBlock(simulationStatsOf(content)),
    tickTrace: createTickTrace(phaseNames.length),
    paths: createDeliberation(buildNavigation(content, sharedMemory)),
    usedTokens,
    tokenIssuers: createTokenIssuers(),
    sessionRoom: createSessionRoom(playersMax),
    stop: new SharedArrayBuffer(4),
  };
}
