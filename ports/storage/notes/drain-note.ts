// That a server is drained, kept for when it ends before it should, or starts again. Small and rarely written, so that
// it is on disk when a call returns.

import type { DrainEnd } from '../../admin/operations/operator-command.js';

export interface DrainNote {
  /** Where it stands, for people. */
  readonly where: string;
  /** What is to become of the server when it is empty; undefined when it is open. Throws when what stands there is neither. */
  find(): DrainEnd | undefined;
  /** Where there is none. Throws when it could not be written; then there is none. */
  keep(then: DrainEnd): void;
  /** Throws when it could not be taken away. None there is no fault. */
  forget(): void;
}
