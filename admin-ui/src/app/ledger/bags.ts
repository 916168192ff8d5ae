// What a player owns as bags with slots, filled or not, in the order in which a page shows them.
import { OwnedStack, PossessionsAnswer } from '../api/models';

export interface Slot {
  /** Of what is worn, the place on the body; else its number. */
  readonly name: string;
  readonly stack: OwnedStack | undefined;
  readonly item: string;
}

export interface Bag {
  readonly holder: OwnedStack['holder'];
  readonly name: string;
  readonly slots: readonly Slot[];
}

/** As the game has them (domain/inventory/columns). */
const kinds = [
  { holder: 'equipment', name: 'Worn', slots: 8 },
  { holder: 'inventory', name: 'Bag', slots: 32 },
  { holder: 'bank', name: 'Bank', slots: 48 },
  { holder: 'buyBack', name: 'At vendors', slots: 8 },
] as const;

/** By slot; what is none has nothing in it. */
const places = ['', 'Main hand', 'Off hand', 'Head', 'Chest', 'Legs', 'Feet', ''];

/** Bags with nothing in them but the first two are left out, and so are places on the body that there are not. */
export function bagsOf({ stacks, items }: Pick<PossessionsAnswer, 'stacks' | 'items'>): Bag[] {
  const names = new Map(items.map(({ id, name }) => [id, name]));
  return kinds.flatMap(({ holder, name, slots }) => {
    const here = new Map(
      stacks.filter((stack) => stack.holder === holder).map((stack) => [stack.slot, stack]),
    );
    if (here.size === 0 && holder !== 'equipment' && holder !== 'inventory') return [];
    const all = Array.from({ length: slots }, (_, slot): Slot => {
      const stack = here.get(slot);
      const place = holder === 'equipment' ? places[slot]! : `Slot ${slot}`;
      return { name: place, stack, item: stack ? (names.get(stack.item) ?? `item ${stack.item}`) : '' };
    });
    return [{ holder, name, slots: all.filter((slot) => slot.name !== '' || slot.stack !== undefined) }];
  });
}
