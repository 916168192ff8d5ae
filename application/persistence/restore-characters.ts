// A character that is not in the world gets back what it had: nobody comes in by its name meanwhile, all that happened is stored
// before, the journal, where who owns what is, says what has to change, and one tick changes it.

import type { CommandAnswer, CommandArguments } from '#ports/admin/operations/operator-command.js';
import type { CharacterStore } from '#ports/storage/characters/character-store.js';
import type { OwnershipBook } from '#ports/storage/ownership.js';
import { JournalError } from '#ports/storage/journal.js';
import type { Clock } from '#ports/system/clock.js';
import type { Pauses } from '#ports/system/pauses.js';
import type { TickCommands, TickOrder } from '#ports/threads/tick-commands.js';
import { restoringFacts } from '../ledger/restore/restore-changes.js';
import type { LedgerRestores } from '../ledger/restore/restore-in-journal.js';
import type { CharacterKeeper } from './character-keeper.js';
import type { EraseCharacters } from './erase-characters.js';
import { untilItHolds } from './until-it-holds.js';

export interface RestoreCharactersParts {
  readonly store: Pick<CharacterStore, 'find'>;
  readonly erasures: Pick<EraseCharacters, 'between'>;
  readonly keeper: Pick<CharacterKeeper, 'shutOut' | 'letIn'>;
  readonly tick: TickCommands;
  readonly ownership: Pick<OwnershipBook, 'settle'>;
  readonly restores: Pick<LedgerRestores, 'changes'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly pauses: Pick<Pauses, 'pause'>;
}

/** A simulation that does not come to it in that time is not to do it later. */
const tickWithinMs = 5_000;
/** For the journal. */
const patienceMs = 8_000;

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
    const way = await this.#inTick(args);
    if (way.outcome !== 'applied') return way;
    if (!(await this.#isAllStored())) return { outcome: 'refused', reason: 'not-recorded' };
    const { characterId: character, before } = args;
    const found = await knownOrNot(this.parts.restores.changes({ character, before }));
    if (typeof found === 'string') return { outcome: 'refused', reason: found };
    // The tick in which it is written, and ids for what is given, are the world's to say.
    const facts = restoringFacts(found.changes, { character, tick: 0, firstInstance: 1 });
    const answer = await this.#inTick(args, facts);
    if (answer.outcome !== 'applied' || (await this.#isAllStored())) return answer;
    return { outcome: 'refused', reason: 'unfinished' };
  }

  #inTick(args: CommandArguments['restore'], facts?: Uint8Array): Promise<CommandAnswer> {
    const { tick, clock } = this.parts;
    const notAfterMs = clock.nowMs() + tickWithinMs;
    const order: TickOrder<'restore'> = { kind: 'restore', args, notAfterMs };
    return tick.run(facts === undefined ? order : { ...order, facts });
  }

  #isAllStored(): Promise<boolean> {
    const { ownership, clock } = this.parts;
    return untilItHolds(this.parts, clock.nowMs() + patienceMs, () => ownership.settle());
  }
}

/** A journal that cannot store now may not read either; it may be able to later. */
async function knownOrNot<Known>(work: Promise<Known>): Promise<Known | 'not-recorded'> {
  try {
    return await work;
  } catch (error) {
    const mayPass = error instanceof JournalError && ['full', 'locked', 'failed'].includes(error.code);
    if (!mayPass) throw error;
    return 'not-recorded';
  }
}
