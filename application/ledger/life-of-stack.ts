// One stack's whole life in words: its own entries, those of the stacks that units of it came from, until they gave them,
// and those of the stacks that it gave units to, from then on. Which stacks gave and took in one act follows from the
// entries of one tick with one verb, item, character and command.

import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { characterOf, nameIn, noWords, placeOf, type LedgerWords } from './place-of.js';
import type { FactRows } from '#domain/ledger/fact-rows.js';
import type { Journal } from '#ports/storage/journal.js';

interface StackEntry {
  readonly number: number;
  readonly tick: number;
  readonly verb: number;
  readonly character: number;
  readonly counterpart: number;
  readonly command: number;
  readonly instance: number;
  readonly item: number;
  readonly amount: number;
  readonly after: number;
  readonly from: string;
  readonly to: string;
}

/** Units went from one stack to another. */
interface Transfer {
  /** Of the last and the first entry of its act, so that both ends are told. */
  readonly number: number;
  readonly first: number;
  readonly giver: number;
  readonly taker: number;
}

/** Lines in the order of time; none for a stack that never was. At most `most`, the last of which says so. */
export function lifeOfStack(
  journal: Pick<Journal, 'base' | 'entries'>,
  instance: number,
  { most = 10_000, words = noWords }: { readonly most?: number; readonly words?: LedgerWords } = {},
): string[] {
  const transfers: Transfer[] = [];
  eachAct(journal, words, (act) => transfers.push(...transfersOf(act)));
  const until = new Map([[instance, Infinity]]);
  for (const { number, giver, taker } of transfers.toReversed())
    if (number <= (until.get(taker) ?? 0)) until.set(giver, Math.max(until.get(giver) ?? 0, number));
  const since = new Map([[instance, 0]]);
  for (const { number, first, giver, taker } of transfers)
    if (number >= (since.get(giver) ?? Infinity) && !since.has(taker)) since.set(taker, first);
  const base = journal.base();
  const lines = [...until].flatMap(([of, last]) => {
    const stack = base.state.stacks.get(of);
    if (stack === undefined || last <= base.number) return [];
    const { item, count, holder, owner, slot } = stack;
    return [
      `up to entry ${base.number}, none of which is kept, stack ${of}: item ${item}, ${count} in ${placeOf(holder, owner, slot, words)}`,
    ];
  });
  eachAct(journal, words, (act) => {
    for (const entry of act) {
      const { number, instance: of } = entry;
      if (number > (until.get(of) ?? 0) && number < (since.get(of) ?? Infinity)) continue;
      if (lines.length < most) lines.push(told(entry, act, words));
      else lines[most - 1] = 'and more, which is not told';
    }
  });
  return lines;
}

function eachAct(
  journal: Pick<Journal, 'entries'>,
  words: LedgerWords,
  visit: (act: readonly StackEntry[]) => void,
): void {
  let act: StackEntry[] = [];
  journal.entries(1, (facts, row, number) => {
    if (facts.kind[row] !== FactKind.stackChanged) return;
    const entry = entryOf(facts, row, number, words);
    if (act[0] !== undefined && !isOneAct(act[0], entry)) {
      visit(act);
      act = [];
    }
    act.push(entry);
  });
  visit(act);
}

function transfersOf(act: readonly StackEntry[]): Transfer[] {
  const [first, number] = [act[0]?.number ?? 0, act.at(-1)?.number ?? 0];
  return act
    .filter(({ amount }) => amount < 0)
    .flatMap((giver) =>
      act
        .filter(({ amount, item }) => amount > 0 && item === giver.item)
        .map((taker) => ({ number, first, giver: giver.instance, taker: taker.instance })),
    );
}

function entryOf(facts: FactRows, row: number, number: number, words: LedgerWords): StackEntry {
  return {
    number,
    tick: facts.tick[row]!,
    verb: facts.verb[row]!,
    character: facts.character[row]!,
    counterpart: facts.counterpart[row]!,
    command: facts.command[row]!,
    instance: facts.instance[row]!,
    item: facts.item[row]!,
    amount: facts.amount[row]!,
    after: facts.after[row]!,
    from: placeOf(facts.fromHolder[row]!, facts.fromOwner[row]!, facts.fromSlot[row]!, words),
    to: placeOf(facts.holder[row]!, facts.owner[row]!, facts.slot[row]!, words),
  };
}

/** A trade's two sides have a command each, and are told as two. */
function isOneAct(first: StackEntry, next: StackEntry): boolean {
  return (
    first.tick === next.tick &&
    first.verb === next.verb &&
    first.character === next.character &&
    first.command === next.command
  );
}

function told(entry: StackEntry, act: readonly StackEntry[], words: LedgerWords): string {
  const { number, tick, verb, character, counterpart, command, item, amount, after, from, to } = entry;
  const who = character === 0 ? '' : ` by ${characterOf(character, words)}`;
  const other = counterpart === 0 ? '' : `, with ${characterOf(counterpart, words)}`;
  const asked = command === 0 ? '' : `, command ${command}`;
  const storedAt = words.storedAt(number);
  const when = storedAt === undefined ? '' : `, stored ${storedAt}`;
  const gained = amount > 0 ? `, +${amount}` : amount < 0 ? `, ${amount}` : '';
  const moved = from === to ? `in ${to}` : `from ${from} to ${to}`;
  const partners = act
    .filter((each) => each.item === item && each.instance !== entry.instance && each.amount * amount < 0)
    .map((each) => `stack ${each.instance} (${each.after} left in it)`);
  const linked = partners.length === 0 ? '' : `; ${amount > 0 ? 'out of' : 'into'} ${partners.join(', ')}`;
  return `entry ${number}${when}, tick ${tick}, stack ${entry.instance}: ${nameIn(LedgerVerb, verb)}${who}${other}${asked}: item ${item}${gained}, ${after} afterwards, ${moved}${linked}`;
}
