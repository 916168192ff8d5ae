// An entry of the journal with its numbers by name, and words where a number stands for one.

import { FactColumn, factDefinition } from '../../vocabulary/generated/facts.js';
import {
  HolderKind,
  LedgerVerb,
  LetterKind,
  Profession,
  PurseKind,
} from '../../vocabulary/generated/words.js';
import type { FactRows } from './fact-rows.js';

export interface EntryInWords {
  readonly number: number;
  readonly tick: number;
  /** Name of the kind of fact. */
  readonly kind: string;
  /** The numbers that its kind declares, words of enums as words. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Only of kinds with words. */
  readonly words?: string;
}

type NumberColumn = Exclude<keyof typeof FactColumn, 'text'>;

const columnsOf = Object.entries(FactColumn) as [NumberColumn, number][];

export function entryInWords(facts: FactRows, row: number, number: number): EntryInWords {
  const definition = factDefinition(facts.kind[row]!)!;
  const values: Record<string, string | number> = {};
  for (const [name, bit] of columnsOf) if ((definition.columns & bit) !== 0) values[name] = facts[name][row]!;
  const words = facts.text[row];
  return {
    ...{ number, tick: facts.tick[row]!, kind: definition.name, values: { ...values, ...wordsOf(values) } },
    ...(words !== undefined && { words }),
  };
}

/** Whether it is by or with the character. */
export function hasPart(facts: FactRows, row: number, characterId: number): boolean {
  const { columns } = factDefinition(facts.kind[row]!)!;
  if ((columns & FactColumn.character) !== 0 && facts.character[row] === characterId) return true;
  return (columns & FactColumn.counterpart) !== 0 && facts.counterpart[row] === characterId;
}

/** Ids of a stack or a character. */
export type Named = { readonly stack: number } | { readonly character: number };

/** Whether it is about the stack, or by or with the character. */
export function names(facts: FactRows, row: number, named: Named): boolean {
  if ('character' in named) return hasPart(facts, row, named.character);
  const { columns } = factDefinition(facts.kind[row]!)!;
  return (columns & FactColumn.instance) !== 0 && facts.instance[row] === named.stack;
}

/** What its number means, where that is a word of the protocol; holders of coins are purses, of the same name in another list. */
function wordsOf(values: Readonly<Record<string, string | number>>): Record<string, string> {
  const isPurse = !('instance' in values);
  const lists = {
    verb: LedgerVerb,
    holder: isPurse ? PurseKind : HolderKind,
    fromHolder: HolderKind,
    reason: LetterKind,
    outcome: Profession,
  } as const;
  return Object.fromEntries(
    Object.entries(lists).flatMap(([column, list]) => {
      const word = Object.entries(list).find(([, number]) => number === values[column])?.[0];
      return word === undefined ? [] : [[column, word]];
    }),
  );
}
