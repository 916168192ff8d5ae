// What two players do at a table.

import { slotsOf } from './belongings.js';
import type { Cast, EconomyPlay, PlayStep } from './play.js';

const invite: PlayStep = ({ stage, me, other }) =>
  stage.requests.tradeInvite(me.session, { target: other.entity });
const accept: PlayStep = ({ stage, me, other }) =>
  stage.requests.tradeAccept(other.session, { inviter: me.entity });
const lay =
  (units: number): PlayStep =>
  (cast) => {
    const { stage, me, other } = cast;
    const { material: slot } = slotsOf(cast);
    for (const { session, trade } of [me, other])
      stage.requests.tradeOffer(session, { trade, place: cast.set, slot, units });
    stage.requests.tradeCoins(me.session, { trade: me.trade, coins: 11 });
  };
const otherAgrees: PlayStep = ({ stage, other }) =>
  stage.requests.tradeConfirm(other.session, { command: other.nextCommand(), version: other.version });
const atTable: readonly PlayStep[] = [invite, accept];

/** Asked, but with no number that says whether it was done. */
const wish = (ask: (cast: Cast) => void, ...before: readonly PlayStep[]): EconomyPlay => ({
  ...{ ask, before, about: 'trade' as const },
  isCommand: false,
});

export const playsOfTrades = {
  tradeInvite: wish((cast) => void invite(cast)),
  tradeAccept: wish(
    ({ stage, me, other }) => stage.requests.tradeAccept(me.session, { inviter: other.entity }),
    ({ stage, me, other }) => stage.requests.tradeInvite(other.session, { target: me.entity }),
  ),
  tradeOffer: wish(
    (cast) =>
      cast.stage.requests.tradeOffer(cast.me.session, {
        ...{ trade: cast.me.trade, place: 2 + cast.set, slot: slotsOf(cast).material, units: 3 },
      }),
    ...atTable,
  ),
  tradeCoins: wish(
    ({ stage, me }) => stage.requests.tradeCoins(me.session, { trade: me.trade, coins: 5 }),
    ...atTable,
  ),
  tradeCancel: wish(
    ({ stage, me }) => stage.requests.tradeCancel(me.session, { trade: me.trade }),
    ...atTable,
    lay(3),
  ),
  /** The other one has agreed already. */
  tradeConfirm: {
    ask: ({ stage, me }, command) =>
      stage.requests.tradeConfirm(me.session, { command, version: me.version }),
    before: [...atTable, lay(4), otherAgrees],
    isCommand: true,
    about: 'trade',
  },
} as const satisfies Record<string, EconomyPlay>;
