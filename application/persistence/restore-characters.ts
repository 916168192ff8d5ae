// A character that is not in the world gets back what it had: nobody comes in by its name meanwhile, all that happened is stored
// before, and the journal, where who owns what is, gives and takes in one transaction.

import type { CommandAnswer, CommandArguments } from '#ports/admin/operations/operator-command.js';
import type { CharacterStore } from '#ports/storage/characters/character-store.js';
import type { OwnershipBook } from '#ports/storage/ownership.js';
import { JournalError } from '#ports/storage/journal.js';
import type { Clock } from '#ports/system/clock.js';
import type { Pauses } from '#ports/system/pauses.js';
import type { TickCommands } from '#ports/threads/tick-commands.js';
import type { LedgerRestores, RestoreWay } from '../ledger/restore/restore-in-journal.js';
import type { CharacterKeeper } from './character-keeper.js';
import type { EraseCharacters } from './erase-characters.js';

export interface RestoreCharactersParts {
  readonly store: Pick<CharacterStore, 'find'>;
  readonly erasures: Pick<EraseCharacters, 'between'>;
  readonly keeper: Pick<CharacterKeeper, 'shutOut' | 'letIn'>;
  readonly tick: TickCommands;
  readonly ownership: Pick<OwnershipBook, 'settle'>;
  readonly restores: Pick<LedgerRestores, 'run'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly pauses: Pick<Pauses, 'pause'>;
}

/** A simulation that does not come to it in that time is not to do it later. */
const tickWithinMs = 5_000;
/** For the journal. */
const patienceMs = 8_000;
const lookAgainMs = 50;

export class RestoreCharacters {
  constructor(private readonly parts: RestoreCharactersParts) {}

  /** In turn with erasures and with other restorings. Rejects when something cannot be looked up: nothing is done then. */
  run(args: CommandArguments['restore']): Promise<CommandAnswer> {
    return this.parts.erasures.between(async () => {
      const { store, keeper } = this.parts;
      const found = await store.find(args.name);
      if (found?.characterId !== args.characterId) return { outcome: 'refused', reason: 'not-here' };
      keeper.shutOut(args.name, 'this character is being restored; try again');
      try {
        return await this.#restore(args);
      } finally {
        keeper.letIn(args.name);
      }
    });
  }

  async #restore(args: CommandArguments['restore']): Promise<CommandAnswer> {
    const { tick, clock, restores } = this.parts;
    const answer = await tick.run({ kind: 'restore', args, notAfterMs: clock.nowMs() + tickWithinMs });
    if (answer.outcome !== 'applied') return answer;
    if (!(await this.#isAllStored())) return { outcome: 'refused', reason: 'not-recorded' };
    const query = { character: args.characterId, before: args.before };
    const done = await storedOrNot(restores.run(query, JSON.parse(answer.document!) as RestoreWay));
    if (typeof done === 'string') return { outcome: 'refused', reason: done };
    return { outcome: 'applied', players: 0 };
  }

  async #isAllStored(): Promise<boolean> {
    const { ownership, clock, pauses } = this.parts;
    const untilMs = clock.nowMs() + patienceMs;
    while (!(await ownership.settle())) {
      if (clock.nowMs() >= untilMs) return false;
      await pauses.pause(lookAgainMs);
    }
    return true;
  }
}

/** Where it cannot be stored now, nothing of it is. */
async function storedOrNot<Done>(work: Promise<Done>): Promise<Done | 'not-recorded'> {
  try {
    return await work;
  } catch (error) {
    const mayPass = error instanceof JournalError && ['full', 'locked', 'failed'].includes(error.code);
    if (!mayPass) throw error;
    return 'not-recorded';
  }
}
