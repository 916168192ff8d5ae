// How a game server's economy stands, as it answers itself; and who gained far more than others there, by the names that the
// directory has.

import type { AnsweredEconomy, AnsweredGains, EconomyThing } from '../../economy/answer-economy.js';
import { economyWords } from '../../economy/answer-economy.js';
import type { EconomyPeriod } from '#ports/storage/economy-store.js';
import type { Caller } from '../access/caller.js';
import { askServer, type AskedPorts, type NotAnswered } from '../operations/ask-server.js';
import { fittingDocument, maybe, moment, word, type Like } from '../operations/fitting-document.js';

/** Characters of one answer whose names are looked for; a server lists fewer. */
const namedMost = 100;

/** A character of a game server, as the directory lists it now. */
export interface GainerName {
  readonly name: string;
  readonly playerId: string;
}

export interface ToldGains extends AnsweredGains {
  readonly names: ReadonlyMap<number, GainerName>;
}

const economyLike: Like = {
  ...{ entry: 1, behind: 0, of: word, period: 'hours', firstUnix: maybe(moment) },
  kept: { hours: 1, days: 1, rolledUp: 0, dropped: 0 },
  flows: [[moment, 'buy', 1, 1, 1]],
  census: maybe({
    ...{
      takenUnix: moment,
      entry: 1,
      things: [[word, 1, 1, 1, 1, 1, 1, 1, 1]],
      unlisted: 0,
      unbalanced: [word],
    },
    shares: { holders: 1, coins: 1, top1: 1, top10: 1, gini: 0 },
  }),
  breaches: {
    ...{ ever: 0, ofDay: 0 },
    list: [{ entry: 1, tick: 1, storedUnix: maybe(moment), verb: 'buy', of: word, sum: 1 }],
  },
  items: [{ id: 1, key: 'pelt', name: 'Pelt' }],
};
const gainsLike: Like = {
  kinds: [
    {
      ...{ kind: 'coins', gainers: 1, median: 1, mad: 1, floor: 1, count: 1 },
      list: [{ character: 1, gained: 1, score: 1 }],
    },
  ],
  ...{ gainersLeast: 1, unnoted: 0 },
};

export type ReadEconomyResult = { readonly ok: true; readonly economy: AnsweredEconomy } | NotAnswered;
export type ReadGainsResult = { readonly ok: true; readonly gains: ToldGains } | NotAnswered;

export async function readEconomy(
  ports: AskedPorts,
  caller: Caller,
  serverId: string,
  { of, period }: { readonly of: EconomyThing; readonly period: EconomyPeriod },
): Promise<ReadEconomyResult> {
  const args = { of: typeof of === 'number' ? of : economyWords[of], period };
  const told = await askServer(ports, caller, serverId, 'economy', args);
  if (!told.ok) return told;
  const economy = fittingDocument<AnsweredEconomy>(told.document, economyLike);
  return economy === undefined ? { ok: false, reason: 'unfit-answer' } : { ok: true, economy };
}

export async function readGains(
  ports: AskedPorts,
  caller: Caller,
  serverId: string,
): Promise<ReadGainsResult> {
  const told = await askServer(ports, caller, serverId, 'gains', {});
  if (!told.ok) return told;
  const gains = fittingDocument<AnsweredGains>(told.document, gainsLike);
  if (gains === undefined) return { ok: false, reason: 'unfit-answer' };
  const listed = gains.kinds.flatMap(({ list }) => list.map(({ character }) => character));
  const ids = [...new Set(listed)].filter(Number.isSafeInteger).slice(0, namedMost);
  const found = await Promise.all(ids.map((id) => ports.players.findCharacter(serverId, id)));
  const names = found.flatMap((player) =>
    player?.characterId === undefined
      ? []
      : [[player.characterId, { name: player.name, playerId: player.id }] as const],
  );
  return { ok: true, gains: { ...gains, names: new Map(names) } };
}
