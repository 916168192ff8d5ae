// What each phase of a tick reads and writes, and what other threads do beside the ticks. Nothing that runs beside a
// phase writes what the phase reads or writes, nor the other way round; tests hold the declarations against what a
// running simulation does. Phases run one after another: two that do not conflict could be swapped, or run at once.

import type { Components } from '#domain/world/components.js';

/** A component with all its columns, or what lies beside them. */
export type Resource =
  | keyof Components
  | 'grid'
  | 'random'
  | 'threats'
  | 'wakefulness'
  /** What happened, and who has read how much of it. */
  | 'facts'
  | 'spawn timers'
  | 'position history'
  /** Characters' sheets, and sessions with what they wish. */
  | 'seats'
  | 'navigation'
  /** Questions for paths that were asked, not yet pondered. */
  | 'asked paths'
  /** Those that are, with their answers: handed over slot by slot (ports/threads/deliberation). */
  | 'pondered paths'
  | 'next frame'
  | 'published frames';

export interface Access {
  readonly reads: readonly Resource[];
  readonly writes: readonly Resource[];
}

const body = ['transform', 'motion'] as const;
const fighters = ['identity', 'creature', 'safe', 'casting', 'stunned', ...body] as const;
const blows = ['vitals', 'combat', 'dead', 'motion', 'creature', 'threats', 'facts', 'random'] as const;

export const phaseAccess = {
  // Who lingers no longer leaves the world.
  arrivals: {
    reads: [],
    writes: [...body, 'identity', 'player', 'vitals', 'combat', 'dead', 'safe', 'seats', 'facts'],
  },
  'move-players': { reads: ['dead', 'stunned'], writes: [...body, 'player'] },
  portals: { reads: ['player', 'dead'], writes: [...body, 'player', 'safe', 'facts'] },
  'player-actions': {
    reads: [...fighters, 'loot', 'position history'],
    writes: [...blows, 'transform', 'player', 'loot', 'seats'],
  },
  wake: { reads: ['facts', 'transform', 'grid'], writes: ['creature', 'wakefulness', 'facts'] },
  'creatures-think': {
    reads: [...fighters, 'player', 'dead', 'vitals', 'grid'],
    writes: [
      'creature',
      'combat',
      'route',
      'transform',
      'motion',
      'vitals',
      'threats',
      'wakefulness',
      'random',
      'asked paths',
    ],
  },
  'find-paths': { reads: [...body, 'asked paths'], writes: ['route', 'pondered paths'] },
  'move-creatures': {
    reads: [...fighters, 'combat', 'vitals', 'dead', 'player'],
    writes: [...body, 'creature', 'route'],
  },
  'creatures-fight': { reads: [...fighters, 'position history'], writes: [...blows] },
  deaths: {
    reads: ['transform', 'facts', 'player', 'motion'],
    writes: [
      'identity',
      'transform',
      'vitals',
      'combat',
      'creature',
      'loot',
      'threats',
      'random',
      'spawn timers',
      'seats',
      'facts',
    ],
  },
  regenerate: { reads: ['creature', 'combat', 'dead'], writes: ['vitals'] },
  respawn: {
    reads: ['dead', 'player'],
    writes: [
      ...body,
      'identity',
      'creature',
      'route',
      'vitals',
      'combat',
      'loot',
      'dead',
      'player',
      'threats',
      'random',
      'spawn timers',
      'seats',
      'facts',
    ],
  },
  remember: { reads: ['transform'], writes: ['position history'] },
  grid: { reads: ['transform'], writes: ['grid'] },
  'notify-concerned': { reads: ['transform', 'seats', 'facts'], writes: [] },
  publish: {
    reads: [
      'transform',
      'identity',
      'vitals',
      'combat',
      'dead',
      'safe',
      'casting',
      'stunned',
      'player',
      'grid',
    ],
    writes: ['next frame', 'published frames'],
  },
  'notify-watchers': { reads: ['vitals', 'seats', 'facts'], writes: ['seats'] },
  count: { reads: ['facts', 'identity'], writes: [] },
  journal: { reads: ['facts'], writes: [] },
  save: { reads: ['transform', 'vitals', 'combat', 'dead', 'seats', 'facts'], writes: ['seats'] },
} as const satisfies Record<string, Access>;

export type PhaseName = keyof typeof phaseAccess;

/** What other threads do while the phases run, save for the one in which work is handed over. */
export const besidePhases = {
  'path helpers': { reads: ['navigation'], writes: ['pondered paths'], handedOverIn: 'find-paths' },
  gateways: { reads: ['published frames'], writes: [], handedOverIn: 'publish' },
} as const satisfies Record<string, Access & { readonly handedOverIn: PhaseName }>;

/** The first thing that one writes and the other reads or writes; undefined when the two could run at once. */
export function conflictOf(one: Access, other: Access): Resource | undefined {
  const touched = (access: Access): readonly Resource[] => [...access.reads, ...access.writes];
  return (
    one.writes.find((resource) => touched(other).includes(resource)) ??
    other.writes.find((resource) => touched(one).includes(resource))
  );
}
