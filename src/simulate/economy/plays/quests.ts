// What players do with quests: take them on, talk, hand in with room for the reward and without, give up.

import { stageQuests } from '../server/stage-quests.js';
import { fillBag, shepherd } from './belongings.js';
import type { AskVerb, Cast, EconomyPlay, PlayStep } from './play.js';

const first = (ask: AskVerb) => (cast: Cast) => ask(cast, cast.me.nextCommand());
const play = (ask: AskVerb, ...before: readonly PlayStep[]): EconomyPlay => ({
  ...{ ask, before },
  isCommand: true,
});

type QuestOf = (cast: Cast) => number;
/** Each set of belongings has one. */
const errand: QuestOf = ({ set }) => stageQuests.errands[set];
const word: QuestOf = () => stageQuests.word;
const gift: QuestOf = () => stageQuests.gift;

const accepts =
  (quest: QuestOf): AskVerb =>
  (cast, command) =>
    cast.stage.requests.acceptQuest(cast.me.session, { command, npc: shepherd(cast), quest: quest(cast) });
const handsIn =
  (quest: QuestOf): AskVerb =>
  (cast, command) =>
    cast.stage.requests.handInQuest(cast.me.session, {
      ...{ command, npc: shepherd(cast), quest: quest(cast) },
      ...{ stage: 1, outcome: 0 },
    });

export const playsOfQuests = {
  acceptQuest: play(accepts(errand)),
  talkTo: play(
    (cast, command) => cast.stage.requests.talkTo(cast.me.session, { command, npc: shepherd(cast) }),
    first(accepts(word)),
  ),
  handInQuest: {
    effect: {
      units: -2,
      coins: () => 5,
      experience: 10,
      gives: [{ item: 'healing-draught', units: 2 }],
    },
    ...play(handsIn(errand), first(accepts(errand))),
  },
  /** With no room in the bag its reward comes by letter. */
  handInUnroomed: {
    effect: { units: 0, gives: [{ item: 'spirit-water', units: 3 }] },
    ...play(handsIn(gift), first(accepts(gift)), fillBag),
  },
  abandonQuest: play(
    (cast, command) => cast.stage.requests.abandonQuest(cast.me.session, { command, quest: errand(cast) }),
    first(accepts(errand)),
  ),
} as const satisfies Record<string, EconomyPlay>;
