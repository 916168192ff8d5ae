// Generated from protocol-schema/content/*.tos by `npm run codegen`; changes here are lost.
// The game as data, in the units of the rules: ticks (60 a second), metres, whole coins; references are ids.

export type Attribute =
  /** What skills take their shares of. */
  | 'power'
  /** What lessens physical damage. */
  | 'armour'
  /** The most health. */
  | 'healthMax'
  /** The most mana. */
  | 'manaMax'
  /** How fast one walks. */
  | 'speed'
  /** Health that comes back. */
  | 'healthRegeneration'
  /** Mana that comes back. */
  | 'manaRegeneration'
  /** How often a blow is critical. */
  | 'criticalChance'
  /** How often a blow misses because one dodged. */
  | 'dodgeChance';

export type SkillEffect =
  /** Takes health. */
  | 'damage'
  /** Gives health. */
  | 'heal';

export type DamageType =
  /** Armour lessens it. */
  | 'physical'
  /** Damage by magic. */
  | 'magical'
  /** Neither armour nor resistance lessens it. */
  | 'true';

export type ConditionNature =
  /** Does good to who has it. */
  | 'helpful'
  /** Does harm to who has it. */
  | 'harmful';

export type DispelKind =
  /** Nothing takes it away before its time. */
  | 'none'
  /** What dispels magic. */
  | 'magic'
  /** What cures poison. */
  | 'poison'
  /** What cures diseases. */
  | 'disease'
  /** What lifts curses. */
  | 'curse'
  /** What stops bleeding. */
  | 'bleeding';

export type ConditionTag =
  /** Neither walks nor uses skills. */
  | 'stunned'
  /** Does not walk. */
  | 'rooted'
  /** Uses no skills that cost mana. */
  | 'silenced'
  /** Walks slower. */
  | 'slowed'
  /** Is poisoned. */
  | 'poisoned'
  /** Burns. */
  | 'burning'
  /** Bleeds. */
  | 'bleeding'
  /** Has something between itself and harm. */
  | 'shielded';

export type StackScope =
  /** Whoever gives it adds to the same stacks. */
  | 'target'
  /** Who gives it has stacks of its own. */
  | 'source';

export type StackRefresh =
  /** A further stack changes nothing of the time that is left. */
  | 'none'
  /** A further stack begins the time anew. */
  | 'restart'
  /** A further stack adds its time to what is left. */
  | 'extend';

export type StackOverflow =
  /** One stack more than there is room for is refused. */
  | 'refuse'
  /** It takes the place of the oldest. */
  | 'replaceOldest';

export type ItemKind =
  /** Is held and adds power. */
  | 'weapon'
  /** Is worn and adds armour. */
  | 'armour'
  /** Is used up for health or mana. */
  | 'consumable'
  /** Goes into recipes, or is sold. */
  | 'material'
  /** Is what work is done with. */
  | 'tool'
  /** Is wanted for a quest. */
  | 'quest';

export type EquipSlot =
  /** Cannot be worn. */
  | 'none'
  /** The hand that strikes. */
  | 'mainHand'
  /** The other hand. */
  | 'offHand'
  /** On the head. */
  | 'head'
  /** Around the body. */
  | 'chest'
  /** On the legs. */
  | 'legs'
  /** On the feet. */
  | 'feet';

export type Binding =
  /** Anybody can have it. */
  | 'none'
  /** Belongs to whoever takes it from the ground or buys it. */
  | 'onPickUp'
  /** Belongs to whoever wears it first. */
  | 'onEquip';

export type SkillTarget =
  /** Somebody whom one may attack. */
  | 'enemy'
  /** Oneself. */
  | 'self'
  /** A friend, or oneself. */
  | 'ally';

/** What becomes of what somebody is to get, and has no room for. */
export type WhenFull =
  /**
   * It is refused before anything moves. What cannot be refused, as what a kill brings, is lost, told and counted.
   */
  | 'refuse'
  /** It comes by letter, stays there until it is taken, and is refused only where the mailbox is full. */
  | 'mail';

