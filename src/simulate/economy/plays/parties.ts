// What a party does that moves anything: a kill that two have a share in, and a roll for what it leaves.

import { LootChoice, PartyLootMode } from '#domain/vocabulary/generated/words.js';
import type { Cast, EconomyPlay, PlayStep } from './play.js';
import { weakWolf } from './wolves.js';

/** Ticks after which what a wolf leaves lies there, is stored, and its roll is told. */
const lyingTicks = 6;

const invite: PlayStep = ({ stage, me, other }) =>
  stage.requests.partyInvite(me.session, { name: other.name });
const accept: PlayStep = ({ stage, other }) =>
  stage.requests.partyAccept(other.session, { invitation: other.invitation });
const shareLoot =
  (mode: PartyLootMode): PlayStep =>
  ({ stage, me }) =>
    stage.requests.partyLoot(me.session, { mode });

/** A wolf is struck, so that both have a right to what it leaves, and the next blow kills it. */
const strike: PlayStep = (cast) => weakWolf(cast, 1000);
const kill: PlayStep = (cast) => {
  weakWolf(cast, 1);
  return lyingTicks;
};

/** What is rolled for, as `pickUp` knows it. */
const whatLiesThere: PlayStep = (cast) => {
  const { world } = cast.stage;
  const row = world.rowOf(cast.me.rolledFor);
  if (row !== 0) cast.thing = world.components.loot.columns.instances[row]!;
};

const wish = (ask: (cast: Cast) => void, ...before: readonly PlayStep[]): EconomyPlay => ({
  ...{ ask, before },
  isCommand: false,
});

export const playsOfParties = {
  partyInvite: wish((cast) => void invite(cast)),
  partyAccept: wish((cast) => void accept(cast), invite),
  partyLeave: wish(({ stage, other }) => stage.requests.partyLeave(other.session), invite, accept),
  /** The other one did nothing but stand near. */
  killInParty: {
    ...wish((cast) => weakWolf(cast, 1), invite, accept, shareLoot(PartyLootMode.roundRobin), strike),
    about: 'creature',
  },
  /** The other one has chosen already. */
  lootRoll: {
    ...wish(
      ({ stage, me }) => stage.requests.lootRoll(me.session, { roll: me.roll, choice: LootChoice.need }),
      ...[invite, accept, shareLoot(PartyLootMode.needGreed), strike, kill, whatLiesThere],
      ({ stage, other }) =>
        stage.requests.lootRoll(other.session, { roll: other.roll, choice: LootChoice.greed }),
    ),
    about: 'loot',
  },
} as const satisfies Record<string, EconomyPlay>;
