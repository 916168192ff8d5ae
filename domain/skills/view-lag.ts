// How far behind the present a player sees the others: the way of the news to its client, the delay by which the client
// shows them evenly, and the way of its answer back here. Each input names the tick that its client was showing; the usual
// distance to the tick that judges it is kept. By that much a target is looked for in the past (body/position-history).
//
// The usual distance rather than that of one packet: a skill comes in a packet of its own, early or late by the jitter, and
// who stands still sends no inputs. It also keeps a client from choosing a past for each blow. A client that lies gains
// what one with a connection that slow has, and `rewindTicksMax` at most.

import { isNews } from '../body/player-steps.js';
import type { Components } from '../engine/registry.js';
import type { ReadonlyComponent } from '../engine/system.js';
import { rewindTicksMax } from '../body/position-history.js';

/** Like the packet PlayerInput. */
export interface View {
  readonly sequence: number;
  /** The server tick the client was showing; 0 while it shows nothing. */
  readonly viewTick: number;
}

/** Of each new measurement: a change of the connection is followed within a quarter of a second at 60 inputs a second. */
const followShare = 1 / 8;

type PlayerColumns = Components['player']['columns'];
type ReadonlyPlayer = ReadonlyComponent<Components['player']>['columns'];

/**
 * Before the input's steps are queued. `judgedTick`: the tick that will apply it. Repeated and overtaken inputs say
 * nothing new; a tick that is not over yet counts as the present.
 */
export function noteView(player: PlayerColumns, row: number, view: View, judgedTick: number): void {
  if (view.viewTick === 0) return;
  if (!isNews(player, row, view.sequence)) return;
  const lag = Math.min(rewindTicksMax, Math.max(0, judgedTick - view.viewTick));
  const usual = player.viewLagTicks[row]!;
  player.viewLagTicks[row] = usual === 0 ? lag : usual + (lag - usual) * followShare;
}

/** Whole ticks, 0 (the present) to `rewindTicksMax`. */
export function viewLagTicks(player: Pick<ReadonlyPlayer, 'viewLagTicks'>, row: number): number {
  return (player.viewLagTicks[row]! + 0.5) | 0;
}
