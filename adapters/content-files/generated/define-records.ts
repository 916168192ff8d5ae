// Generated from protocol-schema/content/*.tos by `npm run codegen`; changes here are lost.
// From files to rules: keys become ids, seconds become ticks, and what names nothing is told.

import type {
  CollectObjective,
  ConditionChance,
  ConditionDefinition,
  ConditionEffect,
  CraftObjective,
  CreatureDefinition,
  FinerPiece,
  GameRules,
  ItemAmount,
  ItemDefinition,
  ItemRequirement,
  ItemSetDefinition,
  KillObjective,
  Lesson,
  LootRoll,
  LootTableDefinition,
  NpcDefinition,
  NpcService,
  Periodic,
  Progression,
  QuestDefinition,
  QuestGiver,
  QuestObjective,
  QuestOutcome,
  QuestRequirement,
  QuestStage,
  RecipeDefinition,
  Requirement,
  SkillDefinition,
  StageLine,
  TalkObjective,
  Trainer,
  UseObjective,
  Vendor,
  VendorOffer,
  VisitObjective,
} from '#domain/content/generated/definitions.js';
import type { JsonPath } from '../json/content-problem.js';
import type { Checker } from '../records/checker.js';
import { ticks } from '../records/ticks.js';
import type {
  CollectObjectiveRecord,
  ConditionChanceRecord,
  ConditionEffectRecord,
  ConditionRecord,
  CraftObjectiveRecord,
  CreatureRecord,
  FinerPieceRecord,
  GameRulesRecord,
  ItemAmountRecord,
  ItemRecord,
  ItemRequirementRecord,
  ItemSetRecord,
  KillObjectiveRecord,
  LessonRecord,
  LootRollRecord,
  LootTableRecord,
  NpcRecord,
  NpcServiceRecord,
  PeriodicRecord,
  ProgressionRecord,
  QuestGiverRecord,
  QuestObjectiveRecord,
  QuestOutcomeRecord,
  QuestRecord,
  QuestRequirementRecord,
  QuestStageRecord,
  RecipeRecord,
  RequirementRecord,
  SkillRecord,
  StageLineRecord,
  TalkObjectiveRecord,
  TrainerRecord,
  UseObjectiveRecord,
  VendorOfferRecord,
  VendorRecord,
  VisitObjectiveRecord,
} from './record-schemas.js';

export function definePeriodic(record: PeriodicRecord, _path: JsonPath, _checker: Checker): Periodic {
  return {
    effect: record.effect,
    damageType: record.damageType,
    periodTicks: ticks(record.periodSeconds),
    powerShare: record.powerShare,
    flatAmount: record.flatAmount,
  };
}

export function defineConditionEffect(
  record: ConditionEffectRecord,
  path: JsonPath,
  checker: Checker,
): ConditionEffect {
  switch (record.kind) {
    case 'attribute':
      return record;
    case 'periodic':
      return { kind: record.kind, ...definePeriodic(record, path, checker) };
    case 'shield':
      return record;
  }
}

export function defineCondition(
  record: ConditionRecord,
  path: JsonPath,
  checker: Checker,
): ConditionDefinition {
  return {
    id: record.id,
    key: record.key,
    name: record.name,
    description: record.description,
    nature: record.nature,
    durationTicks: ticks(record.durationSeconds),
    dispel: record.dispel,
    grants: record.grants ?? [],
    blockedBy: record.blockedBy ?? [],
    cancels: record.cancels ?? [],
    stacksMax: record.stacksMax,
    stackScope: record.stackScope,
    stackRefresh: record.stackRefresh,
    stackOverflow: record.stackOverflow,
    diminishes: record.diminishes,
    effects:
      record.effects === undefined
        ? []
        : record.effects.map((each, i) => defineConditionEffect(each, [...path, 'effects', i], checker)),
  };
}

export function defineConditionChance(
  record: ConditionChanceRecord,
  path: JsonPath,
  checker: Checker,
): ConditionChance {
  return {
    condition: checker.idOf('conditions', record.condition, [...path, 'condition']),
    chance: record.chance,
  };
}

export function defineItemAmount(record: ItemAmountRecord, path: JsonPath, checker: Checker): ItemAmount {
  return { item: checker.idOf('items', record.item, [...path, 'item']), count: record.count };
}

