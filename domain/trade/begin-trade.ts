// How two players come to a table: one invites, the other accepts. An invitation belongs to who gives it, so nobody is kept
// from trading by being invited.

import type { WorldOf } from '../engine/system.js';
import { ticksPerSecond } from '../engine/time.js';
import { noteTradeBroken, noteTradeChanged, noteTradeProposed } from '../vocabulary/generated/facts.js';
import { LedgerVerb, RefusalReason, TradeEnd } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { meetingRefusal } from './may-trade.js';
import type { Meeting } from './may-trade.js';

/** How long an invitation can be taken up. */
export const invitationTicks = 30 * ticksPerSecond;

type Inviting = Meeting & WorldOf<'ledger', 'trading'>;

/** The player at `row` invites an entity. */
export function inviteToTrade(world: Inviting, row: number, target: number): Verdict {
  const { trading } = world.components;
  const closed = world.tables.ledger.refusal(LedgerVerb.trade);
  if (closed !== allowed) return closed;
  const other = world.rowOf(target);
  const verdict = meetingRefusal(world, row, other);
  if (verdict !== allowed) return verdict;
  if (isTrading(world, row) || isTrading(world, other)) return RefusalReason.busy;
  // Who asks the same again has not let the other one think.
  if (trading.has(row) && trading.columns.invited[row] === target) return RefusalReason.busy;
  if (!trading.has(row)) trading.add(row);
  trading.columns.invited[row] = target;
  trading.columns.invitedUntilTick[row] = world.tick + invitationTicks;
  noteTradeProposed(world.facts, world.idAt(row), target);
  return allowed;
}

/** The player at `row` takes up what an entity proposed. */
export function acceptTrade(world: Inviting & WorldOf<never, 'trades'>, row: number, from: number): Verdict {
  const { trading, player } = world.components;
  const { trades, ledger } = world.tables;
  const closed = ledger.refusal(LedgerVerb.trade);
  if (closed !== allowed) return closed;
  const inviter = world.rowOf(from);
  if (inviter === 0 || !trading.has(inviter)) return RefusalReason.unknownTarget;
  if (trading.columns.invited[inviter] !== world.idAt(row)) return RefusalReason.unknownTarget;
  if (trading.columns.invitedUntilTick[inviter]! <= world.tick) return RefusalReason.unknownTarget;
  const verdict = meetingRefusal(world, row, inviter);
  if (verdict !== allowed) return verdict;
  if (isTrading(world, row) || isTrading(world, inviter)) return RefusalReason.busy;
  const trade = trades.open();
  if (trade < 0) return RefusalReason.busy;
  for (let s = 0; s < 2; s++) {
    const each = s === 0 ? inviter : row;
    if (!trading.has(each)) trading.add(each);
    trading.columns.trade[each] = trade + 1;
    trading.columns.invited[each] = 0;
    trades.entities[trade * 2 + s] = world.idAt(each);
    trades.sessions[trade * 2 + s] = player.columns.session[each]!;
    noteTradeChanged(world.facts, world.idAt(each));
  }
  return allowed;
}

/** Takes back the own invitation. */
export function cancelInvitation(world: WorldOf<never, 'trading'>, row: number, reason: TradeEnd): Verdict {
  const { trading } = world.components;
  if (!trading.has(row) || trading.columns.invited[row] === 0) return RefusalReason.unknownTarget;
  noteTradeBroken(world.facts, trading.columns.invited[row]!, world.idAt(row), 0, reason);
  trading.columns.invited[row] = 0;
  if (trading.columns.trade[row] === 0) trading.remove(row);
  return allowed;
}

function isTrading(world: WorldOf<'trading'>, row: number): boolean {
  const { trading } = world.components;
  return trading.has(row) && trading.columns.trade[row] !== 0;
}
