// What players do with letters and on the market, and what time does.

import { lettersMax } from '#domain/mail/letters.js';
import { fillBag, slotsOf } from './belongings.js';
import type { AskVerb, Cast, EconomyPlay, PlayStep } from './play.js';

interface Enclosed {
  readonly coins?: number;
  readonly cashOnDelivery?: number;
  readonly units?: number;
}

const price = 50;
const cashOnDelivery = 9;
/** For a letter with a stack. */
const postage = { units: 0, coins: () => -3 };
const first = (ask: AskVerb) => (cast: Cast) => ask(cast, cast.me.nextCommand());
/** The same for who is on the other side. */
const otherFirst = (ask: AskVerb) => (cast: Cast) => {
  const turned: Cast = { ...cast, me: cast.other, other: cast.me };
  ask(turned, cast.other.nextCommand());
};
const play = (ask: AskVerb, ...before: readonly PlayStep[]): EconomyPlay => ({
  ...{ ask, before },
  isCommand: true,
});

const sends =
  ({ coins = 0, cashOnDelivery: asked = 0, units = 0 }: Enclosed): AskVerb =>
  (cast, command) => {
    const { stage, me, other } = cast;
    const stacks = units === 0 ? [] : [{ slot: slotsOf(cast).material, units }];
    stage.requests.sendLetter(me.session, {
      ...{ command, recipient: other.name, title: 'hello', text: '' },
      ...{ coins, cashOnDelivery: asked, stacksCount: stacks.length, stacks },
    });
  };
const sendGift = sends({ coins: 7, units: 4 });
const sendBill = sends({ cashOnDelivery, units: 4 });
/** Of a name that nobody has asked for yet the first try says so: it is looked up, and asked again. */
const whoIsThat: PlayStep = (cast) => {
  first(sends({}))(cast);
  otherFirst(sends({}))(cast);
};
const heardOf: PlayStep = (cast) => {
  cast.thing = cast.me.letter;
};
const got = (ask: AskVerb): readonly PlayStep[] => [whoIsThat, otherFirst(ask), heardOf];

const takes =
  (place: number): AskVerb =>
  (cast, command) =>
    cast.stage.requests.takeFromLetter(cast.me.session, { command, letter: cast.thing, place });

const list: AskVerb = (cast, command) =>
  cast.stage.requests.listItem(cast.me.session, {
    ...{ command, slot: slotsOf(cast).material, units: 3, price },
  });
const listed: PlayStep = (cast) => {
  cast.thing = cast.stage.books.catchUp().lastListing;
};

/** As many letters as a tick looks at, so that all are looked at once a minute (domain/mail/expire-letters). */
const lettersPerTick = Math.ceil(lettersMax / 3600);
const slices = Math.ceil(lettersMax / lettersPerTick);

/** A month goes by, and the next tick looks at the letter. */
function monthPasses({ stage: { server, world }, thing }: Cast): void {
  server.passDays(31);
  const { letters } = world.tables;
  let row = 1;
  while (row < letters.rowsEnd && letters.ids[row] !== thing) row++;
  const slice = Math.floor((row - 1) / lettersPerTick);
  world.tick += (slice - ((world.tick + 1) % slices) + slices) % slices;
}

const pays: AskVerb = (cast, command) =>
  cast.stage.requests.payLetter(cast.me.session, { command, letter: cast.thing, coins: cashOnDelivery });

export const playsOfDocuments = {
  sendLetter: { effect: postage, ...play(sendGift, whoIsThat) },
  sendBill: { effect: postage, ...play(sendBill, whoIsThat) },
  takeFromLetter: { ...play(takes(0), ...got(sendGift)), about: 'letter' },
  takeCoins: { ...play(takes(4), ...got(sendGift)), about: 'letter' },
  payLetter: {
    ...play(pays, ...got(sendBill)),
    about: 'letter',
  },
  deleteLetter: {
    ...play(
      (cast, command) => cast.stage.requests.deleteLetter(cast.me.session, { command, letter: cast.thing }),
      ...got(sends({})),
    ),
    about: 'letter',
  },
  returnLetter: {
    ...play(
      (cast, command) => cast.stage.requests.returnLetter(cast.me.session, { command, letter: cast.thing }),
      ...got(sendGift),
    ),
    about: 'letter',
  },
  letterExpires: {
    before: got(sendGift),
    ask: monthPasses,
    isCommand: false,
    about: 'letter',
  },
  /** Paid, and still in the letter when that would have gone back. */
  paidExpires: {
    before: [...got(sendBill), first(pays)],
    ask: monthPasses,
    isCommand: false,
    about: 'letter',
  },
  readLetters: {
    before: got(sendGift),
    ask: ({ stage, me }) => stage.requests.readLetters(me.session, { after: 0 }),
    isCommand: false,
    about: 'letter',
  },
  listItem: { effect: { units: 0, coins: () => -1 }, ...play(list) },
  buyListing: {
    effect: { units: 0, coins: () => -2 },
    ...play(
      (cast, command) =>
        cast.stage.requests.buyListing(cast.me.session, { command, listing: cast.thing, price }),
      otherFirst(list),
      listed,
    ),
    about: 'listing',
  },
  cancelListing: {
    ...play(
      (cast, command) => cast.stage.requests.cancelListing(cast.me.session, { command, listing: cast.thing }),
      first(list),
      listed,
    ),
    about: 'listing',
  },
  /** With no room in the bag it comes by letter. */
  cancelUnroomed: {
    ...play(
      (cast, command) => cast.stage.requests.cancelListing(cast.me.session, { command, listing: cast.thing }),
      first(list),
      listed,
      fillBag,
    ),
    about: 'listing',
  },
  listingExpires: {
    before: [first(list), listed],
    ask: ({ stage }) => stage.server.passDays(4),
    isCommand: false,
    about: 'listing',
  },
  searchMarket: {
    before: [otherFirst(list), listed],
    ask: ({ stage, me, thing }) =>
      stage.requests.searchMarket(me.session, { item: 0, after: Math.max(0, thing - 1) }),
    isCommand: false,
    about: 'listing',
  },
} as const satisfies Record<string, EconomyPlay>;