export function defineItem(record: ItemRecord, _path: JsonPath, _checker: Checker): ItemDefinition {
  return {
    id: record.id,
    key: record.key,
    name: record.name,
    description: record.description,
    kind: record.kind,
    stackMax: record.stackMax,
    equipSlot: record.equipSlot,
    levelMin: record.levelMin,
    priceCoins: record.priceCoins,
    weightGrams: record.weightGrams,
    power: record.power,
    armour: record.armour,
    restoresHealth: record.restoresHealth,
    restoresMana: record.restoresMana,
    useCooldownTicks: ticks(record.useCooldownSeconds),
    bind: record.bind,
    durabilityMax: record.durabilityMax,
  };
}

export function defineItemSet(record: ItemSetRecord, path: JsonPath, checker: Checker): ItemSetDefinition {
  return {
    id: record.id,
    key: record.key,
    name: record.name,
    items: record.items.map((each, i) => checker.idOf('items', each, [...path, 'items', i])),
    bonuses: record.bonuses,
  };
}

export function defineSkill(record: SkillRecord, path: JsonPath, checker: Checker): SkillDefinition {
  return {
    id: record.id,
    key: record.key,
    name: record.name,
    description: record.description,
    effect: record.effect,
    damageType: record.damageType,
    target: record.target,
    rangeM: record.rangeM,
    manaCost: record.manaCost,
    cooldownTicks: ticks(record.cooldownSeconds),
    globalCooldownTicks: ticks(record.globalCooldownSeconds),
    cooldownSlot: record.cooldownSlot,
    powerShare: record.powerShare,
    flatAmount: record.flatAmount,
    spreadShare: record.spreadShare,
    needsLineOfSight: record.needsLineOfSight,
    conditions:
      record.conditions === undefined
        ? []
        : record.conditions.map((each, i) =>
            defineConditionChance(each, [...path, 'conditions', i], checker),
          ),
  };
}

export function defineCreature(record: CreatureRecord, path: JsonPath, checker: Checker): CreatureDefinition {
  checker.atLeast(record.levelMax, 'levelMin', record.levelMin, [...path, 'levelMax']);
  checker.atMost(record.aggroRangeM, 'leashRangeM', record.leashRangeM, [...path, 'aggroRangeM']);
  return {
    id: record.id,
    key: record.key,
    name: record.name,
    levelMin: record.levelMin,
    levelMax: record.levelMax,
    healthMax: record.healthMax,
    healthPerLevel: record.healthPerLevel,
    power: record.power,
    powerPerLevel: record.powerPerLevel,
    armour: record.armour,
    radiusM: record.radiusM,
    walkSpeedMps: record.walkSpeedMps,
    chaseSpeedMps: record.chaseSpeedMps,
    aggroRangeM: record.aggroRangeM,
    leashRangeM: record.leashRangeM,
    wanderRadiusM: record.wanderRadiusM,
    thinkIntervalTicks: ticks(record.thinkIntervalSeconds),
    idleTicks: ticks(record.idleSeconds),
    skills: record.skills.map((each, i) => checker.idOf('skills', each, [...path, 'skills', i])),
    experience: record.experience,
    experiencePerLevel: record.experiencePerLevel,
    lootTable:
      record.lootTable === undefined
        ? 0
        : checker.idOf('lootTables', record.lootTable, [...path, 'lootTable']),
  };
}

export function defineLootRoll(record: LootRollRecord, path: JsonPath, checker: Checker): LootRoll {
  checker.atLeast(record.countMax, 'countMin', record.countMin, [...path, 'countMax']);
  return {
    item: checker.idOf('items', record.item, [...path, 'item']),
    chance: record.chance,
    countMin: record.countMin,
    countMax: record.countMax,
  };
}

export function defineLootTable(
  record: LootTableRecord,
  path: JsonPath,
  checker: Checker,
): LootTableDefinition {
  checker.atLeast(record.coinsMax, 'coinsMin', record.coinsMin, [...path, 'coinsMax']);
  return {
    id: record.id,
    key: record.key,
    name: record.name,
    coinsMin: record.coinsMin,
    coinsMax: record.coinsMax,
    rolls: record.rolls.map((each, i) => defineLootRoll(each, [...path, 'rolls', i], checker)),
    whenFull: record.whenFull,
  };
}

