// What the game server knows of one kind of command: how its arguments are read, where it is applied, and how.

import type {
  CommandAnswer,
  CommandArguments,
  CommandRefusal,
  MovingKind,
} from '#ports/admin/operations/operator-command.js';
import type { BackupDesk } from '#ports/backups/backup-desk.js';
import type { ErasureOutcome } from '../../persistence/erase-characters.js';
import type { LedgerHistoryQuery } from '../../ledger/history.js';
import type { OperatorHands } from '../../hands/operator-hands.js';
import type { Simulation } from '../../tick/simulation.js';

/** In the simulation's thread, at the start of a tick. */
export interface TickCommand<Args> {
  readonly where: 'tick';
  /** The arguments, or undefined when they are not what this kind takes: they come from another process. */
  readonly read: (args: Readonly<Record<string, unknown>>) => Args | undefined;
  readonly apply: (simulation: CommandedSimulation, args: Args) => CommandAnswer;
  /**
   * Before that, in the control thread: what has to outlive the server is written down. Undefined when it could not be, and
   * then nothing is applied; else what takes it back when the tick refuses.
   */
  readonly note?: (server: CommandedServer, args: Args) => (() => void) | undefined;
}

/** In the control thread, on the server as a whole. */
export interface ServerCommand<Args> {
  readonly where: 'server';
  readonly read: (args: Readonly<Record<string, unknown>>) => Args | undefined;
  readonly apply: (server: CommandedServer, args: Args) => CommandAnswer | Promise<CommandAnswer>;
  /** Its part in the simulation's thread, for which `apply` asks there; none where it has none. */
  readonly inTick?: (simulation: CommandedSimulation, args: Args, facts?: Uint8Array) => CommandAnswer;
  /** Answered from the tick only when all that was done until then, by whomever, is on its way to the journal. */
  readonly movesPossessions?: true;
}

export type CommandDefinition<Args> = TickCommand<Args> | ServerCommand<Args>;

export type CommandedSimulation = Pick<
  Simulation,
  'kickCharacter' | 'announce' | 'switchVerb' | 'eraseCharacter' | 'imposeSanction' | 'liftSanction'
> & { readonly hands: Pick<OperatorHands, MovingKind | 'heal' | 'teleport' | 'makeWay' | 'restore'> };

export interface CommandedServer {
  /** See drain.ts. */
  readonly drain: {
    begin(wish: CommandArguments['drain']): CommandAnswer;
    reopen(): CommandAnswer;
  };
  /** See planned-drain.ts. */
  readonly planned: {
    set(plan: CommandArguments['plan']): CommandAnswer;
    cancel(): CommandAnswer;
  };
  /** See verb-switches.ts. */
  readonly switches: {
    note(wish: CommandArguments['verbSwitch']): (() => void) | undefined;
  };
  /** See sanctions/keep-sanctions. */
  readonly sanctions: {
    impose(sanction: CommandArguments['sanction']): Promise<CommandAnswer>;
    lift(whom: CommandArguments['lift']): Promise<CommandAnswer>;
  };
  /** Undefined: none are made. */
  readonly backups: BackupDesk | undefined;
  /** As JSON, see export-document; undefined when there is no such character. */
  exportCharacter(whom: CommandArguments['export']): Promise<string | undefined>;
  /** As JSON, see ledger/possessions; undefined when there is no such character. */
  tellPossessions(whom: CommandArguments['possessions']): Promise<string | undefined>;
  /** As JSON, see ledger/history; undefined when the character does not bear this name. */
  tellHistory(query: LedgerHistoryQuery, name?: string): Promise<string | undefined>;
  /** As JSON, see economy/answer-economy. */
  tellEconomy(query: CommandArguments['economy']): Promise<string>;
  tellGains(): Promise<string>;
  /** As JSON, see telemetry/answer-ticks. */
  tellTicks(query: CommandArguments['ticks']): string;
  /** See persistence/erase-characters. */
  eraseCharacter(whom: CommandArguments['erase']): Promise<ErasureOutcome>;
  /** See persistence/restore-characters. */
  restoreCharacter(wish: CommandArguments['restore']): Promise<CommandAnswer>;
  /** As JSON, see ledger/restore/answer-restore; or why it would not be done. */
  tellRestore(
    wish: CommandArguments['restore'],
  ): Promise<{ readonly document: string } | { readonly refusal: CommandRefusal }>;
  /** See persistence/hand-over. */
  handOver<Kind extends MovingKind>(kind: Kind, args: CommandArguments[Kind]): Promise<CommandAnswer>;
}

export function applied(players: number): CommandAnswer {
  return { outcome: 'applied', players };
}

export function refused(reason: CommandRefusal): CommandAnswer {
  return { outcome: 'refused', reason };
}
