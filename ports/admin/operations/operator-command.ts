// What operators may have a running game server do: the kinds of commands, what each takes, and what the server answers.
// Both ends of the channel speak of these: the admin API, which keeps and hands out, and the game server, which applies.

import type { SwitchableVerb } from '#domain/ledger/switchable-verbs.js';

/** What each kind takes. A new kind is an entry here; the tables keyed by it then ask for the rest. */
export interface CommandArguments {
  /** Ends the session of a player, who is told `message`: at most 64 bytes of UTF-8, may be empty. */
  readonly kick: { readonly characterId: number; readonly name: string; readonly message: string };
  /** Tells everybody on the server: as chat, see domain/chat. */
  readonly broadcast: { readonly text: string };
  /** Lets nobody new in, tells those inside (`text` is added to that, may be empty), and after that time sends them home. */
  readonly drain: { readonly graceSeconds: number; readonly then: DrainEnd; readonly text: string };
  /** Takes a drain back. */
  readonly reopen: Readonly<Record<never, never>>;
  /** Switches a verb of the economy off or on, until it is switched again; what it is already, it stays. */
  readonly verbSwitch: { readonly verb: SwitchableVerb; readonly isOpen: boolean };
  /** Answered with all that is stored of a character; changes nothing. */
  readonly export: { readonly characterId: number; readonly name: string };
  /** Destroys what a character owns, ends its session, letters and listings, and forgets who it was. */
  readonly erase: { readonly characterId: number; readonly name: string };
}

export type CommandKind = keyof CommandArguments;
export const commandKinds = [
  'kick',
  'broadcast',
  'drain',
  'reopen',
  'verbSwitch',
  'export',
  'erase',
] as const satisfies readonly CommandKind[];

/** What an empty server does: end its process, or stay, closed, until it is opened again or stopped. */
export const drainEnds = ['stop', 'stay'] as const;
export type DrainEnd = (typeof drainEnds)[number];

export const graceSecondsMax = 3_600;
/** Of UTF-8, in one answer. */
export const documentBytesMax = 200_000;
export const kickMessageBytesMax = 64;
/** What is left of a chat line beside the words about the time. */
export const drainTextBytesMax = 120;

/**
 * - not-here: the player is not in the world (any more)
 * - already-draining, not-draining: what was to be changed is so already
 * - too-late: its dead-line passed before it could be applied; or what it would take back is done
 * - invalid-arguments, unknown-kind: another version's command, which this server does not understand
 * - busy: more commands wait in the server than it takes
 * - not-recorded: the server cannot write down its id, or what it does (a full disk), so it was not applied
 * - unfinished: it was begun, and the server goes on with it by itself
 * - failed: it was begun and broke off; the server's log says how
 */
export const commandRefusals = [
  'not-here',
  'already-draining',
  'not-draining',
  'too-late',
  'invalid-arguments',
  'unknown-kind',
  'busy',
  'not-recorded',
  'unfinished',
  'failed',
] as const;
export type CommandRefusal = (typeof commandRefusals)[number];

/**
 * What became of a command that was handed over. `interrupted`: the server had begun it when it ended, and does not know
 * whether it took effect; it is not applied again.
 */
export type CommandAnswer =
  /** `players`: how many it reached. `document`: what was asked for, as JSON; told once, and not after a restart. */
  | { readonly outcome: 'applied'; readonly players: number; readonly document?: string }
  | { readonly outcome: 'refused'; readonly reason: CommandRefusal }
  | { readonly outcome: 'interrupted' };

/** As it comes out of the admin API. */
export interface DeliveredCommand {
  /** UUID. Who has applied it knows it for ever after, and never applies it again. */
  readonly id: string;
  /** One of `CommandKind`, or of another version. */
  readonly kind: string;
  readonly args: unknown;
  /** How long it may still wait to be applied, from the moment of handing out; 0 or below: it may only be answered. */
  readonly withinMs: number;
}

/** Commands of one server that were issued and not ended; more are refused. */
export const openCommandsMax = 64;
