// A phase of the tick that is no system of the domain: it stands between the game and those outside. It declares what it
// reads and writes in the same words.

import type { FactReader } from '#domain/engine/facts/fact-log.js';
import type { FactName, Part } from '#domain/engine/system.js';
import type { Game } from './game.js';

/** What lies outside the world. */
export type Outside =
  /** Sessions and the strings of their characters. */
  'seats' | 'next frame' | 'published frames';

export interface PhaseDefinition {
  readonly name: string;
  /** Of the step's 16,667 µs; more is counted. */
  readonly budgetUs: number;
  readonly reads: readonly (Part | Outside)[];
  readonly writes: readonly (Part | Outside)[];
  readonly emits?: readonly FactName[];
  /** It reads facts: `run` is given its position in the log. */
  readonly readsFacts?: boolean;
  /** Once a tick. */
  run(game: Game, reader: FactReader): void;
}
