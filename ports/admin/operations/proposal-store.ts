// Commands that wait for a second person. Until somebody else agrees no game server hears of them; whatever is decided of
// one, is decided once. Part of the store of commands: an approved proposal is a command like any other from then on.
//
//   proposed ──▶ queued (approved: its dead-line begins)
//      ├───────▶ declined    somebody else said no
//      ├───────▶ withdrawn   who proposed it took it back
//      └───────▶ lapsed      nobody decided in a day, or it can never be approved (`refusal` says why)

import type { NewCommand, OperatorCommand } from './command-store.js';

/** So long somebody may decide, by the store's clock. */
export const proposalLifeMs = 24 * 60 * 60_000;
/** Open at once, so that nobody has to find the one that matters among hundreds. */
export const proposalsOfAccountMax = 10;
export const proposalsOfServerMax = 50;

export interface Proposal {
  readonly proposedAtUnixMs: number;
  /** Undefined until somebody has approved, declined or withdrawn it. */
  readonly decision: StoredDecision | undefined;
}

/** Who decides, and what they say to it. */
export interface Decision {
  readonly deciderId: string;
  readonly deciderName: string;
  /** May be empty. */
  readonly words: string;
  readonly address: string;
  readonly requestId: string;
}

export interface StoredDecision extends Decision {
  readonly decidedAtUnixMs: number;
}

/**
 * Why one that nobody decided has ended:
 * - not-decided: its time is over
 * - proposer-may-not: who proposed it is suspended, or may not do such a thing any more
 * - player-erased, player-gone: there is nobody any more to whom it could be done
 * - server-removed: nor a server that could do it
 */
export const lapseReasons = [
  'not-decided',
  'proposer-may-not',
  'player-erased',
  'player-gone',
  'server-removed',
] as const;
export type LapseReason = (typeof lapseReasons)[number];

export type ProposalResult = 'proposed' | 'too-many-of-account' | 'too-many-of-server';
/**
 * - not-open: it is none, or it was decided, withdrawn or has lapsed
 * - own-proposal, foreign-proposal: somebody else's to decide; theirs to withdraw
 * - too-many-commands: as `issue` refuses; it stays proposed
 */
export type DecideResult = 'decided' | 'not-open' | 'own-proposal' | 'foreign-proposal' | 'too-many-commands';

export interface ProposalQuestion {
  readonly limit: number;
  /** Only those with a greater number. */
  readonly afterNumber?: number;
}

export interface ProposalStore {
  /** Open for `proposalLifeMs`. Nothing changes when the account, or the server, has as many as are allowed. */
  propose(command: NewCommand): Promise<ProposalResult>;
  /**
   * Queues it for at most `lifeMs` from now on, and counts as its issue. Once, whoever else decides at the same moment; never by
   * who proposed it, neither by id nor by another spelling of the name.
   */
  approve(id: string, by: Decision, lifeMs: number): Promise<DecideResult>;
  /** Once, and by somebody else than who proposed it. */
  decline(id: string, by: Decision): Promise<DecideResult>;
  /** Once, and by who proposed it. */
  withdraw(id: string, by: Decision): Promise<DecideResult>;
  /** Ends it as lapsed; false, and nothing changes, when it is not open. */
  lapse(id: string, reason: LapseReason): Promise<boolean>;
  /** Those that can still be decided, the oldest first. */
  openProposals(question: ProposalQuestion): Promise<readonly OperatorCommand[]>;
  countProposals(): Promise<number>;
}