export type Station =
  /** Anywhere. */
  | 'none'
  /** Beside a campfire. */
  | 'campfire'
  /** Beside an anvil. */
  | 'anvil'
  /** Beside a workbench. */
  | 'workbench'
  /** Beside a loom. */
  | 'loom'
  /** Beside a cauldron. */
  | 'cauldron';

/** As the protocol's Profession has them, by the same names. */
export type RecipeProfession =
  /** Anybody's work. */
  | 'none'
  /** Work in metal. */
  | 'smithing'
  /** Work in hides. */
  | 'leatherworking'
  /** Work with herbs. */
  | 'alchemy'
  /** Work at the pot. */
  | 'cooking'
  /** Work in cloth. */
  | 'tailoring';

export type QuestRepeat =
  /** It is done once. */
  | 'never'
  /** Some time after it was completed it can be taken on again. */
  | 'afterCooldown'
  /** It can be taken on again on the next day, which begins at midnight UTC. */
  | 'daily';

/** An attribute that is another as long as the condition lasts; each stack does it once more. */
export interface AttributeChange {
  /** Which attribute. */
  readonly attribute: Attribute;
  /** Added to it. -10_000 to 10_000. */
  readonly add: number;
  /** Share of it that is added, after what is added plainly. -1 to 10. */
  readonly addShare: number;
}

/** What happens again and again as long as the condition lasts. */
export interface Periodic {
  /** Whether it takes or gives health. */
  readonly effect: SkillEffect;
  /** What lessens its damage. */
  readonly damageType: DamageType;
  /** Time between two of them. In ticks. */
  readonly periodTicks: number;
  /** Share of the power, as it was when the condition was given. 0 to 100. */
  readonly powerShare: number;
  /** Added to the share of the power. 0 to 10_000. */
  readonly flatAmount: number;
}

/** Takes damage in place of health, until it is used up. */
export interface Shield {
  /** Share of the power, as it was when the condition was given. 0 to 100. */
  readonly powerShare: number;
  /** Added to the share of the power. 0 to 100_000. */
  readonly flatAmount: number;
}

/** One thing that a condition does. */
export type ConditionEffect =
  | (AttributeChange & { readonly kind: 'attribute' })
  | (Periodic & { readonly kind: 'periodic' })
  | (Shield & { readonly kind: 'shield' });

/** A state that lasts for a time, or until it is taken away. No rule reads it yet. */
export interface ConditionDefinition {
  /**
   * Permanent number: saved characters and clients know it, so it is never changed or used again. 1 to 65_535.
   */
  readonly id: number;
  /** Lower case words joined by `-`; other records and maps name this one by it. */
  readonly key: string;
  /** What players read. */
  readonly name: string;
  /** What players read about it. */
  readonly description: string;
  /** Whether it does good or harm. */
  readonly nature: ConditionNature;
  /** How long it lasts; 0: until it is taken away. In ticks. */
  readonly durationTicks: number;
  /** What can take it away before its time. */
  readonly dispel: DispelKind;
  /** What who has it is, or cannot do. Each once. 0 to 8 of them. */
  readonly grants: readonly ConditionTag[];
  /** Who is one of these does not get it. Each once. 0 to 8 of them. */
  readonly blockedBy: readonly ConditionTag[];
  /** Conditions that grant one of these end when it begins. Each once. 0 to 8 of them. */
  readonly cancels: readonly ConditionTag[];
  /** How many of it one can have at once. 1 to 99. */
  readonly stacksMax: number;
  /** Whose stacks are counted together. */
  readonly stackScope: StackScope;
  /** What a further stack does to the time that is left. */
  readonly stackRefresh: StackRefresh;
  /** What happens to one stack too many. */
  readonly stackOverflow: StackOverflow;
  /** Whether it lasts shorter each time that it is given again soon. */
  readonly diminishes: boolean;
  /** What it does; each with every stack. 0 to 4 of them. */
  readonly effects: readonly ConditionEffect[];
}

/** A condition that a skill may give to whom it meets. */
export interface ConditionChance {
  /** Which condition. The id of a condition. */
  readonly condition: number;
  /** How often it does: 0 never, 1 always. 0 to 1. */
  readonly chance: number;
}

/** So many of an item. */
export interface ItemAmount {
  /** Which item. The id of an item. */
  readonly item: number;
  /** How many of it. 1 to 999. */
  readonly count: number;
}

