// The quests of a character that is loaded or stored: what it took on, and what it completed ever.

import { questObjectives, questSlots } from './columns.js';
import { CompletedQuests } from './completed-quests.js';
import type { WorldOf } from '../engine/system.js';

export class QuestSheet {
  /** Quests that it took on, 0 for an empty slot. */
  readonly quest = new Uint16Array(questSlots);
  readonly stage = new Uint8Array(questSlots);
  readonly done = new Uint16Array(questSlots * questObjectives);
  readonly completed = new CompletedQuests();

  clear(): void {
    this.quest.fill(0);
    this.stage.fill(0);
    this.done.fill(0);
    this.completed.clear();
  }

  copy(other: QuestSheet): void {
    this.quest.set(other.quest);
    this.stage.set(other.stage);
    this.done.set(other.done);
    this.completed.copy(other.completed);
  }
}

type QuestPossessing = WorldOf<never, 'quests' | 'questHistories'>;

export function readQuests({ components, tables }: QuestPossessing, row: number, sheet: QuestSheet): void {
  const { quest, stage, done, isUnnoted, talkingTo } = components.quests.columns;
  quest.set(sheet.quest, row * questSlots);
  stage.set(sheet.stage, row * questSlots);
  done.set(sheet.done, row * questSlots * questObjectives);
  isUnnoted.fill(0, row * questSlots, (row + 1) * questSlots);
  talkingTo[row] = 0;
  tables.questHistories.of(row).copy(sheet.completed);
}

export function writeQuests(
  { components, tables }: WorldOf<'quests' | 'questHistories'>,
  row: number,
  sheet: QuestSheet,
): void {
  const { quest, stage, done } = components.quests.columns;
  for (let i = 0; i < questSlots; i++) {
    sheet.quest[i] = quest[row * questSlots + i]!;
    sheet.stage[i] = stage[row * questSlots + i]!;
  }
  const objectives = questSlots * questObjectives;
  for (let i = 0; i < objectives; i++) sheet.done[i] = done[row * objectives + i]!;
  sheet.completed.copy(tables.questHistories.of(row));
}
