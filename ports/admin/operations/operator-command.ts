// What operators may have a running game server do: the kinds of commands, what each takes, and what the server answers.
// Both ends of the channel speak of these: the admin API, which keeps and hands out, and the game server, which applies.

import { backupRefusals, type ToldBackups } from '../../backups/backup-desk.js';
import type { ToldSanction } from '../players/sanction.js';
import type { SwitchableVerb } from '#domain/ledger/switchable-verbs.js';

/** What each kind takes. A new kind is an entry here; the tables keyed by it then ask for the rest. */
export interface CommandArguments {
  /** Ends the session of a player, who is told `message`: at most 64 bytes of UTF-8, may be empty. */
  readonly kick: { readonly characterId: number; readonly name: string; readonly message: string };
  /** Tells everybody on the server: as chat, see domain/chat. */
  readonly broadcast: { readonly text: string };
  /** Lets nobody new in, tells those inside (`text` is added to that, may be empty), and after that time sends them home. */
  readonly drain: { readonly graceSeconds: number; readonly then: DrainEnd; readonly text: string };
  /** Has a drain begin by itself, `graceSeconds` before `atUnixMs`, in place of what was planned. Players are told until then. */
  readonly plan: PlannedDrain;
  /** Nothing is planned any more. */
  readonly unplan: Readonly<Record<never, never>>;
  /** Takes a drain back. */
  readonly reopen: Readonly<Record<never, never>>;
  /** Switches a verb of the economy off or on, until it is switched again; what it is already, it stays. */
  readonly verbSwitch: { readonly verb: SwitchableVerb; readonly isOpen: boolean };
  /** Answered with all that is stored of a character; changes nothing. */
  readonly export: { readonly characterId: number; readonly name: string };
  /** Answered with what a character owns, as it is stored; changes nothing. */
  readonly possessions: { readonly characterId: number; readonly name: string };
  /**
   * Answered with a page of the journal's entries by and with a character, newest first: at most `limit` (1 to 100) with numbers
   * below `before`; null for the newest. Changes nothing.
   */
  readonly playerLedger: {
    readonly characterId: number;
    readonly name: string;
    readonly before: number | null;
    readonly limit: number;
  };
  /** The same about a stack, by its id. */
  readonly stackHistory: { readonly stack: number; readonly before: number | null; readonly limit: number };
  /**
   * Answered with the sums of the economy by hour or day of one thing, all that there is, and whether it adds up
   * (application/economy/answer-economy): an item's id, or -1 for coins, -2 experience, -3 skill, -4 all items. Changes nothing.
   */
  readonly economy: { readonly of: number; readonly period: 'hours' | 'days' };
  /** Answered with what the ticks of the last 1 to 30 seconds did with their time (answer-ticks); changes nothing. */
  readonly ticks: { readonly seconds: number };
  /** Answered with who gained far more than others in the last hour; changes nothing. */
  readonly gains: Readonly<Record<never, never>>;
  /** Destroys what a character owns, ends its session, letters and listings, and forgets who it was. */
  readonly erase: { readonly characterId: number; readonly name: string };
  /** Creates units of an item, by its key in the content: in the bag of who is there and has room, else in a letter. */
  readonly grantItems: {
    readonly characterId: number;
    readonly name: string;
    readonly item: string;
    readonly units: number;
  };
  /** Creates coins: in the purse of who is there and has room, else in a letter. */
  readonly grantCoins: { readonly characterId: number; readonly name: string; readonly coins: number };
  /** Destroys units of a stack of who is in the world: in its bag, worn, in its bank. */
  readonly seizeItems: {
    readonly characterId: number;
    readonly name: string;
    /** Which stack. */
    readonly instance: number;
    readonly units: number;
  };
  /** Destroys coins of who is in the world. */
  readonly seizeCoins: { readonly characterId: number; readonly name: string; readonly coins: number };
  /**
   * Gives who is not in the world what it had before the tick of an entry of its journal, quests included, and takes away what it
   * has instead. What it gave to others stays with them.
   */
  readonly restore: {
    readonly characterId: number;
    readonly name: string;
    /** Number of the entry. */
    readonly before: number;
  };
  /** Answered with what that would change (application/ledger/restore/answer-restore); changes nothing. */
  readonly restorePreview: CommandArguments['restore'];
  /** Gives all health and mana back to who is in the world, and alive. */
  readonly heal: { readonly characterId: number; readonly name: string };
  /** Puts who is in the world, and alive, on a map, at metres from its corner or the nearest free ground. */
  readonly teleport: {
    readonly characterId: number;
    readonly name: string;
    readonly map: string;
    readonly x: number;
    readonly y: number;
  };
  /** Mutes or bans a player, whether it is there or not; what the server knows already stays. */
  readonly sanction: ToldSanction;
  /** Answered with what the server has in backups, and by which settings (BackupsAnswer); changes nothing. */
  readonly backups: Readonly<Record<never, never>>;
  /** Makes a backup now, and answers when it was read back: a BackupRecord. */
  readonly makeBackup: Readonly<Record<never, never>>;
  /** Reads back a backup, and answers what was found: a BackupFinding. */
  readonly verifyBackup: { readonly name: string };
  /** Ends one early; of one that the server does not know, done. */
  readonly lift: { readonly characterId: number; readonly name: string; readonly sanctionId: string };
}