/** Everything that lies in an inventory. */
export interface ItemDefinition {
  /**
   * Permanent number: saved characters and clients know it, so it is never changed or used again. 1 to 65_535.
   */
  readonly id: number;
  /** Lower case words joined by `-`; other records and maps name this one by it. */
  readonly key: string;
  /** What players read. */
  readonly name: string;
  /** What players read about it. */
  readonly description: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** How many share one slot. 1 to 999. */
  readonly stackMax: number;
  /** Where it is worn or held; what is worn does not stack. */
  readonly equipSlot: EquipSlot;
  /** Who is below cannot use it. 1 to 100. */
  readonly levelMin: number;
  /** What it is worth. 0 to 1_000_000 coins. */
  readonly priceCoins: number;
  /** What one of it weighs. 0 to 1_000_000 g. */
  readonly weightGrams: number;
  /** Added to the power of who has it equipped. 0 to 10_000. */
  readonly power: number;
  /** Added to the armour of who has it equipped. 0 to 10_000. */
  readonly armour: number;
  /** Health that consuming it gives. 0 to 65_535. */
  readonly restoresHealth: number;
  /** Mana that consuming it gives. 0 to 65_535. */
  readonly restoresMana: number;
  /** How long nothing else can be consumed after it. In ticks. */
  readonly useCooldownTicks: number;
  /** When it becomes somebody's own, which nobody else can have any more. */
  readonly bind: Binding;
  /**
   * How often it can be worn by one (blowsPerWear of the rules) until it is worn out: then it gives nothing, and once taken off
   * cannot be put on before it was mended. 0: it never wears out. Only for what is worn. 0 to 65_535.
   */
  readonly durabilityMax: number;
}

/** What those add who wear so many pieces of a set. */
export interface SetBonus {
  /**
   * From how many pieces on, which can be worn together; what fewer pieces add is added besides. 2 to 8.
   */
  readonly pieces: number;
  /** Added to the power. 0 to 10_000. */
  readonly power: number;
  /** Added to the armour. 0 to 10_000. */
  readonly armour: number;
}

/** Things that are worth more when they are worn together. */
export interface ItemSetDefinition {
  /**
   * Permanent number: saved characters and clients know it, so it is never changed or used again. 1 to 65_535.
   */
  readonly id: number;
  /** Lower case words joined by `-`; other records and maps name this one by it. */
  readonly key: string;
  /** What players read. */
  readonly name: string;
  /**
   * What belongs to it. Of two for one place on the body one can be worn, and counts. Each once. 2 to 8 of them, each the id of an item.
   */
  readonly items: readonly number[];
  /** What wearing several of them adds. No two with the same pieces. 1 to 8 of them. */
  readonly bonuses: readonly SetBonus[];
}

/** What players and creatures can do. */
export interface SkillDefinition {
  /**
   * Permanent number: saved characters and clients know it, so it is never changed or used again. 1 to 65_535.
   */
  readonly id: number;
  /** Lower case words joined by `-`; other records and maps name this one by it. */
  readonly key: string;
  /** What players read. */
  readonly name: string;
  /** What players read about it. */
  readonly description: string;
  /** Whether it takes or gives health. */
  readonly effect: SkillEffect;
  /** What lessens its damage. */
  readonly damageType: DamageType;
  /** On whom it can be used. */
  readonly target: SkillTarget;
  /** How far the target may be, from edge to edge. 0 to 40 m. */
  readonly rangeM: number;
  /** Mana that one use takes. 0 to 10_000. */
  readonly manaCost: number;
  /** How long it cannot be used again. In ticks. */
  readonly cooldownTicks: number;
  /** How long no other skill can be used. In ticks. */
  readonly globalCooldownTicks: number;
  /** Skills of one slot share their cooldown. 0 to 6. */
  readonly cooldownSlot: number;
  /** Share of the power that it takes effect with. 0 to 100. */
  readonly powerShare: number;
  /** Added to the share of the power. 0 to 10_000. */
  readonly flatAmount: number;
  /** The amount varies by so much of itself, up and down. 0 to 1. */
  readonly spreadShare: number;
  /** Whether what blocks sight is in its way. */
  readonly needsLineOfSight: boolean;
  /**
   * What whom it meets may get besides. No two with the same condition. 0 to 4 of them. No rule reads it yet.
   */
  readonly conditions: readonly ConditionChance[];
}

