// What operators have switched off, kept over every end and start of the server. Small and rarely written, so that it is on
// disk when a call returns.

import type { SwitchableVerb } from '#domain/ledger/switchable-verbs.js';

export interface SwitchNote {
  /** Where it stands, for people. */
  readonly where: string;
  /** In any order, each once. Throws when what stands there is no such list. */
  find(): readonly SwitchableVerb[];
  /** Takes the place of what was there. Throws when it could not be written; then what was there is there. */
  keep(closed: readonly SwitchableVerb[]): void;
}
