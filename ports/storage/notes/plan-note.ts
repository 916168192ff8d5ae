// That the server is to be drained at some time, kept for when it ends before. Small and rarely written, so that it is on disk
// when a call returns.

import type { PlannedDrain } from '../../admin/operations/operator-command.js';

export interface PlanNote {
  /** Where it stands, for people. */
  readonly where: string;
  /** Undefined when nothing is planned. Throws when what stands there is no plan. */
  find(): PlannedDrain | undefined;
  /** In place of the one before. Throws when it could not be written; then the one before stands. */
  keep(plan: PlannedDrain): void;
  /** Throws when it could not be taken away. None there is no fault. */
  forget(): void;
}
