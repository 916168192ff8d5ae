// Generated from CharacterRecord in protocol-schema/internal.tos by `npm run codegen`; changes here are lost.
// The numbers that are stored of a character, and what each may be.

export interface CharacterNumbers {
  /** In m. */
  readonly x: number;
  /** In m. */
  readonly y: number;
  /** 0 for a character that was never in the world, which no store keeps. */
  readonly level: number;
  /** All that was ever gained and kept. The journal's. */
  readonly experience: number;
  /** Whole points; 0 for one who died and has not risen yet. */
  readonly health: number;
  readonly mana: number;
  /** The journal's. */
  readonly coins: number;
  readonly kills: number;
  readonly deaths: number;
  /** In s. */
  readonly playedSeconds: number;
  /** Since death. In ticks. */
  readonly deadTicks: number;
  /** Until these are over. In ticks. */
  readonly inCombatTicks: number;
  /** In ticks. */
  readonly globalCooldownTicks: number;
}

export interface CharacterRange {
  readonly field: keyof CharacterNumbers;
  readonly least: number;
  readonly most: number;
  /** Without a fraction. */
  readonly whole: boolean;
  /** '' where it has none. */
  readonly unit: string;
  /** By the store; others travel with it, and somebody else keeps them. */
  readonly kept: boolean;
}

export const characterRanges: readonly CharacterRange[] = [
  { field: 'x', least: 0, most: 1024, whole: false, unit: 'm', kept: true },
  { field: 'y', least: 0, most: 1024, whole: false, unit: 'm', kept: true },
  { field: 'level', least: 0, most: 255, whole: true, unit: '', kept: true },
  { field: 'experience', least: 0, most: 4294967295, whole: true, unit: '', kept: false },
  { field: 'health', least: 0, most: 65535, whole: true, unit: '', kept: true },
  { field: 'mana', least: 0, most: 65535, whole: true, unit: '', kept: true },
  { field: 'coins', least: 0, most: 4294967295, whole: true, unit: '', kept: false },
  { field: 'kills', least: 0, most: 4294967295, whole: true, unit: '', kept: true },
  { field: 'deaths', least: 0, most: 4294967295, whole: true, unit: '', kept: true },
  { field: 'playedSeconds', least: 0, most: 4294967295, whole: true, unit: 's', kept: true },
  { field: 'deadTicks', least: 0, most: 4294967295, whole: true, unit: 'ticks', kept: true },
  { field: 'inCombatTicks', least: 0, most: 4294967295, whole: true, unit: 'ticks', kept: true },
  { field: 'globalCooldownTicks', least: 0, most: 4294967295, whole: true, unit: 'ticks', kept: true },
];

/** Bytes of its texts and entries of its lists, at most. */
export const characterCaps = {
  name: 24,
  mapKey: 32,
  cooldowns: 8,
  sales: 8,
  inventory: 32,
  stacks: 96,
  commands: 64,
  professions: 8,
  quests: 272,
} as const;

/** Each as low as it can be. */
export const leastCharacterNumbers: CharacterNumbers = {
  x: 0,
  y: 0,
  level: 0,
  experience: 0,
  health: 0,
  mana: 0,
  coins: 0,
  kills: 0,
  deaths: 0,
  playedSeconds: 0,
  deadTicks: 0,
  inCombatTicks: 0,
  globalCooldownTicks: 0,
};
