// Where things of a character went after an entry: units of its stacks, from one stack to the next, and coins out of its
// purse, as far as the purse or letter that they came into.

import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { PurseKind } from '#domain/vocabulary/generated/words.js';
import type { FactRows } from '#domain/ledger/entries/fact-rows.js';
import type { Journal } from '#ports/storage/journal.js';
import { eachAct, transfersOf } from '../stack-acts.js';

/** By each of `stacks`, all stacks that units of it may be in, whether these still are there or not. */
export function takersOf(
  journal: Pick<Journal, 'entries'>,
  entry: number,
  stacks: readonly number[],
): Map<number, Set<number>> {
  const takers = new Map(stacks.map((stack) => [stack, new Set<number>()]));
  /** By stack, those of `stacks` that units in it come from. */
  const origins = new Map(stacks.map((stack) => [stack, new Set([stack])]));
  const note = (act: Parameters<typeof transfersOf>[0]): void => {
    for (const { giver, taker } of transfersOf(act))
      for (const origin of origins.get(giver) ?? []) {
        if (origin !== taker) takers.get(origin)!.add(taker);
        const known = origins.get(taker);
        if (known === undefined) origins.set(taker, new Set([origin]));
        else known.add(origin);
      }
  };
  eachAct(journal, { from: entry + 1 }, note);
  return takers;
}

/** Coins of a character that came into somebody else's purse, or into a letter. */
export interface CoinsGone {
  /** PurseKind */
  readonly kind: number;
  /** Id of a character or letter. */
  readonly owner: number;
  coins: number;
}

interface CoinEntry {
  readonly tick: number;
  readonly verb: number;
  readonly character: number;
  readonly counterpart: number;
  readonly command: number;
  readonly kind: number;
  readonly owner: number;
  readonly amount: number;
}

/** In the order in which they went; what nobody has got, like postage, is not of it. */
export function coinsGone(journal: Pick<Journal, 'entries'>, entry: number, character: number): CoinsGone[] {
  const gone = new Map<string, CoinsGone>();
  let tick: CoinEntry[] = [];
  const endTick = (): void => {
    for (const { kind, owner, amount } of gainsFrom(tick, character)) {
      const known = gone.get(`${kind} ${owner}`) ?? { kind, owner, coins: 0 };
      known.coins += amount;
      gone.set(`${kind} ${owner}`, known);
    }
    tick = [];
  };
  journal.entries(entry + 1, (facts, row) => {
    if (facts.kind[row] !== FactKind.coinsChanged) return;
    if (tick[0] !== undefined && tick[0].tick !== facts.tick[row]) endTick();
    tick.push(coinEntryOf(facts, row));
  });
  endTick();
  return [...gone.values()];
}

/** Of one tick's entries those by which others got what left this character's purse. */
function gainsFrom(tick: readonly CoinEntry[], character: number): Set<CoinEntry> {
  const gains = new Set<CoinEntry>();
  const isOwn = ({ kind, owner }: CoinEntry): boolean => kind === PurseKind.wallet && owner === character;
  for (const paid of tick) {
    if (!isOwn(paid) || paid.amount >= 0) continue;
    for (const gain of tick) {
      if (gain.amount <= 0 || gain.verb !== paid.verb || isOwn(gain)) continue;
      const isOneAct = gain.character === paid.character && gain.command === paid.command;
      // A trade's two sides have a command each.
      const isOtherSide = gain.character === paid.counterpart && gain.counterpart === paid.character;
      if (isOneAct || isOtherSide) gains.add(gain);
    }
  }
  return gains;
}

function coinEntryOf(facts: FactRows, row: number): CoinEntry {
  return {
    tick: facts.tick[row]!,
    verb: facts.verb[row]!,
    character: facts.character[row]!,
    counterpart: facts.counterpart[row]!,
    command: facts.command[row]!,
    kind: facts.holder[row]!,
    owner: facts.owner[row]!,
    amount: facts.amount[row]!,
  };
}
