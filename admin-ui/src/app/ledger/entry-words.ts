// An entry of the journal in words for its row of a table.
import { LedgerAnswer, LedgerEntry } from '../api/models';

/** Who and what the entries of a page name, by number. */
export interface LedgerNames {
  readonly characters: ReadonlyMap<number, { readonly name: string; readonly playerId: string }>;
  readonly items: ReadonlyMap<number, string>;
}

export const noNames: LedgerNames = { characters: new Map(), items: new Map() };

/** Together with those of the pages before. */
export function namesWith(
  { characters, items }: LedgerNames,
  page: Pick<LedgerAnswer, 'characters' | 'items'>,
): LedgerNames {
  return {
    characters: new Map([
      ...characters,
      ...page.characters.map(({ characterId, ...one }) => [characterId, one] as const),
    ]),
    items: new Map([...items, ...page.items.map(({ id, name }) => [id, name] as const)]),
  };
}

const ofCharacters = ['inventory', 'equipment', 'bank', 'buyBack', 'wallet'];
const holders: Readonly<Record<string, string>> = {
  ...{ inventory: 'bag', equipment: 'worn', bank: 'bank', buyBack: 'at a vendor', wallet: 'purse' },
  ...{ ground: 'the ground', nowhere: 'nowhere' },
};

/** Where something is, in words: "bag of Ada", "letter 12". */
export function placeOf(holder: unknown, owner: unknown, { characters }: LedgerNames): string {
  const name = holders[String(holder)] ?? String(holder);
  if (ofCharacters.includes(String(holder)))
    return `${name} of ${characters.get(Number(owner))?.name ?? `character ${String(owner)}`}`;
  return Number(owner) > 0 ? `${name} ${String(owner)}` : name;
}

/** From where to where; of coins, experience and skill nothing, for their row says whose. */
export function wayOf({ values }: LedgerEntry, names: LedgerNames): string {
  const { holder, owner, fromHolder, fromOwner } = values;
  if (fromHolder === undefined) return holder === undefined ? '' : placeOf(holder, owner, names);
  const [from, to] = [placeOf(fromHolder, fromOwner, names), placeOf(holder, owner, names)];
  return from === to ? to : `${from} → ${to}`;
}

const kinds: Readonly<Record<string, string>> = {
  coinsChanged: 'coins',
  experienceChanged: 'experience',
  commandDone: 'request done',
  laidOnGround: 'laid on the ground',
  letterSent: 'letter sent',
  letterChanged: 'letter changed',
  letterEnded: 'letter ended',
  listingOpened: 'listing opened',
  listingEnded: 'listing ended',
  tradeDone: 'trade done',
  characterBegan: 'began',
};

/** What it is about: an item by name, coins, a letter, a profession. */
export function whatOf({ kind, values }: LedgerEntry, { items }: LedgerNames): string {
  if (kind === 'professionChanged') return `skill in ${String(values['outcome'])}`;
  if (kind !== 'stackChanged') return kinds[kind] ?? inWords(kind);
  const item = Number(values['item']);
  return items.get(item) ?? `item ${item}`;
}

/** As in "mail take"; of kinds without one a dash. */
export function verbOf({ values }: LedgerEntry): string {
  const { verb } = values;
  return verb === undefined ? '–' : inWords(String(verb));
}

function inWords(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** "+4", "−2", "" where nothing was gained or lost. */
export function gainOf({ values }: LedgerEntry): string {
  const amount = Number(values['amount'] ?? 0);
  if (amount === 0) return '';
  return amount > 0 ? `+${amount}` : `−${-amount}`;
}
