// What a character has to do with quests: what the journal says of it → CharacterRecord → the simulation's sheet. The other way
// nothing goes: the journal knows.

import type { LedgerQuest } from '#domain/ledger/state/ledger-state.js';
import type { CharacterSheet } from '#domain/player/character-sheet.js';
import { questObjectives, questSlots } from '#domain/quest-log/columns.js';
import { unpackProgress } from '#domain/quest-log/quest-progress.js';
import type { CharacterRecord } from '#adapters/protocol/generated/internal.js';

export function recordQuests(record: CharacterRecord, quests: readonly LedgerQuest[]): void {
  record.questsCount = quests.length;
  quests.forEach(({ quest, stage, progress, completed, untilSeconds }, i) => {
    const stored = record.quests[i];
    // More than a record holds does not encode, and is told so.
    if (stored === undefined) return;
    stored.quest = quest;
    stored.stage = stage;
    unpackProgress(progress, stored.done, 0);
    stored.completed = completed;
    stored.untilSeconds = untilSeconds;
  });
}

/** A log that is longer than there are slots is a broken rule: each of its quests once found one. */
export function takeQuests({ quests }: CharacterSheet, record: CharacterRecord): void {
  quests.clear();
  let slot = 0;
  for (let i = 0; i < record.questsCount; i++) {
    const { quest, stage, done, completed, untilSeconds } = record.quests[i]!;
    if (completed > 0) quests.completed.set(quest, completed, untilSeconds);
    if (stage === 0) continue;
    if (slot === questSlots) throw new RangeError(`more than ${questSlots} quests in the log of a character`);
    quests.quest[slot] = quest;
    quests.stage[slot] = stage;
    for (let each = 0; each < questObjectives; each++)
      quests.done[slot * questObjectives + each] = done[each]!;
    slot++;
  }
}
