// What there must be after two verbs, reckoned from what was there before, which of them were done, and what each of them
// does; and what players must know of it.

import type { Content } from '#domain/content/content.js';
import { HolderKind, LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { emptySlot, imageOf } from '../../../crash/told.js';
import { placeOf, type Books } from '../books/entries.js';
import type { PlayName } from '../plays/all-plays.js';
import type { Cast, EconomyPlay } from '../plays/play.js';
import type { EconomyPlayer } from '../server/economy-player.js';

export interface AskedVerb {
  readonly name: PlayName;
  readonly play: EconomyPlay;
  readonly cast: Cast;
  /** 0 for one without. */
  command: number;
}

/** What they create and destroy depends on chance and on time, so it is taken from the entries. */
const byThemselves: readonly number[] = [
  LedgerVerb.start,
  LedgerVerb.kill,
  LedgerVerb.decay,
  LedgerVerb.sold,
  LedgerVerb.death,
  // Whether it is what recipes say is looked at by itself (judge-crafts).
  LedgerVerb.craft,
  // Whose it was is looked at by itself (judge-erased).
  LedgerVerb.erase,
];

/** Units by item, coins as 0, experience as -1, skill as -2. */
export function expectedTotals(
  before: ReadonlyMap<number, number>,
  books: Books,
  content: Content,
  asked: readonly AskedVerb[],
  handed: ReadonlyMap<number, number>,
): Map<number, number> {
  const totals = new Map(before);
  const add = (of: number, amount: number): void => void totals.set(of, (totals.get(of) ?? 0) + amount);
  for (const { verb, item, amount } of books.changes) if (byThemselves.includes(verb)) add(item, amount);
  for (const [of, amount] of handed) add(of, amount);
  for (const { command, cast, play } of asked) {
    const character = cast.me.characterId;
    if (play.effect === undefined || command === 0 || !books.hasDone(character, command)) continue;
    const own = books.changes.filter(
      (change) => change.character === character && change.command === command,
    );
    const item = own.find((change) => change.item > 0 && !byThemselves.includes(change.verb))?.item ?? 0;
    const { units, coins, coinsComeAnew, experience = 0, gives = [] } = play.effect;
    if (units !== 0) add(item, units);
    add(-1, experience);
    for (const given of gives) add(idOf(content, given.item), given.units);
    if (coins === undefined) continue;
    const price = content.items[item]?.priceCoins ?? 0;
    const anew = coinsComeAnew?.(price);
    const isAnew = anew !== undefined && own.some((change) => change.item === 0 && change.amount === anew);
    add(0, isAnew ? anew : coins(price));
  }
  return totals;
}

function idOf({ lists }: Content, key: string): number {
  return lists.items.find((item) => item.key === key)!.id;
}

export function totalDifferences(
  expected: ReadonlyMap<number, number>,
  is: ReadonlyMap<number, number>,
): string[] {
  return [...new Set([...expected.keys(), ...is.keys()])].flatMap((of) => {
    const [should, has] = [expected.get(of) ?? 0, is.get(of) ?? 0];
    const what = of > 0 ? `units of item ${of}` : words[of as keyof typeof words];
    return should === has ? [] : [`there should be ${should} ${what}, and there are ${has}`];
  });
}

const words = { [0]: 'coins', [-1]: 'points of experience', [-2]: 'points of skill' } as const;

/** What a player in the world knows to own, against what is stored. */
export function ownedDifferences(player: EconomyPlayer, books: Books): string[] {
  const { inventory, equipment } = HolderKind;
  const stored = new Map<string, string>();
  for (const { owner, place, item, units, wear, bound } of books.stacks.values())
    if (owner === player.characterId)
      stored.set(place, imageOf({ item, count: units, wear, bound: bound !== 0 }));
  const lines: string[] = [];
  for (const holder of [inventory, equipment])
    for (let slot = 0; slot < slotsMax; slot++) {
      const is = stored.get(placeOf(holder, player.characterId, slot)) ?? emptySlot;
      const known = player.slots.get(`${holder}/${slot}`)?.image ?? emptySlot;
      if (is !== known)
        lines.push(`${player.name} knows of ${known} in ${holder}/${slot}, where ${is} is stored`);
    }
  const coins = books.wallets.get(player.characterId) ?? 0;
  if (coins !== player.coins)
    lines.push(`${player.name} knows of ${player.coins} coins, and ${coins} are stored`);
  for (const quest of new Set([...books.questsOf(player.characterId).keys(), ...player.quests.keys()])) {
    const [is, known] = [books.questsOf(player.characterId).get(quest), player.quests.get(quest)];
    if (is?.told !== known)
      lines.push(`${player.name} knows of quest ${quest}: ${known}, where ${is?.told} is stored`);
  }
  return lines;
}

/** More than any of these holders has. */
const slotsMax = 48;
