// What a character that is not in the world owns is destroyed with it. What lies in letters and listings goes before, where
// these are (mail/erase-letters, market/erase-listings).

import {
  noteCharacterErased,
  noteCoinsChanged,
  noteExperienceChanged,
  noteProfessionChanged,
  noteQuestChanged,
  noteStackChanged,
} from '../vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, PurseKind, type Profession } from '../vocabulary/generated/words.js';
import { encodeFacts } from './entries/encode-facts.js';
import { FactRows } from './entries/fact-rows.js';
import type { LearnedProfession, LedgerQuest, LedgerStack } from './state/ledger-state.js';

/** Bags that are a character's own, in the world or not. */
export const ownHolders: readonly HolderKind[] = [
  ...[HolderKind.inventory, HolderKind.equipment, HolderKind.bank, HolderKind.buyBack],
];

export interface Estate {
  readonly character: number;
  /** In all of `ownHolders`. */
  readonly stacks: readonly LedgerStack[];
  readonly coins: number;
  readonly experience: number;
  readonly professions: readonly LearnedProfession[];
  /** All that it took on or completed ever. */
  readonly quests: readonly LedgerQuest[];
}

/** As facts of this tick, encoded; the last says that it is erased. */
export function erasePossessions(
  { character, stacks, coins, experience, professions, quests }: Estate,
  tick: number,
): Uint8Array {
  const { erase } = LedgerVerb;
  const rows = new FactRows(stacks.length + professions.length + quests.length + 3);
  rows.now = tick;
  for (const { instance, item, count, holder, owner, slot, wear, bound } of stacks) {
    const from = [holder as HolderKind, owner, slot] as const;
    const of = [rows, 0, 0, character, 0, 0, erase, instance, item] as const;
    noteStackChanged(...of, -count, 0, HolderKind.nowhere, 0, 0, ...from, wear, bound);
  }
  if (coins > 0) noteCoinsChanged(rows, 0, character, 0, 0, erase, -coins, 0, PurseKind.wallet, character);
  if (experience > 0) noteExperienceChanged(rows, 0, 0, character, erase, -experience, 0);
  for (const { profession, skill } of professions)
    noteProfessionChanged(rows, 0, character, erase, profession as Profession, -skill, 0);
  for (const { quest } of quests) noteQuestChanged(rows, 0, character, 0, quest, 0, 0, 0, 0);
  noteCharacterErased(rows, 0, character);
  return encodeFacts(rows);
}
