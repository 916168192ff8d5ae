// Where units of stacks that are given back are now, as far as the character had a hand in it: in its own letters, on the market,
// with vendors and others. They stay there, so that they are there twice then, and who restores is to know it. What others did
// among themselves afterwards is in the histories of these stacks.

import type { LedgerStack } from '#domain/ledger/state/ledger-state.js';
import { HolderKind } from '#domain/vocabulary/generated/words.js';
import type { Journal } from '#ports/storage/journal.js';
import { StackActs, transfersOf, type StackEntry } from '../stack-acts.js';
import { ownEntries, piecesAtOnce, visitEach } from './own-entries.js';

export interface UnitsElsewhere {
  /** The stack that is given back, by the id that it had. */
  readonly of: number;
  /** Units of it came into this one, which has so many now. */
  readonly stack: number;
  readonly item: number;
  readonly count: number;
  readonly holder: number;
  readonly owner: number;
}

/** Stacks that are looked at; where there are more the others are left out. */
export const elsewhereMax = 64;

type Source = Pick<Journal, 'end' | 'entries' | 'naming'>;

/** `since`: what was done after this entry, 0 for all that is kept. */
export async function nowElsewhere(
  journal: Source,
  { character, since, given }: { character: number; since: number; given: readonly LedgerStack[] },
  turn: () => Promise<unknown>,
): Promise<readonly UnitsElsewhere[]> {
  if (given.length === 0) return [];
  /** By stack, those of `given` that units in it come from. */
  const origins = new Map(given.map(({ instance }) => [instance, new Set([instance])]));
  const acts = new StackActs((act) => follow(origins, act));
  const numbers = await ownEntries(
    journal,
    character,
    { before: journal.end.number + 1, after: since },
    turn,
  );
  await visitEach(journal, numbers, (facts, row, number) => acts.add(facts, row, number), turn);
  acts.end();
  const found: UnitsElsewhere[] = [];
  for (const [stack, of] of origins) {
    if (found.length >= elsewhereMax) break;
    const now = await stackNow(journal, stack, turn);
    if (now !== undefined && !isOwn(now, character)) for (const each of of) found.push({ of: each, ...now });
    await turn();
  }
  return found.slice(0, elsewhereMax);
}

function follow(origins: Map<number, Set<number>>, act: readonly StackEntry[]): void {
  for (const { giver, taker } of transfersOf(act)) {
    const from = origins.get(giver);
    if (from === undefined) continue;
    const known = origins.get(taker) ?? new Set<number>();
    for (const origin of from) known.add(origin);
    origins.set(taker, known);
  }
}

/** As its last entry that is kept leaves it; undefined for one that is no more. */
async function stackNow(
  journal: Source,
  stack: number,
  turn: () => Promise<unknown>,
): Promise<Omit<UnitsElsewhere, 'of'> | undefined> {
  let piece = journal.naming({ stack }, journal.end.number + 1);
  for (let i = 1; piece.numbers.length === 0 && !piece.isOldest; i++) {
    if (i % piecesAtOnce === 0) await turn();
    piece = journal.naming({ stack }, piece.from);
  }
  let now: Omit<UnitsElsewhere, 'of'> | undefined;
  const [last] = piece.numbers;
  if (last === undefined) return undefined;
  journal.entries(last, (facts, row) => {
    const count = facts.after[row]!;
    const [item, holder, owner] = [facts.item[row]!, facts.holder[row]!, facts.owner[row]!];
    if (count > 0) now = { stack, item, count, holder, owner };
    return false;
  });
  return now;
}

/** What is restored anyway. */
function isOwn({ holder, owner }: Pick<UnitsElsewhere, 'holder' | 'owner'>, character: number): boolean {
  const { inventory, equipment, bank } = HolderKind;
  return owner === character && (holder === inventory || holder === equipment || holder === bank);
}