export type CommandKind = keyof CommandArguments;
/** Kinds that move items or coins of one character. */
export type MovingKind = 'grantItems' | 'grantCoins' | 'seizeItems' | 'seizeCoins';
/**
 * How it is counted against what one account may do a minute; an export reads, too, and is large and rare. What only looks
 * counts as reading, shows nothing of a player, and so is not in the audit log, as no other list of the API is.
 */
const everyKind: Readonly<Record<CommandKind, 'acts' | 'reads' | 'looks'>> = {
  kick: 'acts',
  broadcast: 'acts',
  drain: 'acts',
  plan: 'acts',
  unplan: 'acts',
  reopen: 'acts',
  verbSwitch: 'acts',
  export: 'acts',
  possessions: 'reads',
  playerLedger: 'reads',
  stackHistory: 'reads',
  economy: 'looks',
  gains: 'reads',
  ticks: 'looks',
  erase: 'acts',
  grantItems: 'acts',
  grantCoins: 'acts',
  seizeItems: 'acts',
  seizeCoins: 'acts',
  restore: 'acts',
  restorePreview: 'reads',
  heal: 'acts',
  teleport: 'acts',
  sanction: 'acts',
  lift: 'acts',
  backups: 'looks',
  makeBackup: 'acts',
  verifyBackup: 'acts',
};
export const commandKinds = Object.keys(everyKind) as readonly CommandKind[];

/** A page of something: who looks through many acts all the same. */
export function onlyReads(kind: CommandKind): boolean {
  return everyKind[kind] !== 'acts';
}

export const readingKinds: readonly CommandKind[] = commandKinds.filter(onlyReads);

/** Whether who gave it, and what became of it, is in the audit log. */
export function isAudited(kind: CommandKind): boolean {
  return everyKind[kind] !== 'looks';
}

/** What an empty server does: end its process; stay, closed, until it is opened again or stopped; or start anew, and open. */
export const drainEnds = ['stop', 'stay', 'restart'] as const;
export type DrainEnd = (typeof drainEnds)[number];

/** When a server empties by itself, and what becomes of it then. */
export interface PlannedDrain {
  /** When everybody is sent home. */
  readonly atUnixMs: number;
  /** So long before that nobody new is let in. */
  readonly graceSeconds: number;
  readonly then: DrainEnd;
  /** Added to what players are told about the time; may be empty. */
  readonly text: string;
}

/** How far ahead: what is later is nothing that players need to hear of. */
export const plannedAheadMsMax = 30 * 24 * 60 * 60_000;

export const graceSecondsMax = 3_600;
/** Of UTF-8, in one answer. */
export const documentBytesMax = 200_000;
export const kickMessageBytesMax = 64;
/** Of one grant or seizure: what a stack can hold. */
export const unitsMax = 0xffff;
/** Of one grant or seizure; a purse holds four times as many. */
export const coinsMax = 1_000_000_000;
/** Of a map's side, in metres. */
export const metresMax = 65_535;
/** What is left of a chat line beside the words about the time. */
export const drainTextBytesMax = 120;

/**
 * - not-here: the player is not in the world (any more)
 * - already-draining, not-draining, not-planned: what was to be changed is so already
 * - too-late: its dead-line passed before it could be applied; or what it would take back is done
 * - invalid-arguments, unknown-kind: another version's command, which this server does not understand
 * - busy: more commands wait in the server than it takes
 * - not-recorded: the server cannot write down its id, or what it does (a full disk), so it was not applied
 * - unfinished: it was begun, and the server goes on with it by itself
 * - unknown-item, unknown-map: this server's content has none of this key
 * - no-room: neither in the bag nor in a letter
 * - not-enough: there are not so many units or coins
 * - stack-gone: the character has no such stack on itself or in its bank
 * - dead: it has to stand up first
 * - no-ground: nobody can stand there
 * - in-world: the player is in the world, or on its way in or out: it has to be away
 * - no-entry: the journal keeps no entry of this number (any more)
 * - not-begun: the character was not there yet
 * - nothing-to-restore: it has what it had then
 * - failed: it was begun and broke off; the server's log says how
 * - backups-off and the rest of BackupRefusal: see ports/backups/backup-desk
 */
export const commandRefusals = [
  'not-here',
  'already-draining',
  'not-draining',
  'not-planned',
  'too-late',
  'invalid-arguments',
  'unknown-kind',
  'busy',
  'not-recorded',
  'unfinished',
  'unknown-item',
  'unknown-map',
  'no-room',
  'not-enough',
  'stack-gone',
  'dead',
  'no-ground',
  'in-world',
  'no-entry',
  'not-begun',
  'nothing-to-restore',
  ...backupRefusals,
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

/** The document that answers `backups`; null: none are made. */
export interface BackupsAnswer {
  readonly told: ToldBackups | null;
}

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