export function defineFinerPiece(record: FinerPieceRecord, path: JsonPath, checker: Checker): FinerPiece {
  return { item: checker.idOf('items', record.item, [...path, 'item']), chance: record.chance };
}

export function defineRecipe(record: RecipeRecord, path: JsonPath, checker: Checker): RecipeDefinition {
  checker.atLeast(record.skillUntil, 'skillMin', record.skillMin, [...path, 'skillUntil']);
  return {
    id: record.id,
    key: record.key,
    name: record.name,
    levelMin: record.levelMin,
    station: record.station,
    profession: record.profession,
    skillMin: record.skillMin,
    skillUntil: record.skillUntil,
    successChance: record.successChance,
    tool: record.tool === undefined ? 0 : checker.idOf('items', record.tool, [...path, 'tool']),
    durationTicks: ticks(record.durationSeconds),
    inputs: record.inputs.map((each, i) => defineItemAmount(each, [...path, 'inputs', i], checker)),
    output: defineItemAmount(record.output, [...path, 'output'], checker),
    finer:
      record.finer === undefined ? undefined : defineFinerPiece(record.finer, [...path, 'finer'], checker),
  };
}

export function defineProgression(
  record: ProgressionRecord,
  _path: JsonPath,
  _checker: Checker,
): Progression {
  return {
    experienceCurve: record.experienceCurve,
    healthBase: record.healthBase,
    healthPerLevel: record.healthPerLevel,
    manaBase: record.manaBase,
    manaPerLevel: record.manaPerLevel,
    powerBase: record.powerBase,
    powerPerLevel: record.powerPerLevel,
    armourBase: record.armourBase,
    armourPerLevel: record.armourPerLevel,
  };
}

export function defineGameRules(record: GameRulesRecord, path: JsonPath, checker: Checker): GameRules {
  checker.atMost(record.lootOwnedSeconds, 'lootLifeSeconds', record.lootLifeSeconds, [
    ...path,
    'lootOwnedSeconds',
  ]);
  checker.atMost(record.partyLeaderAwaySeconds, 'partyAwaySeconds', record.partyAwaySeconds, [
    ...path,
    'partyLeaderAwaySeconds',
  ]);
  checker.atMost(record.lootRollSeconds, 'lootLifeSeconds', record.lootLifeSeconds, [
    ...path,
    'lootRollSeconds',
  ]);
  return {
    startMapKey: checker.mapNamed(record.startMap, [...path, 'startMap']),
    startSpawnKey: checker.objectNamed('spawn', record.startSpawn, record.startMap, [...path, 'startSpawn']),
    startItems: record.startItems.map((each, i) =>
      defineItemAmount(each, [...path, 'startItems', i], checker),
    ),
    startCoins: record.startCoins,
    playerSkills: record.playerSkills.map((each, i) =>
      checker.idOf('skills', each, [...path, 'playerSkills', i]),
    ),
    playerSpeedMps: record.playerSpeedMps,
    playerRadiusM: record.playerRadiusM,
    healthRegenerationPerSecond: record.healthRegenerationPerSecond,
    manaRegenerationPerSecond: record.manaRegenerationPerSecond,
    inCombatTicks: ticks(record.inCombatSeconds),
    criticalChance: record.criticalChance,
    criticalMultiplier: record.criticalMultiplier,
    dodgeChance: record.dodgeChance,
    blockChance: record.blockChance,
    blockShare: record.blockShare,
    armourHalf: record.armourHalf,
    damagePerLevelShare: record.damagePerLevelShare,
    damageLevelShareMax: record.damageLevelShareMax,
    deathExperienceShare: record.deathExperienceShare,
    respawnHealthShare: record.respawnHealthShare,
    respawnManaShare: record.respawnManaShare,
    respawnWaitTicks: ticks(record.respawnWaitSeconds),
    respawnAutomaticTicks: ticks(record.respawnAutomaticSeconds),
    corpseTicks: ticks(record.corpseSeconds),
    lootOwnedTicks: ticks(record.lootOwnedSeconds),
    lootLifeTicks: ticks(record.lootLifeSeconds),
    pickUpRangeM: record.pickUpRangeM,
    carryGramsMax: record.carryGramsMax,
    blowsPerWear: record.blowsPerWear,
    returnHealingPerSecond: record.returnHealingPerSecond,
    tradeRangeM: record.tradeRangeM,
    postageCoins: record.postageCoins,
    postagePerStackCoins: record.postagePerStackCoins,
    mailboxLettersMax: record.mailboxLettersMax,
    letterDays: record.letterDays,
    listingFeeShare: record.listingFeeShare,
    marketShare: record.marketShare,
    listingDays: record.listingDays,
    listingsMax: record.listingsMax,
    boughtWhenFull: record.boughtWhenFull,
    givesAfterPlayedSeconds: record.givesAfterPlayedSeconds,
    partyMembersMax: record.partyMembersMax,
    partyInvitationTicks: ticks(record.partyInvitationSeconds),
    partyAwayTicks: ticks(record.partyAwaySeconds),
    partyLeaderAwayTicks: ticks(record.partyLeaderAwaySeconds),
    partyShareRangeM: record.partyShareRangeM,
    lootRollTicks: ticks(record.lootRollSeconds),
    partyBonusShare: record.partyBonusShare,
  };
}

