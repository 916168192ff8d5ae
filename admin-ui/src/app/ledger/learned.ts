// What a player has learned, and what it has to do with quests, in words.
import { PossessionsAnswer } from '../api/models';
import { formatCount } from '../ui/format';

export interface QuestWords {
  readonly id: number;
  readonly name: string;
  readonly standing: string;
}

/** Empty for who has learned nothing. */
export function professionsOf({ professions }: Pick<PossessionsAnswer, 'professions'>): string {
  return professions.map(({ profession, skill }) => `${profession} ${formatCount(skill)}`).join(', ');
}

/** What is taken on comes first. */
export function questsOf({ quests }: Pick<PossessionsAnswer, 'quests'>): QuestWords[] {
  return quests
    .toSorted((a, b) => Number(b.isTakenOn) - Number(a.isTakenOn))
    .map(({ quest, name, stage, isTakenOn, completed }) => {
      const done =
        completed === 0 ? '' : completed === 1 ? 'completed' : `completed ${formatCount(completed)} times`;
      const parts = [isTakenOn ? `under way${stage === null ? '' : `: ${stage}`}` : '', done];
      return { id: quest, name: name ?? `quest ${quest}`, standing: parts.filter(Boolean).join('; ') };
    });
}