/** What lives on the maps. */
export interface CreatureDefinition {
  /**
   * Permanent number: saved characters and clients know it, so it is never changed or used again. 1 to 65_535.
   */
  readonly id: number;
  /** Lower case words joined by `-`; other records and maps name this one by it. */
  readonly key: string;
  /** What players read. */
  readonly name: string;
  /** The lowest level it comes in. 1 to 100. */
  readonly levelMin: number;
  /** The highest level it comes in. At least levelMin. 1 to 100. */
  readonly levelMax: number;
  /** Its health at levelMin. 1 to 65_535. */
  readonly healthMax: number;
  /** Health that each level above levelMin adds. 0 to 10_000. */
  readonly healthPerLevel: number;
  /** Its power at levelMin, of which its skills take their shares. 0 to 10_000. */
  readonly power: number;
  /** Power that each level above levelMin adds. 0 to 1000. */
  readonly powerPerLevel: number;
  /** What lessens physical damage done to it. 0 to 10_000. */
  readonly armour: number;
  /** Of its body, for collisions and reach. 0.1 to 3 m. */
  readonly radiusM: number;
  /** When nothing is the matter. 0 to 20 m/s. */
  readonly walkSpeedMps: number;
  /** When it is after somebody. 0 to 20 m/s. */
  readonly chaseSpeedMps: number;
  /**
   * How near one may come before it attacks, if it sees one; 0: never first. At most leashRangeM. 0 to 40 m.
   */
  readonly aggroRangeM: number;
  /** Farther from home it turns back. 1 to 200 m. */
  readonly leashRangeM: number;
  /** How far from home it strolls. 0 to 50 m. */
  readonly wanderRadiusM: number;
  /** Time between two of its decisions. In ticks. */
  readonly thinkIntervalTicks: number;
  /** Rest between two strolls, about. In ticks. */
  readonly idleTicks: number;
  /**
   * What it can do, preferred first; each with a cooldownSlot of its own. Each once. 1 to 8 of them, each the id of a skill.
   */
  readonly skills: readonly number[];
  /** What killing it gives, at levelMin. 0 to 1_000_000. */
  readonly experience: number;
  /** Experience that each level above levelMin adds. 0 to 100_000. */
  readonly experiencePerLevel: number;
  /** What it leaves behind; without one, nothing. The id of a loot table; 0: none. */
  readonly lootTable: number;
}

/** A chance of one item. */
export interface LootRoll {
  /** Which item this may give. The id of an item. */
  readonly item: number;
  /** How often it does: 0 never, 1 always. 0 to 1. */
  readonly chance: number;
  /** The fewest it gives. 1 to 999. */
  readonly countMin: number;
  /** The most it gives. At least countMin. 1 to 999. */
  readonly countMax: number;
}

/** What a creature leaves behind; every roll is made for itself. */
export interface LootTableDefinition {
  /**
   * Permanent number: saved characters and clients know it, so it is never changed or used again. 1 to 65_535.
   */
  readonly id: number;
  /** Lower case words joined by `-`; other records and maps name this one by it. */
  readonly key: string;
  /** What designers call it. */
  readonly name: string;
  /** The fewest coins. 0 to 1_000_000 coins. */
  readonly coinsMin: number;
  /** The most coins. At least coinsMin. 0 to 1_000_000 coins. */
  readonly coinsMax: number;
  /** Each is made for itself, so several may give something. 0 to 32 of them. */
  readonly rolls: readonly LootRoll[];
  /** What becomes of coins that a purse has no room for. Items lie on the ground in any case. */
  readonly whenFull: WhenFull;
}

/** What comes of a piece now and then instead of the plain thing, as many of it. */
export interface FinerPiece {
  /** Which item. The id of an item. */
  readonly item: number;
  /** Share of all pieces that succeed. 0 to 1. */
  readonly chance: number;
}

