// The only code that changes what a character has to do with a quest. Each change that says so writes how it is afterwards.

import type { WorldOf } from '../engine/system.js';
import { noteQuestChanged } from '../vocabulary/generated/facts.js';
import { questObjectives, questSlots } from './columns.js';
import { timesMax } from './completed-quests.js';
import { packedProgress } from './quest-progress.js';

/** Durable facts that one call writes at most. */
export const questFacts = 1;

export type Questing = WorldOf<'player', 'quests' | 'questHistories'>;

/** The slot, an index into the columns, of a quest that the player at `row` took on; -1 for none. */
export function slotOfQuest({ components }: WorldOf<'quests'>, row: number, quest: number): number {
  const { quest: ids } = components.quests.columns;
  for (let at = row * questSlots; at < (row + 1) * questSlots; at++) if (ids[at] === quest) return at;
  return -1;
}

/** Something was done for a quest of the player at `row` that no fact says yet. */
export function hasUnnoted({ components }: WorldOf<'quests'>, row: number): boolean {
  const { isUnnoted } = components.quests.columns;
  for (let at = row * questSlots; at < (row + 1) * questSlots; at++) if (isUnnoted[at] !== 0) return true;
  return false;
}

/** Takes on a quest, in the stage of that number. The caller has looked that a slot is empty. Writes 1 fact. */
export function beginQuest(
  world: Questing,
  row: number,
  quest: number,
  stage: number,
  command: number,
): void {
  const at = slotOfQuest(world, row, 0);
  if (at < 0) throw new Error(`quest ${quest} for a log that is full`);
  world.components.quests.columns.quest[at] = quest;
  enterStage(world, row, at, stage, command);
}

/** The quest in the slot `at` is in that stage, of which nothing is done. Writes 1 fact. */
export function enterStage(world: Questing, row: number, at: number, stage: number, command: number): void {
  const { stage: stages, done } = world.components.quests.columns;
  stages[at] = stage;
  done.fill(0, at * questObjectives, (at + 1) * questObjectives);
  noteQuest(world, row, at, command);
}

/** It is in the log no more; what was completed before stays. Writes 1 fact. */
export function dropQuest(world: Questing, row: number, at: number, command: number): void {
  const quest = clearSlot(world, at);
  note(world, row, quest, 0, 0, command);
}

/** It was completed, and is in the log no more. `untilSeconds`: not taken on again before. Writes 1 fact. */
export function completeQuest(
  world: Questing,
  row: number,
  at: number,
  untilSeconds: number,
  command: number,
): void {
  const quest = clearSlot(world, at);
  const history = world.tables.questHistories.of(row);
  const known = history.find(quest);
  const times = known < 0 ? 0 : history.times[known]!;
  history.set(quest, Math.min(timesMax, times + 1), untilSeconds);
  note(world, row, quest, 0, 0, command);
}

/** How much is done of an objective, by its place in the stage. The fact that says so is `noteQuest`. */
export function setDone({ components }: Questing, at: number, objective: number, done: number): void {
  components.quests.columns.done[at * questObjectives + objective] = done;
}

/** How the quest in the slot `at` is now. Writes 1 fact. */
export function noteQuest(world: Questing, row: number, at: number, command: number): void {
  const { quest, stage, done, isUnnoted } = world.components.quests.columns;
  isUnnoted[at] = 0;
  note(world, row, quest[at]!, stage[at]!, packedProgress(done, at * questObjectives), command);
}

function clearSlot({ components }: Questing, at: number): number {
  const { quest, stage, done, isUnnoted } = components.quests.columns;
  const id = quest[at]!;
  quest[at] = 0;
  stage[at] = 0;
  isUnnoted[at] = 0;
  done.fill(0, at * questObjectives, (at + 1) * questObjectives);
  return id;
}

function note(
  world: Questing,
  row: number,
  quest: number,
  stage: number,
  progress: number,
  command: number,
): void {
  const history = world.tables.questHistories.of(row);
  const known = history.find(quest);
  noteQuestChanged(
    world.facts,
    world.idAt(row),
    world.components.player.columns.character[row]!,
    command,
    quest,
    stage,
    progress,
    known < 0 ? 0 : history.times[known]!,
    known < 0 ? 0 : history.untilSeconds[known]!,
  );
}
