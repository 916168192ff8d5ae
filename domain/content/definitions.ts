// The game as data, in the units the rules use: ticks (60 a second), metres, whole coins. What the files look like, and
// that every reference holds, is the business of the adapter that reads them. Ids are permanent, 1 to 65,535.

interface Named {
  readonly id: number;
  /** Lower case words joined by '-', unique among its kind. */
  readonly key: string;
  readonly name: string;
}

export type ItemKind = 'weapon' | 'armour' | 'consumable' | 'material' | 'tool' | 'quest';
export type EquipSlot = 'none' | 'mainHand' | 'offHand' | 'head' | 'chest' | 'legs' | 'feet';

export interface ItemDefinition extends Named {
  readonly description: string;
  readonly kind: ItemKind;
  /** Units in one slot, 1 to 999. */
  readonly stackMax: number;
  readonly equipSlot: EquipSlot;
  readonly levelMin: number;
  readonly priceCoins: number;
  readonly weightGrams: number;
  /** Added to power while equipped. */
  readonly power: number;
  /** Added to armour while equipped. */
  readonly armour: number;
  /** Given when consumed. */
  readonly restoresHealth: number;
  readonly restoresMana: number;
}

export type DamageType = 'physical' | 'magical' | 'true';
export type SkillEffect = 'damage' | 'heal';
/** `ally` includes oneself. */
export type SkillTarget = 'enemy' | 'self' | 'ally';

export interface SkillDefinition extends Named {
  readonly description: string;
  readonly effect: SkillEffect;
  readonly damageType: DamageType;
  readonly target: SkillTarget;
  /** Between the edges of the two, in metres. */
  readonly rangeM: number;
  readonly manaCost: number;
  readonly cooldownTicks: number;
  /** For how long no other skill can be used. */
  readonly globalCooldownTicks: number;
  /** Which cooldown of its user it occupies, 0 to 7; skills that one actor knows have different ones. */
  readonly cooldownSlot: number;
  /** Share of the user's power that becomes damage or healing. */
  readonly powerShare: number;
  /** Added after the share. */
  readonly flatAmount: number;
  /** The amount varies by ± this share. */
  readonly spreadShare: number;
  readonly needsLineOfSight: boolean;
}

export interface CreatureDefinition extends Named {
  readonly levelMin: number;
  readonly levelMax: number;
  /** At `levelMin`. */
  readonly healthMax: number;
  readonly healthPerLevel: number;
  readonly power: number;
  readonly powerPerLevel: number;
  readonly armour: number;
  /** Body radius; reach is measured between edges. */
  readonly radiusM: number;
  readonly walkSpeedMps: number;
  readonly chaseSpeedMps: number;
  /** 0: never attacks first. */
  readonly aggroRangeM: number;
  /** From home; farther away it gives up and returns. */
  readonly leashRangeM: number;
  readonly wanderRadiusM: number;
  readonly thinkIntervalTicks: number;
  /** Pause between two wanders, about. */
  readonly idleTicks: number;
  /** Ids, preferred first. At least one. */
  readonly skills: readonly number[];
  /** At `levelMin`; given to those who kill it. */
  readonly experience: number;
  readonly experiencePerLevel: number;
  /** Loot table id, 0 for none. */
  readonly lootTable: number;
}

export interface LootRoll {
  readonly item: number;
  /** 0 to 1, for each roll by itself. */
  readonly chance: number;
  readonly countMin: number;
  readonly countMax: number;
}

export interface LootTableDefinition extends Named {
  readonly coinsMin: number;
  readonly coinsMax: number;
  readonly rolls: readonly LootRoll[];
}

export interface ItemAmount {
  readonly item: number;
  readonly count: number;
}

export interface RecipeDefinition extends Named {
  readonly levelMin: number;
  readonly station: 'none' | 'campfire' | 'anvil' | 'workbench';
  readonly durationTicks: number;
  readonly inputs: readonly ItemAmount[];
  readonly output: ItemAmount;
}

export type QuestObjective =
  | { readonly kind: 'kill'; readonly creature: number; readonly count: number }
  | { readonly kind: 'collect'; readonly item: number; readonly count: number };

export interface QuestDefinition extends Named {
  readonly description: string;
  readonly levelMin: number;
  readonly objectives: readonly QuestObjective[];
  readonly rewardExperience: number;
  readonly rewardCoins: number;
  readonly rewardItems: readonly ItemAmount[];
}

export interface ProgressionDefinition {
  /** [n] is the experience at which level n + 1 begins; [0] is 0; its length is the highest level. */
  readonly experienceCurve: readonly number[];
  /** At level 1, and what each level adds. */
  readonly healthBase: number;
  readonly healthPerLevel: number;
  readonly manaBase: number;
  readonly manaPerLevel: number;
  readonly powerBase: number;
  readonly powerPerLevel: number;
  readonly armourBase: number;
  readonly armourPerLevel: number;
}