/**
 * How one thing is made of others. All that goes into a piece is used up when the piece is finished, whether it succeeds or
 * fails, and nothing before.
 */
export interface RecipeDefinition {
  /**
   * Permanent number: saved characters and clients know it, so it is never changed or used again. 1 to 65_535.
   */
  readonly id: number;
  /** Lower case words joined by `-`; other records and maps name this one by it. */
  readonly key: string;
  /** What players read. */
  readonly name: string;
  /** Who is below cannot make it. 1 to 100. */
  readonly levelMin: number;
  /** Where it is made. */
  readonly station: Station;
  /** Whose work it is. */
  readonly profession: RecipeProfession;
  /** Whose skill in the profession is below cannot make it. 0 to 1000. */
  readonly skillMin: number;
  /**
   * From this skill on it always succeeds and teaches nothing more; below, each success teaches one point. At least skillMin. 0 to 1000.
   */
  readonly skillUntil: number;
  /** How often it succeeds at `skillMin`. Grows evenly to always at `skillUntil`. 0 to 1. */
  readonly successChance: number;
  /**
   * What has to be in the bag or worn, and wears by one with each piece, if it wears at all. The id of an item; 0: none.
   */
  readonly tool: number;
  /** How long making one takes: a second at the least, for nobody works faster than that. In ticks. */
  readonly durationTicks: number;
  /** What is used up. No two with the same item. 1 to 8 of them. */
  readonly inputs: readonly ItemAmount[];
  /** What comes of it. */
  readonly output: ItemAmount;
  /** Something better that may come of it. */
  readonly finer: FinerPiece | undefined;
}

/** What players become with each level. */
export interface Progression {
  /**
   * Experience at which each level is reached, the first level first. 2 to 100 of them, each 0 to 4_000_000_000.
   */
  readonly experienceCurve: readonly number[];
  /** Health of a player at level 1. 1 to 65_535. */
  readonly healthBase: number;
  /** Health that each further level adds. 0 to 1000. */
  readonly healthPerLevel: number;
  /** Mana of a player at level 1. 0 to 65_535. */
  readonly manaBase: number;
  /** Mana that each further level adds. 0 to 1000. */
  readonly manaPerLevel: number;
  /** Power of a player at level 1, without equipment. 0 to 10_000. */
  readonly powerBase: number;
  /** Power that each further level adds. 0 to 1000. */
  readonly powerPerLevel: number;
  /** Armour of a player at level 1, without equipment. 0 to 10_000. */
  readonly armourBase: number;
  /** Armour that each further level adds. 0 to 1000. */
  readonly armourPerLevel: number;
}

