// What players do with vendors, on the ground, and in fights.

import { harm } from '#domain/combat/harm.js';
import { deathFacts } from '#domain/combat/death-facts.js';
import { noteDied } from '#domain/vocabulary/generated/facts.js';
import { HolderKind } from '#domain/vocabulary/generated/words.js';
import { lootLifeTicks } from '../server/stage-content.js';
import { equipWeapon } from './bags.js';
import { itemsOf, slotsOf, smith } from './belongings.js';
import type { AskVerb, Cast, EconomyPlay, PlayStep } from './play.js';
import { weakWolf } from './wolves.js';

const { inventory, buyBack } = HolderKind;
/** How often what lies on the ground is looked at, in ticks. */
const decayEveryTicks = 30;
/** Of none of what vendors keep. */
const noSlot = 255;
/** Of the smith, and the most that any vendor pays. */
const payShare = 0.3;
const first = (ask: AskVerb) => (cast: Cast) => ask(cast, cast.me.nextCommand());
const play = (ask: AskVerb, ...before: readonly PlayStep[]): EconomyPlay => ({
  ...{ ask, before },
  isCommand: true,
});

const sells =
  (slot: (cast: Cast) => number, units: number): AskVerb =>
  (cast, command) =>
    cast.stage.requests.sellItem(cast.me.session, { command, vendor: smith(cast), slot: slot(cast), units });
const sell = sells((cast) => slotsOf(cast).material, 2);
const sellFood = sells((cast) => slotsOf(cast).food, 1);
const buys =
  (key: string, units: number): AskVerb =>
  (cast, command) => {
    const item = cast.stage.content.lists.items.find((each) => each.key === key)!.id;
    cast.stage.requests.buyItem(cast.me.session, { command, vendor: smith(cast), item, units });
  };
const drop: AskVerb = (cast, command) =>
  cast.stage.requests.dropItem(cast.me.session, {
    ...{ command, from: inventory, slot: slotsOf(cast).material, units: 3 },
  });

/** What was laid down last. */
function lastLaid(cast: Cast): void {
  for (const { instance, place } of cast.stage.books.catchUp().stacks.values())
    if (place === 'ground' && instance > cast.thing) cast.thing = instance;
}

/** Entity id of what lies there, 0 when it does not any more. */
function lootOf({ stage: { world }, thing }: Cast): number {
  const { loot } = world.components;
  for (let row = 1; row < world.store.entities.rowsUsed; row++)
    if (loot.has(row) && loot.columns.instances[row] === thing) return world.idAt(row);
  return 0;
}

/** Up to the tick before the one in which it decays. */
function waitForDecay(cast: Cast): number {
  const { world } = cast.stage;
  const row = world.rowOf(lootOf(cast));
  if (row === 0) return 0;
  const expires = world.components.loot.columns.expiresTick[row]!;
  const due = Math.ceil(expires / decayEveryTicks) * decayEveryTicks;
  return Math.min(lootLifeTicks + decayEveryTicks, Math.max(0, due - 1 - world.tick));
}

function die({ stage, me }: Cast): void {
  const { world } = stage;
  const row = stage.rowOf(me);
  if (row === 0 || world.components.dead.has(row) || !world.facts.reserve(deathFacts)) return;
  harm(world, row, row, 1_000_000);
  noteDied(world.facts, world.idAt(row), world.idAt(row), 0);
}

export const playsOfBusiness = {
  buy: { effect: { units: 2, coins: (price) => -2 * price }, ...play(buys('rusty-sword', 2)) },
  buyOfStock: { effect: { units: 3, coins: (price) => -3 * price }, ...play(buys('wooden-shield', 3)) },
  sell: { effect: { units: 0, coins: (price) => Math.floor(2 * price * payShare) }, ...play(sell) },
  /** What was sold first goes for good. */
  sellLast: {
    effect: { units: 0, coins: (price) => Math.floor(price * payShare) },
    ...play(
      sellFood,
      ...Array.from({ length: 2 }, () => (cast: Cast) => {
        for (let i = 0; i < 4; i++) first(sellFood)(cast);
      }),
    ),
  },
  buyBack: {
    effect: {
      units: 0,
      coins: (price) => -Math.ceil(2 * price * payShare),
      // What was paid is stored a second later: before a crash, perhaps not.
      coinsComeAnew: (price) => -2 * price,
    },
    ...play((cast, command) => {
      const known = cast.me.slotWith(buyBack, itemsOf(cast).material);
      const slot = known < 0 ? noSlot : known;
      cast.stage.requests.buyBackItem(cast.me.session, { command, vendor: smith(cast), slot });
    }, first(sell)),
  },
  drop: play(drop),
  /**
   * What was asked under this number waits for the tick when another session takes over, which asks for something else
   * under the number that it was told to count on from.
   */
  takeOver: play((cast, command) => {
    const { stage, me } = cast;
    if (cast.thing === 0) {
      cast.thing = command;
      const slot = slotsOf(cast).food;
      stage.requests.discardItem(me.session, { command, from: inventory, slot, units: 1 });
      stage.join(me);
    }
    drop(cast, command);
  }),
  pickUp: {
    ...play((cast, command) => cast.stage.requests.pickUp(cast.me.session, { command, loot: lootOf(cast) })),
    before: [first(drop), lastLaid],
    about: 'loot',
  },
  decay: {
    before: [first(drop), lastLaid, waitForDecay],
    ask: () => undefined,
    isCommand: false,
    about: 'loot',
  },
  kill: { ask: (cast) => weakWolf(cast, 1), isCommand: false, about: 'creature' },
  wear: {
    before: [first(equipWeapon)],
    ask: (cast) => weakWolf(cast, 1000),
    isCommand: false,
    about: 'creature',
  },
  die: {
    before: [(cast: Cast) => weakWolf(cast, 1), () => 4],
    ask: die,
    isCommand: false,
  },
} as const satisfies Record<string, EconomyPlay>;
