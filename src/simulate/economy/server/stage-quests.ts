// Quests of the stage: what each play of them is about, done as soon as they are taken on but for what is in the bag.

import type { QuestDefinition } from '#domain/content/generated/definitions.js';

/** Ids. */
export const stageQuests = { errands: [1, 2], word: 3, gift: 4 } as const;

/** `idOf`: of an item, by its key. `npc`: who gives them and hears of them. */
export function questsOfStage(npc: number, idOf: (key: string) => number): readonly QuestDefinition[] {
  const nothing = { label: '', next: 0, experience: 0, coins: 0, items: [] };
  const quest = (
    id: number,
    objectives: QuestDefinition['stages'][number]['objectives'],
    outcome: Partial<QuestDefinition['stages'][number]['outcomes'][number]> = {},
    whenFull: QuestDefinition['whenFull'] = 'refuse',
  ): QuestDefinition => ({
    ...{ id, key: `quest-${id}`, name: `Quest ${id}`, description: '', requires: [] },
    ...{ repeat: 'never', cooldownSeconds: 0, whenFull },
    stages: [
      {
        ...{ number: 1, description: '', objectives, handIn: npc, lines: [] },
        outcomes: [{ ...nothing, ...outcome }],
      },
    ],
  });
  const errand = (id: number, material: string): QuestDefinition =>
    quest(id, [{ kind: 'collect', item: idOf(material), count: 2 }], {
      ...{ coins: 5, experience: 10 },
      items: [{ item: idOf('healing-draught'), count: 2 }],
    });
  const { errands, word, gift } = stageQuests;
  return [
    errand(errands[0], 'wolf-pelt'),
    errand(errands[1], 'boar-tusk'),
    quest(word, [{ kind: 'talk', npc }]),
    quest(gift, [], { items: [{ item: idOf('spirit-water'), count: 3 }] }, 'mail'),
  ];
}
