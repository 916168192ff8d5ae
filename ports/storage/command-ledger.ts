// Which operators' commands this game server has begun, and what it answered: remembered so that none is applied twice,
// whatever is delivered again after a restart. A promise that resolved means that it survives the death of the process
// and of the machine's power.

import type { CommandAnswer } from '../admin/operations/operator-command.js';

export type LedgerEntry =
  /** Begun; whether it took effect is not known. */
  { readonly state: 'begun' } | { readonly state: 'answered'; readonly answer: CommandAnswer };

export interface CommandLedger {
  find(id: string): Promise<LedgerEntry | undefined>;
  /** Before it is applied. False, and nothing changes, when it was begun before. */
  begin(id: string, kind: string, nowUnixMs: number): Promise<boolean>;
  /** After it was applied, or not. The first answer to what was begun stays. */
  conclude(id: string, answer: CommandAnswer): Promise<void>;
  /** Forgets those begun before then. */
  forget(beforeUnixMs: number): Promise<void>;
}

declare module './game-stores.js' {
  interface GameStores {
    readonly commands: CommandLedger;
  }
}
