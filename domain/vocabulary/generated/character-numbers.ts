// Generated from CharacterRecord in protocol-schema/internal.tos by `npm run codegen`; changes here are lost.
// The numbers of a character that live in columns while it is in the world.

/** Columns that hold all that can be stored, for the layouts of these components. */
export const storedColumns = {
  progress: {
    /** All that was ever gained and kept. The journal's. */
    experience: 'u32',
    kills: 'u32',
    deaths: 'u32',
    playedSeconds: 'u32',
  },
  vitals: {
    /** Whole points; 0 for one who died and has not risen yet. */
    health: 'u16',
    mana: 'u16',
  },
  wallet: {
    /** The journal's. */
    coins: 'u32',
  },
} as const;

/** The most that can be stored of each. What would go beyond, a rule refuses or tells. */
export const storedMost = {
  experience: 4294967295,
  health: 65535,
  mana: 65535,
  coins: 4294967295,
  kills: 4294967295,
  deaths: 4294967295,
  playedSeconds: 4294967295,
} as const;

/** Of a character's sheet. */
export class SheetNumbers {
  /** All that was ever gained and kept. The journal's. */
  experience = 0;
  /** Whole points; 0 for one who died and has not risen yet. */
  health = 0;
  mana = 0;
  /** The journal's. */
  coins = 0;
  kills = 0;
  deaths = 0;
  /** In s. */
  playedSeconds = 0;
}

export function copyNumbers(target: SheetNumbers, source: Readonly<SheetNumbers>): void {
  target.experience = source.experience;
  target.health = source.health;
  target.mana = source.mana;
  target.coins = source.coins;
  target.kills = source.kills;
  target.deaths = source.deaths;
  target.playedSeconds = source.playedSeconds;
}

interface NumberColumn {
  [row: number]: number;
}

/** Components with these columns. */
export interface SheetComponents {
  readonly progress: {
    readonly columns: {
      readonly experience: NumberColumn;
      readonly kills: NumberColumn;
      readonly deaths: NumberColumn;
      readonly playedSeconds: NumberColumn;
    };
  };
  readonly vitals: {
    readonly columns: {
      readonly health: NumberColumn;
      readonly mana: NumberColumn;
    };
  };
  readonly wallet: {
    readonly columns: {
      readonly coins: NumberColumn;
    };
  };
}

/** Into the columns at `row`. */
export function enterNumbers(
  components: SheetComponents,
  row: number,
  numbers: Readonly<SheetNumbers>,
): void {
  components.progress.columns.experience[row] = numbers.experience;
  components.vitals.columns.health[row] = numbers.health;
  components.vitals.columns.mana[row] = numbers.mana;
  components.wallet.columns.coins[row] = numbers.coins;
  components.progress.columns.kills[row] = numbers.kills;
  components.progress.columns.deaths[row] = numbers.deaths;
  components.progress.columns.playedSeconds[row] = numbers.playedSeconds;
}

/** Out of the columns at `row`. */
export function noteNumbers(numbers: SheetNumbers, components: SheetComponents, row: number): void {
  numbers.experience = components.progress.columns.experience[row]!;
  numbers.health = components.vitals.columns.health[row]!;
  numbers.mana = components.vitals.columns.mana[row]!;
  numbers.coins = components.wallet.columns.coins[row]!;
  numbers.kills = components.progress.columns.kills[row]!;
  numbers.deaths = components.progress.columns.deaths[row]!;
  numbers.playedSeconds = components.progress.columns.playedSeconds[row]!;
}