export function defineVendorOffer(record: VendorOfferRecord, path: JsonPath, checker: Checker): VendorOffer {
  return {
    item: checker.idOf('items', record.item, [...path, 'item']),
    stock: record.stock,
    restockTicks: ticks(record.restockSeconds),
  };
}

export function defineVendor(record: VendorRecord, path: JsonPath, checker: Checker): Vendor {
  return {
    sells: record.sells.map((each, i) => defineVendorOffer(each, [...path, 'sells', i], checker)),
    askShare: record.askShare,
    payShare: record.payShare,
    whenFull: record.whenFull,
  };
}

export function defineQuestGiver(record: QuestGiverRecord, path: JsonPath, checker: Checker): QuestGiver {
  return { quests: record.quests.map((each, i) => checker.idOf('quests', each, [...path, 'quests', i])) };
}

export function defineLesson(record: LessonRecord, path: JsonPath, checker: Checker): Lesson {
  return {
    skill: checker.idOf('skills', record.skill, [...path, 'skill']),
    levelMin: record.levelMin,
    priceCoins: record.priceCoins,
  };
}

export function defineTrainer(record: TrainerRecord, path: JsonPath, checker: Checker): Trainer {
  return { lessons: record.lessons.map((each, i) => defineLesson(each, [...path, 'lessons', i], checker)) };
}

export function defineNpcService(record: NpcServiceRecord, path: JsonPath, checker: Checker): NpcService {
  switch (record.kind) {
    case 'vendor':
      return { kind: record.kind, ...defineVendor(record, path, checker) };
    case 'questGiver':
      return { kind: record.kind, ...defineQuestGiver(record, path, checker) };
    case 'trainer':
      return { kind: record.kind, ...defineTrainer(record, path, checker) };
    case 'mender':
      return record;
    case 'banker':
      return record;
  }
}

export function defineNpc(record: NpcRecord, path: JsonPath, checker: Checker): NpcDefinition {
  return {
    id: record.id,
    key: record.key,
    name: record.name,
    greeting: record.greeting,
    radiusM: record.radiusM,
    talkRangeM: record.talkRangeM,
    services:
      record.services === undefined
        ? []
        : record.services.map((each, i) => defineNpcService(each, [...path, 'services', i], checker)),
  };
}

export function defineQuestRequirement(
  record: QuestRequirementRecord,
  path: JsonPath,
  checker: Checker,
): QuestRequirement {
  return { quest: checker.idOf('quests', record.quest, [...path, 'quest']) };
}

export function defineItemRequirement(
  record: ItemRequirementRecord,
  path: JsonPath,
  checker: Checker,
): ItemRequirement {
  return { item: checker.idOf('items', record.item, [...path, 'item']), count: record.count };
}

export function defineRequirement(record: RequirementRecord, path: JsonPath, checker: Checker): Requirement {
  switch (record.kind) {
    case 'level':
      return record;
    case 'questDone':
      return { kind: record.kind, ...defineQuestRequirement(record, path, checker) };
    case 'carries':
      return { kind: record.kind, ...defineItemRequirement(record, path, checker) };
  }
}

