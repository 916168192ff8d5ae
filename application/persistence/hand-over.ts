// An operator's giving or taking away: only of a character that is stored, never while one is being erased, and told as
// applied when the journal has it.

import type {
  CommandAnswer,
  CommandArguments,
  MovingKind,
} from '#ports/admin/operations/operator-command.js';
import type { CharacterStore } from '#ports/storage/characters/character-store.js';
import type { OwnershipBook } from '#ports/storage/ownership.js';
import type { Clock } from '#ports/system/clock.js';
import type { Pauses } from '#ports/system/pauses.js';
import type { TickCommands } from '#ports/threads/tick-commands.js';
import type { EraseCharacters } from './erase-characters.js';
import { untilItHolds } from './until-it-holds.js';

export interface HandOverParts {
  readonly store: Pick<CharacterStore, 'find'>;
  readonly erasures: Pick<EraseCharacters, 'between'>;
  readonly tick: TickCommands;
  readonly ownership: Pick<OwnershipBook, 'settle'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly pauses: Pick<Pauses, 'pause'>;
}

/** A simulation that does not come to it in that time is not to do it later. */
const tickWithinMs = 5_000;
/** For the journal. */
const patienceMs = 8_000;

export class HandOver {
  constructor(private readonly parts: HandOverParts) {}

  /** Rejects when the character cannot be looked up; nothing is done then. */
  run<Kind extends MovingKind>(kind: Kind, args: CommandArguments[Kind]): Promise<CommandAnswer> {
    return this.parts.erasures.between(async () => {
      const { store, tick, clock } = this.parts;
      const found = await store.find(args.name);
      if (found?.characterId !== args.characterId) return { outcome: 'refused', reason: 'not-here' };
      const answer = await tick.run({ kind, args, notAfterMs: clock.nowMs() + tickWithinMs });
      if (answer.outcome !== 'applied' || (await this.#isStored())) return answer;
      return { outcome: 'refused', reason: 'unfinished' };
    });
  }

  #isStored(): Promise<boolean> {
    const { ownership, clock } = this.parts;
    return untilItHolds(this.parts, clock.nowMs() + patienceMs, () => ownership.settle());
  }
}
