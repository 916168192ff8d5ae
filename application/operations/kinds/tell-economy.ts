// Answers with what the game server knows of its economy, and with who gained far more than others. Changes nothing.

import type { CommandArguments } from '#ports/admin/operations/operator-command.js';
import { economyWords } from '../../economy/answer-economy.js';
import type { ServerCommand } from './command-definition.js';

export const economy: ServerCommand<CommandArguments['economy']> = {
  where: 'server',
  read({ of, period }) {
    if (period !== 'hours' && period !== 'days') return undefined;
    return isThing(of) ? { of, period } : undefined;
  },
  async apply(server, query) {
    return { outcome: 'applied', players: 0, document: await server.tellEconomy(query) };
  },
};

export const gains: ServerCommand<CommandArguments['gains']> = {
  where: 'server',
  read: () => ({}),
  async apply(server) {
    return { outcome: 'applied', players: 0, document: await server.tellGains() };
  },
};

function isThing(of: unknown): of is number {
  const words: readonly unknown[] = Object.values(economyWords);
  return words.includes(of) || (Number.isSafeInteger(of) && (of as number) >= 1);
}
