// What players do at stations.

import { stageRecipes } from '../server/stage-content.js';
import type { AskVerb, Cast, EconomyPlay } from './play.js';

/** Pieces that are asked for. */
export const piecesAsked = 2;

const crafts =
  (recipe: 'quick' | 'slow'): AskVerb =>
  ({ stage, me, set }, command) =>
    stage.requests.craft(me.session, { command, recipe: stageRecipes[set][recipe], count: piecesAsked });

export const playsOfCrafting = {
  craft: { ask: crafts('quick'), isCommand: true },
  /** Of work that lasts longer than any case. */
  stopCrafting: {
    before: [(cast: Cast) => crafts('slow')(cast, cast.me.nextCommand())],
    ask: ({ stage, me }: Cast, command: number) => stage.requests.stopCrafting(me.session, { command }),
    isCommand: true,
  },
} as const satisfies Record<string, EconomyPlay>;
