// Keeps the audit log from being buried by those it speaks of. Acts are written one by one. What anybody can cause at will
// and for nothing - refusals, and coming and going - is written once and then counted, for ten minutes: the same thing by
// the same one as “so many times more”, and beyond sixty different things by one, or six hundred by people without an
// account, as “so many more”. What game servers tell as erased is the same thing whoever it was, added up, and never among what
// is left out: each server's is told by its id. What is counted is written when its ten minutes are over, at `flush`, and when the API stops.

import type { AuditEntry, AuditLog, AuditPage, StoredAuditEntry } from '#ports/admin/audit/audit-log.js';
import { withoutAccount, withoutPlayer, type ForgottenPlayer } from '#ports/admin/audit/forgotten-player.js';

const windowMs = 10 * 60_000;
/** Different routine entries of one actor, or of one address without an account, in ten minutes. */
const entriesOfOneMax = 60;
/** Of everybody without an account together: addresses cost an attacker little. */
const entriesOfStrangersMax = 600;
/** What is remembered; beyond it everything more is counted as of strangers. */
const keysMax = 20_000;
/** Of one account in one millisecond. */
const sameMomentMax = 1_000;

interface Repeated {
  readonly first: AuditEntry;
  more: number;
  /** Of whom those more speak. */
  characters: number;
  lastAtUnixMs: number;
}

interface Budget {
  readonly sinceUnixMs: number;
  readonly example: AuditEntry;
  written: number;
  more: number;
  lastAtUnixMs: number;
}

export class QuietAuditLog implements AuditLog {
  readonly #repeated = new Map<string, Repeated>();
  readonly #budgets = new Map<string, Budget>();

  constructor(private readonly log: AuditLog) {}