/** Numbers that hold for every player and fight. */
export interface GameRules {
  /** A map under content/maps. */
  readonly startMapKey: string;
  /** A spawn point on it. */
  readonly startSpawnKey: string;
  /** What a new character carries. No two with the same item. 0 to 32 of them. */
  readonly startItems: readonly ItemAmount[];
  /** Coins that a new character has. 0 to 1_000_000 coins. */
  readonly startCoins: number;
  /**
   * What every player can do; each with a cooldownSlot of its own. Each once. 1 to 8 of them, each the id of a skill.
   */
  readonly playerSkills: readonly number[];
  /** How fast players run. 0.1 to 20 m/s. */
  readonly playerSpeedMps: number;
  /** Of a player’s body, for collisions and reach. 0.1 to 0.49 m. */
  readonly playerRadiusM: number;
  /** Share of the most health that comes back in a second outside fights. 0 to 1. */
  readonly healthRegenerationPerSecond: number;
  /** Share of the most mana that comes back in a second outside fights. 0 to 1. */
  readonly manaRegenerationPerSecond: number;
  /** How long after the last blow, given or taken, one is still in a fight. In ticks. */
  readonly inCombatTicks: number;
  /** How often a blow is critical. 0 to 1. */
  readonly criticalChance: number;
  /** What a critical blow is multiplied by. 1 to 10. */
  readonly criticalMultiplier: number;
  /** How often a blow misses because the target dodged. 0 to 1. */
  readonly dodgeChance: number;
  /** How often a blow is blocked. 0 to 1. */
  readonly blockChance: number;
  /** Share of the damage that a block takes away. 0 to 1. */
  readonly blockShare: number;
  /** Armour that halves physical damage. 1 to 100_000. */
  readonly armourHalf: number;
  /** Change of damage for each level between attacker and target. 0 to 1. */
  readonly damagePerLevelShare: number;
  /** The most that a difference of levels changes, both ways. 0 to 1. */
  readonly damageLevelShareMax: number;
  /** Share of the level’s progress that a death takes. 0 to 1. */
  readonly deathExperienceShare: number;
  /** Share of the most health with which one stands up again. 0.01 to 1. */
  readonly respawnHealthShare: number;
  /** Share of the most mana with which one stands up again. 0 to 1. */
  readonly respawnManaShare: number;
  /** How long the dead must wait. In ticks. */
  readonly respawnWaitTicks: number;
  /** After so long the dead stand up without asking. In ticks. */
  readonly respawnAutomaticTicks: number;
  /** How long a creature’s body lies. In ticks. */
  readonly corpseTicks: number;
  /** How long loot belongs to those who won it. At most lootLifeSeconds. In ticks. */
  readonly lootOwnedTicks: number;
  /** After so long loot is gone. In ticks. */
  readonly lootLifeTicks: number;
  /** How far one can reach for loot. 0.5 to 20 m. */
  readonly pickUpRangeM: number;
  /**
   * What a player can carry, worn or in the bag. Nothing that would be more comes in. 1000 to 100_000_000 g.
   */
  readonly carryGramsMax: number;
  /** How many blows, given by a weapon or taken in armour, wear it by one. 1 to 10_000. */
  readonly blowsPerWear: number;
  /** Share of its most health that a creature gets back in a second on its way home. 0 to 1. */
  readonly returnHealingPerSecond: number;
  /** How far apart two players can be who trade. 1 to 20 m. */
  readonly tradeRangeM: number;
  /** What a letter costs. 0 to 1_000_000 coins. */
  readonly postageCoins: number;
  /** What each stack costs that a letter encloses. 0 to 1_000_000 coins. */
  readonly postagePerStackCoins: number;
  /**
   * Letters that a mailbox takes from players, and of what had no room. What comes back or from the market is taken beyond that.
   * A character answers for at most four times as many, see docs/room.md. 1 to 200.
   */
  readonly mailboxLettersMax: number;
  /** After so many days a letter goes back. 1 to 365. */
  readonly letterDays: number;
  /** Share of the price that putting something on the market costs, at least a coin. 0 to 1. */
  readonly listingFeeShare: number;
  /** Share of the price that the market keeps of what is sold. 0 to 1. */
  readonly marketShare: number;
  /** After so many days a listing ends. 1 to 365. */
  readonly listingDays: number;
  /** Listings that a character can have. 1 to 200. */
  readonly listingsMax: number;
  /** What becomes of what was bought on the market and has no room in the bag. */
  readonly boughtWhenFull: WhenFull;
  /**
   * A character that has played for less gives nothing to other players: it lays nothing on a table of trade or on the ground,
   * lists and buys nothing on the market, sends letters without coins and items only, and pays for none. It may take what
   * others give, and deal with vendors. So new characters are not worth making for what beginners get. 0 to 2_592_000.
   */
  readonly givesAfterPlayedSeconds: number;
  /** Most members of a party. 2 to 5. */
  readonly partyMembersMax: number;
  /** For how long an invitation into a party can be taken up. In ticks. */
  readonly partyInvitationTicks: number;
  /** For how long who is out of the world keeps its place in a party. In ticks. */
  readonly partyAwayTicks: number;
  /**
   * When a leader is out of the world for so long, the longest member that is there leads. At most partyAwaySeconds. In ticks.
   */
  readonly partyLeaderAwayTicks: number;
  /**
   * How near to what a party kills a member has to be that did no damage to it, to have a share. 1 to 1000 m.
   */
  readonly partyShareRangeM: number;
  /**
   * For how long a roll for loot waits for those who have not chosen. At most lootLifeSeconds. In ticks.
   */
  readonly lootRollTicks: number;
  /**
   * Experience that each further member with a share in a kill adds, as a share of what the party gets. 0 to 1.
   */
  readonly partyBonusShare: number;
}

