// Answers with what the journal has: what a character owns, what it did and had done to it, what became of a stack. Changes
// nothing.

import type { CommandArguments } from '#ports/admin/operations/operator-command.js';
import { historyMax, type LedgerHistoryQuery } from '../../ledger/history.js';
import { refused, type ServerCommand } from './command-definition.js';
import { characterNamed } from '../arguments/named-character.js';

type Part = Pick<LedgerHistoryQuery, 'limit'> & { readonly before: number | null };

export const possessions: ServerCommand<CommandArguments['possessions']> = {
  where: 'server',
  read: characterNamed,
  async apply(server, whom) {
    const document = await server.tellPossessions(whom);
    return document === undefined ? refused('not-here') : { outcome: 'applied', players: 1, document };
  },
};

export const playerLedger: ServerCommand<CommandArguments['playerLedger']> = {
  where: 'server',
  read(args) {
    const [whom, part] = [characterNamed(args), partOf(args)];
    return whom && part && { ...whom, ...part };
  },
  async apply(server, { characterId, name, before, limit }) {
    const query = { of: { character: characterId }, before: before ?? undefined, limit };
    const document = await server.tellHistory(query, name);
    return document === undefined ? refused('not-here') : { outcome: 'applied', players: 1, document };
  },
};

export const stackHistory: ServerCommand<CommandArguments['stackHistory']> = {
  where: 'server',
  read(args) {
    const part = partOf(args);
    const { stack } = args;
    return part && isNumber(stack) ? { stack, ...part } : undefined;
  },
  async apply(server, { stack, before, limit }) {
    const document = await server.tellHistory({ of: { stack }, before: before ?? undefined, limit });
    return document === undefined ? refused('not-here') : { outcome: 'applied', players: 0, document };
  },
};

function partOf({ before, limit }: Readonly<Record<string, unknown>>): Part | undefined {
  if (before !== null && !isNumber(before)) return undefined;
  return isNumber(limit) && limit <= historyMax ? { before, limit } : undefined;
}

/** Of an entry, of a stack, how many. */
function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