  /** Entries counted and not written yet. */
  get waiting(): number {
    let waiting = 0;
    for (const { more } of [...this.#repeated.values(), ...this.#budgets.values()]) waiting += more;
    return waiting;
  }

  async append(entry: AuditEntry): Promise<void> {
    if (!isRoutine(entry)) {
      await this.log.append(entry);
      return;
    }
    await this.flush(entry.atUnixMs);
    const key = keyOf(entry);
    const known = this.#repeated.get(key);
    if (known !== undefined) {
      known.more++;
      known.characters += charactersOf(entry);
      known.lastAtUnixMs = entry.atUnixMs;
      return;
    }
    // Decided before anything is awaited: what comes at the same time is counted right.
    if (!isErasure(entry) && !this.#spend(entry)) return;
    this.#repeated.set(key, { first: entry, more: 0, characters: 0, lastAtUnixMs: entry.atUnixMs });
    await this.log.append(entry);
  }

  page(page: AuditPage): Promise<readonly StoredAuditEntry[]> {
    return this.log.page(page);
  }

  removeBefore(beforeUnixMs: number, nowUnixMs: number): Promise<number> {
    return this.log.removeBefore(beforeUnixMs, nowUnixMs);
  }

  /** What is counted of it is written later. */
  async forgetPlayer(player: ForgottenPlayer): Promise<void> {
    for (const [key, repeated] of this.#repeated)
      this.#repeated.set(key, { ...repeated, first: withoutPlayer(repeated.first, player) });
    for (const [key, budget] of this.#budgets)
      this.#budgets.set(key, { ...budget, example: withoutPlayer(budget.example, player) });
    await this.log.forgetPlayer(player);
  }

  /** Writes what was counted in windows that are over; with `all` whatever was counted. */
  async flush(nowUnixMs: number, all = false): Promise<void> {
    const repeats: Repeated[] = [];
    const due: AuditEntry[] = [];
    for (const [key, repeated] of this.#repeated) {
      if (!all && repeated.first.atUnixMs + windowMs > nowUnixMs) break;
      this.#repeated.delete(key);
      if (repeated.more > 0) repeats.push(repeated);
    }
    for (const [key, budget] of this.#budgets) {
      if (!all && budget.sinceUnixMs + windowMs > nowUnixMs) break;
      this.#budgets.delete(key);
      if (budget.more > 0) due.push(remainder(budget));
    }
    for (const one of repeats) await this.log.append(await this.#asItIsKnown(one));
    for (const entry of due) await this.log.append(entry);
  }

  /**
   * As the log has the first: the player of whom it speaks may have been erased meanwhile, which another replica did and this
   * one did not hear of.
   */
  async #asItIsKnown(repeated: Repeated): Promise<AuditEntry> {
    const { first } = repeated;
    const entry = repetition(repeated);
    if (first.details['characterName'] === undefined) return entry;
    const { action, target, atUnixMs, requestId } = first;
    const moment = { fromUnixMs: atUnixMs, untilUnixMs: atUnixMs };
    const written = await this.log.page({ action, target, ...moment, limit: sameMomentMax });
    return written.some((one) => one.requestId === requestId) ? entry : withoutAccount(entry);
  }

  /** Whether there is room for one more of this actor's. What is beyond is counted. */
  #spend(entry: AuditEntry): boolean {
    const own = entry.actorId ?? `@${entry.address}`;
    const purses = [this.#budgetOf(own, entry)];
    if (entry.actorId === undefined) purses.push(this.#budgetOf('strangers', entry));
    const limits = [entriesOfOneMax, entriesOfStrangersMax];
    const spent = purses.find((purse, index) => purse.written >= limits[index]!);
    if (spent !== undefined) {
      spent.more++;
      spent.lastAtUnixMs = entry.atUnixMs;
      return false;
    }
    for (const purse of purses) purse.written++;
    return true;
  }

  #budgetOf(key: string, example: AuditEntry): Budget {
    const isFull = this.#budgets.size + this.#repeated.size >= keysMax;
    const known = this.#budgets.get(key) ?? (isFull ? this.#budgets.get('strangers') : undefined);
    if (known !== undefined) return known;
    const budget: Budget = {
      ...{ sinceUnixMs: example.atUnixMs, example, written: 0, more: 0, lastAtUnixMs: example.atUnixMs },
    };
    this.#budgets.set(key, budget);
    return budget;
  }
}

/** What a game server told. There are no more different ones than servers. */
function isErasure({ action }: AuditEntry): boolean {
  return action === 'player.forget';
}

function charactersOf({ details }: AuditEntry): number {
  return Number(details['characters'] ?? 0);
}

/** Anybody can cause these at will and for nothing. The end of a command, refused or not, is an act: accounts' limits bound them. */
function isRoutine(entry: AuditEntry): boolean {
  const { action, outcome, details } = entry;
  if (isErasure(entry)) return true;
  if (details['command'] !== undefined) return false;
  return outcome === 'refused' || action.startsWith('auth.') || action === 'connect-token.issue';
}

/** What a server told is the same whatever it calls itself meanwhile, and from wherever. */
function keyOf(entry: AuditEntry): string {
  const { actorId, actorName, action, outcome, target, address, details } = entry;
  if (isErasure(entry)) return JSON.stringify([action, outcome, target, details['tokenId']]);
  return JSON.stringify([actorId, actorName, action, outcome, target, address, details['reason']]);
}

function repetition({ first, more, characters, lastAtUnixMs }: Repeated): AuditEntry {
  // The numbers were those of the first; the directory remembers all.
  const { characterIds: _, ...details } = first.details;
  return {
    ...first,
    atUnixMs: lastAtUnixMs,
    details: {
      ...(isErasure(first) ? { ...details, characters } : first.details),
      repeated: more,
      withinSeconds: secondsBetween(first.atUnixMs, lastAtUnixMs),
    },
  };
}

/** Speaks of several things; `example` is the first of them. */
function remainder({ example, more, sinceUnixMs, lastAtUnixMs }: Budget): AuditEntry {
  const strangers = example.actorId === undefined;
  return {
    ...example,
    atUnixMs: lastAtUnixMs,
    action: 'audit.shortened',
    target: '',
    ...(strangers && { actorName: '' }),
    details: {
      entriesLeftOut: more,
      withinSeconds: secondsBetween(sinceUnixMs, lastAtUnixMs),
      why: 'more different refusals or log-ins than are written one by one',
    },
  };
}

function secondsBetween(fromUnixMs: number, toUnixMs: number): number {
  return Math.ceil((toUnixMs - fromUnixMs) / 1000);
}
