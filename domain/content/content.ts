// Everything the content says, found by id. Each index is a plain array with holes, so that a rule reads
// `content.items[id]` and handles undefined, which is what an id from the network may be.

import type {
  CreatureDefinition,
  ItemDefinition,
  LootTableDefinition,
  ProgressionDefinition,
  QuestDefinition,
  RecipeDefinition,
  SkillDefinition,
} from './definitions.js';
import type { MapDefinition } from './map-definition.js';
import type { GameRules } from './rules.js';

export interface ContentLists {
  readonly items: readonly ItemDefinition[];
  readonly skills: readonly SkillDefinition[];
  readonly creatures: readonly CreatureDefinition[];
  readonly lootTables: readonly LootTableDefinition[];
  readonly recipes: readonly RecipeDefinition[];
  readonly quests: readonly QuestDefinition[];
  readonly maps: readonly MapDefinition[];
  readonly progression: ProgressionDefinition;
  readonly rules: GameRules;
  /** First 4 bytes of the SHA-256 over its canonical form, as an unsigned integer. */
  readonly hash: number;
}

type ById<T> = readonly (T | undefined)[];

export class Content {
  readonly items: ById<ItemDefinition>;
  readonly skills: ById<SkillDefinition>;
  readonly creatures: ById<CreatureDefinition>;
  readonly lootTables: ById<LootTableDefinition>;
  readonly recipes: ById<RecipeDefinition>;
  readonly quests: ById<QuestDefinition>;
  /** By ascending id; a map's place in this list is what entities carry (`Transform.map`). */
  readonly maps: readonly MapDefinition[];
  readonly progression: ProgressionDefinition;
  readonly rules: GameRules;
  readonly hash: number;

  constructor(readonly lists: ContentLists) {
    this.items = byId(lists.items);
    this.skills = byId(lists.skills);
    this.creatures = byId(lists.creatures);
    this.lootTables = byId(lists.lootTables);
    this.recipes = byId(lists.recipes);
    this.quests = byId(lists.quests);
    this.maps = [...lists.maps].sort((a, b) => a.id - b.id);
    this.progression = lists.progression;
    this.rules = lists.rules;
    this.hash = lists.hash;
  }

  /** Place of the map in `maps`, or -1. */
  mapIndex(key: string): number {
    return this.maps.findIndex((map) => map.key === key);
  }
}

function byId<T extends { readonly id: number }>(list: readonly T[]): ById<T> {
  const largest = list.reduce((max, entry) => Math.max(max, entry.id), 0);
  const index = new Array<T | undefined>(largest + 1).fill(undefined);
  for (const entry of list) index[entry.id] = entry;
  return index;
}