export function defineKillObjective(
  record: KillObjectiveRecord,
  path: JsonPath,
  checker: Checker,
): KillObjective {
  return { creature: checker.idOf('creatures', record.creature, [...path, 'creature']), count: record.count };
}

export function defineCollectObjective(
  record: CollectObjectiveRecord,
  path: JsonPath,
  checker: Checker,
): CollectObjective {
  return { item: checker.idOf('items', record.item, [...path, 'item']), count: record.count };
}

export function defineTalkObjective(
  record: TalkObjectiveRecord,
  path: JsonPath,
  checker: Checker,
): TalkObjective {
  return { npc: checker.idOf('npcs', record.npc, [...path, 'npc']) };
}

export function defineVisitObjective(
  record: VisitObjectiveRecord,
  path: JsonPath,
  checker: Checker,
): VisitObjective {
  return {
    mapKey: checker.mapNamed(record.map, [...path, 'map']),
    landmarkKey: checker.objectNamed('landmark', record.landmark, record.map, [...path, 'landmark']),
  };
}

export function defineUseObjective(
  record: UseObjectiveRecord,
  path: JsonPath,
  checker: Checker,
): UseObjective {
  return { item: checker.idOf('items', record.item, [...path, 'item']), count: record.count };
}

export function defineCraftObjective(
  record: CraftObjectiveRecord,
  path: JsonPath,
  checker: Checker,
): CraftObjective {
  return { recipe: checker.idOf('recipes', record.recipe, [...path, 'recipe']), count: record.count };
}

export function defineQuestObjective(
  record: QuestObjectiveRecord,
  path: JsonPath,
  checker: Checker,
): QuestObjective {
  switch (record.kind) {
    case 'kill':
      return { kind: record.kind, ...defineKillObjective(record, path, checker) };
    case 'collect':
      return { kind: record.kind, ...defineCollectObjective(record, path, checker) };
    case 'talk':
      return { kind: record.kind, ...defineTalkObjective(record, path, checker) };
    case 'visit':
      return { kind: record.kind, ...defineVisitObjective(record, path, checker) };
    case 'use':
      return { kind: record.kind, ...defineUseObjective(record, path, checker) };
    case 'craft':
      return { kind: record.kind, ...defineCraftObjective(record, path, checker) };
  }
}

export function defineStageLine(record: StageLineRecord, path: JsonPath, checker: Checker): StageLine {
  return {
    npc: checker.idOf('npcs', record.npc, [...path, 'npc']),
    whenDone: record.whenDone,
    says: record.says,
  };
}

export function defineQuestOutcome(
  record: QuestOutcomeRecord,
  path: JsonPath,
  checker: Checker,
): QuestOutcome {
  return {
    label: record.label,
    next: record.next,
    experience: record.experience,
    coins: record.coins,
    items:
      record.items === undefined
        ? []
        : record.items.map((each, i) => defineItemAmount(each, [...path, 'items', i], checker)),
  };
}

export function defineQuestStage(record: QuestStageRecord, path: JsonPath, checker: Checker): QuestStage {
  return {
    number: record.number,
    description: record.description,
    objectives:
      record.objectives === undefined
        ? []
        : record.objectives.map((each, i) => defineQuestObjective(each, [...path, 'objectives', i], checker)),
    handIn: record.handIn === undefined ? 0 : checker.idOf('npcs', record.handIn, [...path, 'handIn']),
    lines:
      record.lines === undefined
        ? []
        : record.lines.map((each, i) => defineStageLine(each, [...path, 'lines', i], checker)),
    outcomes: record.outcomes.map((each, i) => defineQuestOutcome(each, [...path, 'outcomes', i], checker)),
  };
}

export function defineQuest(record: QuestRecord, path: JsonPath, checker: Checker): QuestDefinition {
  return {
    id: record.id,
    key: record.key,
    name: record.name,
    description: record.description,
    requires:
      record.requires === undefined
        ? []
        : record.requires.map((each, i) => defineRequirement(each, [...path, 'requires', i], checker)),
    repeat: record.repeat,
    cooldownSeconds: record.cooldownSeconds,
    whenFull: record.whenFull,
    stages: record.stages.map((each, i) => defineQuestStage(each, [...path, 'stages', i], checker)),
  };
}