/** Something that a vendor sells. */
export interface VendorOffer {
  /** Which item; each once, with a price. The id of an item. */
  readonly item: number;
  /** How many there are; 0: as many as one can pay. 0 to 60_000. */
  readonly stock: number;
  /** How long after the first of them was bought there are as many again; only with a stock. In ticks. */
  readonly restockTicks: number;
}

/**
 * Sells and buys. Shares count in thousandths; what is asked is rounded up to whole coins, what is paid down.
 */
export interface Vendor {
  /** What is sold. No two with the same item. 1 to 40 of them. */
  readonly sells: readonly VendorOffer[];
  /** What is asked, as a share of the item's price. 1 to 100. */
  readonly askShare: number;
  /** What is paid for any item, as a share of its price; never more than is asked. 0 to 1. */
  readonly payShare: number;
  /**
   * What becomes of what was bought, or bought back, and has no room in the bag, and of pay that has none in the purse.
   */
  readonly whenFull: WhenFull;
}

/** Mends what is worn out. */
export interface Mender {
  /** What mending all of something costs, as a share of its price. 0 to 1. */
  readonly priceShare: number;
}

/** Lets everybody at the own bank, which is the same at every banker. */
export interface Banker {}

/** Offers quests, and rewards those who did them. */
export interface QuestGiver {
  /**
   * Which quests, in the order in which they are offered. Each once. 1 to 16 of them, each the id of a quest.
   */
  readonly quests: readonly number[];
}

/** A skill and what learning it takes. */
export interface Lesson {
  /** Which skill. The id of a skill. */
  readonly skill: number;
  /** Who is below cannot learn it. 1 to 100. */
  readonly levelMin: number;
  /** What it costs. 0 to 1_000_000 coins. */
  readonly priceCoins: number;
}

/** Teaches skills. */
export interface Trainer {
  /** What is taught. No two with the same skill. 1 to 40 of them. No rule reads it yet. */
  readonly lessons: readonly Lesson[];
}

/** One thing that somebody does for players. */
export type NpcService =
  | (Vendor & { readonly kind: 'vendor' })
  | (QuestGiver & { readonly kind: 'questGiver' })
  | (Trainer & { readonly kind: 'trainer' })
  | (Mender & { readonly kind: 'mender' })
  | (Banker & { readonly kind: 'banker' });

/** Somebody who can be talked to. */
export interface NpcDefinition {
  /**
   * Permanent number: saved characters and clients know it, so it is never changed or used again. 1 to 65_535.
   */
  readonly id: number;
  /** Lower case words joined by `-`; other records and maps name this one by it. */
  readonly key: string;
  /** What players read. */
  readonly name: string;
  /** What players hear first. */
  readonly greeting: string;
  /** Of the body, for collisions and reach. 0.1 to 3 m. */
  readonly radiusM: number;
  /** How near one must be to talk. 0.5 to 20 m. */
  readonly talkRangeM: number;
  /** What somebody does for players. No two with the same kind. 0 to 5 of them. */
  readonly services: readonly NpcService[];
}

/** At least so high a level. */
export interface LevelRequirement {
  /** The lowest level. 1 to 100. */
  readonly levelMin: number;
}

/** A quest that was completed once at least. */
export interface QuestRequirement {
  /** Which quest. The id of a quest. */
  readonly quest: number;
}

/** So many of an item in the bag. */
export interface ItemRequirement {
  /** Which item. The id of an item. */
  readonly item: number;
  /** How many of it. 1 to 999. */
  readonly count: number;
}

/** One thing that must be true of a player. A list of them holds when all of them do. */
export type Requirement =
  | (LevelRequirement & { readonly kind: 'level' })
  | (QuestRequirement & { readonly kind: 'questDone' })
  | (ItemRequirement & { readonly kind: 'carries' });

/** So many creatures of a kind killed; who has part in a kill has it whole. */
export interface KillObjective {
  /** Which kind of creature. The id of a creature. */
  readonly creature: number;
  /** How many of them. 1 to 999. */
  readonly count: number;
}

