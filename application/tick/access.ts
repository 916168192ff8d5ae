// What each phase of a tick reads and writes, and what other threads do beside the ticks. Nothing that runs beside a
// phase writes what the phase reads or writes, nor the other way round; tests hold the declarations against what a
// running simulation does. Phases run one after another: two that do not conflict could be swapped, or run at once.

import type { Part } from '#domain/engine/system.js';
import type { Outside } from '../game/phase.js';

/** A part of the world, what lies outside it, or what threads share beside both. */
export type Resource =
  | Part
  | Outside
  | 'navigation'
  /** Questions for paths that are pondered, with their answers: handed over slot by slot (ports/threads/deliberation). */
  | 'pondered paths';

export interface Access {
  readonly reads: readonly Resource[];
  readonly writes: readonly Resource[];
}

/** What other threads do while the phases run, save for the one in which work is handed over. */
export const besidePhases = {
  'path helpers': { reads: ['navigation'], writes: ['pondered paths'], handedOverIn: 'find-paths' },
  gateways: { reads: ['published frames'], writes: [], handedOverIn: 'publish' },
} as const satisfies Record<string, Access & { readonly handedOverIn: string }>;

/** The first thing that one writes and the other reads or writes; undefined when the two could run at once. */
export function conflictOf(one: Access, other: Access): Resource | undefined {
  const touched = (access: Access): readonly Resource[] => [...access.reads, ...access.writes];
  return (
    one.writes.find((resource) => touched(other).includes(resource)) ??
    other.writes.find((resource) => touched(one).includes(resource))
  );
}
