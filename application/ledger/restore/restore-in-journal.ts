// Restoring a character while its server runs: what it would change, found out where the journal is. Whoever has it done sees to
// it that the character is not in the world and does not come in meanwhile, and has a tick write it
// (persistence/restore-characters).

import { HolderKind, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { Journal } from '#ports/storage/journal.js';
import { holdingsBefore, type HoldingsRefusal } from './holdings-before.js';
import { holdingsOf, type Holdings } from './holdings.js';
import { nowElsewhere, type UnitsElsewhere } from './now-elsewhere.js';
import { changesBetween, changesNothing, type RestoreChanges } from './restore-changes.js';

export interface RestoreQuery {
  readonly character: number;
  /** Number of an entry: restored is what the character had before the tick of that. */
  readonly before: number;
}

export interface Restoring {
  /** The last entry by or with the character that counts; 0 where those that count are not kept any more. */
  readonly entry: number;
  /** When that was stored, in seconds since 1970 by the clock of then; null where that is not known. */
  readonly storedUnix: number | null;
  readonly changes: RestoreChanges;
}

export interface RestorePlan extends Restoring {
  /** Units of what is given back that stay where they are. */
  readonly elsewhere: readonly UnitsElsewhere[];
}

/** - nothing-to-restore: it has what it had then */
export type RestoreRefusal = HoldingsRefusal | 'nothing-to-restore';

/** Each rejects with a JournalError. */
export interface LedgerRestores {
  /** Changes nothing. */
  plan(query: RestoreQuery): Promise<RestorePlan | RestoreRefusal>;
  /** The same without a look at others. */
  changes(query: RestoreQuery): Promise<Restoring | RestoreRefusal>;
}

type Source = Pick<
  Journal,
  | 'baseOf'
  | 'baseTotals'
  | 'coinsIn'
  | 'end'
  | 'entries'
  | 'experienceOf'
  | 'naming'
  | 'professionsOf'
  | 'questsOf'
  | 'stacksIn'
  | 'storedAt'
>;

export class RestoresInJournal implements LedgerRestores {
  /** `turn` lets others have theirs. */
  constructor(
    private readonly journal: Source,
    private readonly turn: () => Promise<unknown>,
  ) {}

  async plan(query: RestoreQuery): Promise<RestorePlan | RestoreRefusal> {
    const plan = await this.changes(query);
    if (typeof plan === 'string') return plan;
    const { given } = plan.changes;
    // What is restored was before the whole tick: an act may have begun in it before the entry that was named.
    const since = plan.entry;
    const { character } = query;
    return { ...plan, elsewhere: await nowElsewhere(this.journal, { character, since, given }, this.turn) };
  }

  async changes({ character, before }: RestoreQuery): Promise<Restoring | RestoreRefusal> {
    const { journal, turn } = this;
    const found = await holdingsBefore(journal, character, before, turn);
    if (typeof found === 'string') return found;
    const { entry, holdings } = found;
    const changes = changesBetween(this.#now(character), holdings);
    if (changesNothing(changes)) return 'nothing-to-restore';
    const storedUnix = entry === 0 ? null : (journal.storedAt(entry) ?? null);
    return { entry, storedUnix, changes };
  }

  #now(character: number): Holdings {
    const { journal } = this;
    const own = [HolderKind.inventory, HolderKind.equipment, HolderKind.bank];
    return holdingsOf({
      stacks: own.flatMap((holder) => journal.stacksIn(holder, character)),
      coins: journal.coinsIn(PurseKind.wallet, character),
      experience: journal.experienceOf(character),
      professions: journal.professionsOf(character),
      quests: journal.questsOf(character),
    });
  }
}