/** So many of an item in the bag, which are handed in at the end of the stage. */
export interface CollectObjective {
  /** Which item. The id of an item. */
  readonly item: number;
  /** How many of it. 1 to 999. */
  readonly count: number;
}

/** A talk with somebody. */
export interface TalkObjective {
  /** With whom. The id of a npc. */
  readonly npc: number;
}

/** A look at a landmark: to stand in it. */
export interface VisitObjective {
  /** The map that it is on. */
  readonly mapKey: string;
  /** Which one. */
  readonly landmarkKey: string;
}

/** So many of an item used up. */
export interface UseObjective {
  /** Which item, one that can be consumed. The id of an item. */
  readonly item: number;
  /** How many of it. 1 to 999. */
  readonly count: number;
}

/** So many of what comes of a recipe, made by oneself; something finer counts as well. */
export interface CraftObjective {
  /** Which recipe. The id of a recipe. */
  readonly recipe: number;
  /** How many units. 1 to 999. */
  readonly count: number;
}

/** One thing that a stage asks for. */
export type QuestObjective =
  | (KillObjective & { readonly kind: 'kill' })
  | (CollectObjective & { readonly kind: 'collect' })
  | (TalkObjective & { readonly kind: 'talk' })
  | (VisitObjective & { readonly kind: 'visit' })
  | (UseObjective & { readonly kind: 'use' })
  | (CraftObjective & { readonly kind: 'craft' });

/** What somebody says while a stage lasts. */
export interface StageLine {
  /** Who says it. The id of a npc. */
  readonly npc: number;
  /** Once all is done that the stage asks for, instead of until then. */
  readonly whenDone: boolean;
  /** What is said. */
  readonly says: string;
}

/** How a stage may end: where it leads, and what it gives. */
export interface QuestOutcome {
  /** What players read where they can choose; may be empty where there is one outcome alone. */
  readonly label: string;
  /** Number of the stage that follows; 0: the quest is completed. 0 to 99. */
  readonly next: number;
  /** Experience that it gives. 0 to 10_000_000. */
  readonly experience: number;
  /** Coins that it gives. 0 to 1_000_000 coins. */
  readonly coins: number;
  /** Items that it gives. No two with the same item. 0 to 4 of them. */
  readonly items: readonly ItemAmount[];
}

/** A part of a quest: all of its objectives have to be done, in any order. */
export interface QuestStage {
  /**
   * Permanent number within the quest: who is in it is stored by it, so it is never changed or used again. 1 to 99.
   */
  readonly number: number;
  /** What players read about it. */
  readonly description: string;
  /**
   * What has to be done. Their order stays as it is: how much of each is done is stored by it. No two with the same kind, creature, item, npc, landmark, recipe. 0 to 4 of them.
   */
  readonly objectives: readonly QuestObjective[];
  /**
   * Who hears of it when all is done, and gives what it gives. Without, it ends by itself as soon as all is done, and gives
   * nothing. The id of a npc; 0: none.
   */
  readonly handIn: number;
  /** What people say while it lasts. 0 to 6 of them. No rule reads it yet. */
  readonly lines: readonly StageLine[];
  /** How it ends: several are for the player to choose from. 1 to 4 of them. */
  readonly outcomes: readonly QuestOutcome[];
}

/** A task and its reward. */
export interface QuestDefinition {
  /**
   * Permanent number: saved characters and clients know it, so it is never changed or used again. 1 to 65_535.
   */
  readonly id: number;
  /** Lower case words joined by `-`; other records and maps name this one by it. */
  readonly key: string;
  /** What players read. */
  readonly name: string;
  /** What players read about it. */
  readonly description: string;
  /** Who is not so is not given it. No two with the same kind, quest, item. 0 to 8 of them. */
  readonly requires: readonly Requirement[];
  /** Whether it can be done more than once. */
  readonly repeat: QuestRepeat;
  /** How long after it was completed it can be taken on again, with `afterCooldown`. 0 to 31_536_000 s. */
  readonly cooldownSeconds: number;
  /** What becomes of a reward that there is no room for. */
  readonly whenFull: WhenFull;
  /** The first one is where it begins. No two with the same number. 1 to 8 of them. */
  readonly stages: readonly QuestStage[];
}
