// What happened counts for the quests of whom it happened to, and stages end that end by themselves. Whatever does something -
// a kill, a draught, a step - knows no quests: what it did is read here from its facts, each objective by itself, and a
// stage is looked at as a whole afterwards, so that what is done at once or in any order leads to the same.

import type { QuestObjective } from '../content/generated/definitions.js';
import { defineSystem } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { questObjectives, questSlots } from '../quest-log/columns.js';
import { questHistories } from '../quest-log/completed-quests.js';
import { completeQuest, enterStage, noteQuest, questFacts, setDone } from '../quest-log/quest-log.js';
import type { Questing } from '../quest-log/quest-log.js';
import { FactKind } from '../vocabulary/generated/facts.js';
import { LedgerVerb } from '../vocabulary/generated/words.js';
import { repeatableFrom } from './repeat.js';
import { findStage, isStageDone, neededOf } from './stages.js';

/** Everybody's landmarks and stages are looked at so often, in turns by row: four times a second. */
const intervalTicks = 15;

type Following = Questing &
  WorldOf<
    'player' | 'inventory' | 'transform' | 'identity' | 'calendar' | 'dead',
    'quests' | 'questHistories'
  >;

export const followQuests = defineSystem({
  name: 'quests',
  budgetUs: 150,
  reads: ['player', 'inventory', 'transform', 'identity', 'calendar', 'dead'],
  writes: ['quests', 'questHistories'],
  emits: ['questChanged'],
  owns: [questHistories],
  readsFacts: true,
  queries: { questing: { with: ['quests'] } },
  run(world, { questing }, reader) {
    const { facts } = world;
    for (; reader.next < facts.count; reader.next++) readFact(world, reader.next);
    const { runs, runsEnd } = questing.refresh();
    for (let r = 0; r < runsEnd; r += 2) {
      const start = runs[r]!;
      const turn = (world.tick + start) % intervalTicks;
      const first = turn === 0 ? start : start + intervalTicks - turn;
      for (let row = first; row < runs[r + 1]!; row += intervalTicks) lookAt(world, row);
    }
  },
});

function readFact(world: Following, factRow: number): void {
  const { kind, subject, actor, verb, item, amount } = world.facts;
  if (kind[factRow] === FactKind.killCredited) {
    const creature = world.components.identity.columns.template[world.rowOf(actor[factRow]!)]!;
    count(world, world.rowOf(subject[factRow]!), 'kill', creature, 1);
    return;
  }
  if (kind[factRow] !== FactKind.stackChanged) return;
  const units = amount[factRow]!;
  if (verb[factRow] === LedgerVerb.use)
    count(world, world.rowOf(actor[factRow]!), 'use', item[factRow]!, -units);
  // Not by the fact that tells of a piece, which may be left out where the log is full.
  else if (verb[factRow] === LedgerVerb.craft && units > 0)
    count(world, world.rowOf(subject[factRow]!), 'craft', item[factRow]!, units);
}

/** What is counted as it happens. */
type Counted = 'kill' | 'use' | 'craft';

/** `row` is 0 for who is in the world no more. */
function count(world: Following, row: number, kind: Counted, of: number, times: number): void {
  if (row === 0 || !world.components.quests.has(row)) return;
  const { quest, stage: stages } = world.components.quests.columns;
  for (let at = row * questSlots; at < (row + 1) * questSlots; at++) {
    if (quest[at] === 0) continue;
    const objectives = findStage(world.content, quest[at]!, stages[at]!)?.objectives ?? [];
    for (let i = 0; i < objectives.length; i++)
      if (isAbout(world, objectives[i]!, kind, of))
        advance(world, row, at, i, times, neededOf(objectives[i]!));
  }
}

function isAbout({ content }: Following, objective: QuestObjective, kind: Counted, of: number): boolean {
  if (objective.kind !== kind) return false;
  switch (objective.kind) {
    case 'kill':
      return objective.creature === of;
    case 'use':
      return objective.item === of;
    case 'craft': {
      const recipe = content.recipes[objective.recipe];
      return recipe?.output.item === of || recipe?.finer?.item === of;
    }
  }
}

function advance(
  world: Following,
  row: number,
  at: number,
  objective: number,
  times: number,
  needed: number,
): void {
  const { done, isUnnoted } = world.components.quests.columns;
  const before = done[at * questObjectives + objective]!;
  if (before >= needed) return;
  setDone(world, at, objective, Math.min(needed, before + times));
  isUnnoted[at] = 1;
  noteUnnoted(world, row, at);
}

/** Where there is no room it is told later: what was done stays done. */
function noteUnnoted(world: Following, row: number, at: number): void {
  if (!world.facts.reserve(questFacts)) return;
  noteQuest(world, row, at, 0);
}

function lookAt(world: Following, row: number): void {
  const { quest, isUnnoted } = world.components.quests.columns;
  for (let at = row * questSlots; at < (row + 1) * questSlots; at++) {
    if (quest[at] === 0) continue;
    if (isUnnoted[at] !== 0) noteUnnoted(world, row, at);
    lookAtStage(world, row, at);
  }
}

function lookAtStage(world: Following, row: number, at: number): void {
  const { quest, stage: stages, done } = world.components.quests.columns;
  const stage = findStage(world.content, quest[at]!, stages[at]!);
  if (stage === undefined) return;
  const { objectives } = stage;
  for (let i = 0; i < objectives.length; i++) {
    const each = objectives[i]!;
    if (each.kind !== 'visit' || done[at * questObjectives + i] !== 0) continue;
    if (standsIn(world, row, each.mapKey, each.landmarkKey)) advance(world, row, at, i, 1, 1);
  }
  if (stage.handIn !== 0 || !isStageDone(world, row, at, stage)) return;
  // It gives nothing, so there is nothing to choose.
  const { next } = stage.outcomes[0]!;
  const definition = world.content.quests[quest[at]!]!;
  if (!world.facts.reserve(questFacts)) return;
  if (next === 0) completeQuest(world, row, at, repeatableFrom(world, definition), 0);
  else enterStage(world, row, at, next, 0);
}

/** The dead see nothing any more. */
function standsIn(world: Following, row: number, mapKey: string, landmarkKey: string): boolean {
  const { transform, dead } = world.components;
  const { map, x, y } = transform.columns;
  const { key, landmarks } = world.maps[map[row]!]!.definition;
  if (key !== mapKey || dead.has(row)) return false;
  for (const area of landmarks)
    if (area.key === landmarkKey)
      return (
        x[row]! >= area.x &&
        x[row]! < area.x + area.width &&
        y[row]! >= area.y &&
        y[row]! < area.y + area.height
      );
  return false;
}
