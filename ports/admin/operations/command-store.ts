// The commands that operators gave, with what became of each; shared by all replicas of the admin API. All times and
// dead-lines are by the store's one clock: callers speak of durations only.
//
//   queued ──▶ delivered ──▶ applied | refused | interrupted
//     │            └───────▶ unanswered ──▶ applied | refused | interrupted   (when the server comes back)
//     └──▶ timed-out
//
// What one person may not do alone begins before that, as `proposed`: see proposal-store.ts.

import type { AboutPlayer, ForgottenPlayer } from '../audit/forgotten-player.js';
import type { CommandAnswer, CommandArguments, CommandKind } from './operator-command.js';
import type { Proposal, ProposalStore } from './proposal-store.js';

/**
 * - proposed: waits for a second person
 * - declined, withdrawn, lapsed: was proposed, and never will be done
 * - queued: waits for its server
 * - delivered: was handed out to the server, which has not answered yet
 * - applied, refused, interrupted: as the server answered
 * - timed-out: was not handed out before its dead-line or before its server was removed, and never will be
 * - unanswered: was handed out in time; the dead-line passed without an answer. It may have been applied; the server is
 *   asked for a day
 */
export const commandStates = [
  'proposed',
  'declined',
  'withdrawn',
  'lapsed',
  'queued',
  'delivered',
  'applied',
  'refused',
  'interrupted',
  'timed-out',
  'unanswered',
] as const;
export type CommandState = (typeof commandStates)[number];

export interface NewCommand<Kind extends CommandKind = CommandKind> {
  /** UUID. */
  readonly id: string;
  readonly serverId: string;
  readonly kind: Kind;
  readonly args: CommandArguments[Kind];
  /** What it is done to: 'player:<id>', 'server:<id>'. */
  readonly target: string;
  /** In the operator's words. */
  readonly reason: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly address: string;
  readonly requestId: string;
}

export interface OperatorCommand extends NewCommand {
  /** Grows with every command. */
  readonly number: number;
  readonly state: CommandState;
  /** Of one that needed a second person, whatever became of it. */
  readonly proposal: Proposal | undefined;
  /** Of a refused one, or a lapsed one. A reason of another version may be none of ours. */
  readonly refusal: string | undefined;
  /** Of an applied one: how many it reached. */
  readonly players: number | undefined;
  /** Of a proposal when it was made, until it is approved. */
  readonly issuedAtUnixMs: number;
  /** What is not delivered, or decided, by then never is. */
  readonly deadlineUnixMs: number;
  readonly deliveredAtUnixMs: number | undefined;
  /** Undefined while it is proposed, queued or delivered. */
  readonly endedAtUnixMs: number | undefined;
}

export interface HandedOut {
  readonly command: OperatorCommand;
  /** Until its dead-line; negative when that has passed. */
  readonly withinMs: number;
}

export interface CommandQuestion {
  readonly serverId?: string;
  readonly target?: string;
  readonly about?: AboutPlayer;
  readonly kind?: CommandKind;
  /** Without those that only read: somebody who looks buries nobody's acts. */
  readonly onlyActs?: true;
  readonly limit: number;
}

/** Which command changed; undefined: any may have, look at all. */
export type CommandChange = { readonly serverId: string; readonly id: string } | undefined;

/** An answer is waited for so long after the dead-line before it counts as missing. */
export const answerSlackMs = 5_000;
/** So long after its issue a command that was handed out is handed out again, to be answered. */
export const askedAgainMs = 24 * 60 * 60_000;

/** So long a document lies here for whoever asked for it. */
export const documentMs = 10 * 60_000;

export interface CommandStore extends ProposalStore {
  /** Queued for at most `lifeMs`. False, and nothing changes, when its server has `openCommandsMax` that have not ended. */
  issue(command: NewCommand, lifeMs: number): Promise<boolean>;
  /**
   * Up to `limit` commands of the server that it has to know of and are not among `known`, the oldest first: those queued
   * within their dead-line, which are delivered from now on, and those delivered before that have no answer.
   */
  handOut(serverId: string, known: readonly string[], limit: number): Promise<readonly HandedOut[]>;
  /** False, and nothing changes, unless it was delivered to that server and has no answer yet. */
  conclude(serverId: string, id: string, answer: StoredAnswer): Promise<boolean>;
  /** Ends what is proposed or queued beyond its dead-line, and what is delivered and unanswered `answerSlackMs` beyond it. Answers how many. */
  endOverdue(): Promise<number>;
  /** Ends what is queued for this server, as timed out, and what is proposed, as lapsed: it is registered no more. Answers how many. */
  endQueued(serverId: string): Promise<number>;
  find(id: string): Promise<OperatorCommand | undefined>;
  /** The document of an answer, which is forgotten with that; undefined when there is none, or not any more. */
  takeDocument(id: string): Promise<string | undefined>;
  /** Newest first. */
  page(question: CommandQuestion): Promise<readonly OperatorCommand[]>;
  /**
   * Up to `limit` ended commands whose end is not in the audit log yet. Nobody else is given them for `leaseMs`: whoever
   * gets them writes them there and says `noteAudited`.
   */
  takeUnaudited(limit: number, leaseMs: number): Promise<readonly OperatorCommand[]>;
  noteAudited(ids: readonly string[]): Promise<void>;
  /** Forgets those issued longer ago that are ended and audited, and documents that nobody took in `documentMs`. */
  forget(olderThanMs: number): Promise<void>;
  /**
   * Of commands about this player, under an earlier id too, nothing is left of who it was: arguments but for its number,
   * documents. Those that are proposed lapse.
   */
  forgetPlayer(player: Omit<ForgottenPlayer, 'accountId'>): Promise<void>;
  /** Told of every change, by whichever replica; perhaps twice, and of none while the store cannot be heard, then once with undefined. Returns how to leave. */
  watch(listener: (change: CommandChange) => void): () => void;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly commands: CommandStore;
  }
}

/** As `CommandAnswer`, with the reasons of any version. */
export type StoredAnswer =
  Exclude<CommandAnswer, { outcome: 'refused' }> | { readonly outcome: 'refused'; readonly reason: string };
