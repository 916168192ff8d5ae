// One stack's whole life in words: its own entries, those of the stacks that units of it came from, until they gave them,
// and those of the stacks that it gave units to, from then on. Which stacks gave and took in one act follows from the
// entries of one tick with one verb, item, character and command.

import { LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { characterOf, nameIn, noWords, placeOf, type LedgerWords } from './place-of.js';
import { eachAct, transfersOf, type StackEntry, type Transfer } from './stack-acts.js';
import type { Journal } from '#ports/storage/journal.js';

/** Lines in the order of time; none for a stack that never was. At most `most`, the last of which says so. */
export function lifeOfStack(
  journal: Pick<Journal, 'base' | 'entries'>,
  instance: number,
  { most = 10_000, words = noWords }: { readonly most?: number; readonly words?: LedgerWords } = {},
): string[] {
  const transfers: Transfer[] = [];
  eachAct(journal, { words }, (act) => transfers.push(...transfersOf(act)));
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
  eachAct(journal, { words }, (act) => {
    for (const entry of act) {
      const { number, instance: of } = entry;
      if (number > (until.get(of) ?? 0) && number < (since.get(of) ?? Infinity)) continue;
      if (lines.length < most) lines.push(told(entry, act, words));
      else lines[most - 1] = 'and more, which is not told';
    }
  });
  return lines;
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
