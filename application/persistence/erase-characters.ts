// Characters are erased, one after the other: first it is noted, then the world ends what it knows of one, then the
// journal what it owns and who it is. What breaks off in between, for whatever reason, is taken up again: nothing of it is
// ever taken back.

import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';
import type { ErasureBook } from '#ports/storage/erasure-book.js';
import type { NamedCharacter } from '#ports/storage/characters/named-character.js';
import type { OwnershipBook } from '#ports/storage/ownership.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { Pauses } from '#ports/system/pauses.js';
import { neverTooLateMs, type TickCommands } from '#ports/threads/tick-commands.js';
import type { CharacterKeeper } from './character-keeper.js';
import { untilItHolds } from './until-it-holds.js';

export interface EraseCharactersParts {
  readonly book: ErasureBook;
  readonly keeper: Pick<CharacterKeeper, 'shutOut' | 'letIn' | 'forget'>;
  readonly tick: TickCommands;
  readonly ownership: Pick<OwnershipBook, 'settle'>;
  readonly clock: Clock;
  readonly pauses: Pick<Pauses, 'pause'>;
  readonly log: Log;
}

/** - unfinished: it is noted, and goes on by itself */
export type ErasureOutcome = 'erased' | 'not-here' | 'unfinished';

/** How often what broke off is taken up again. */
export const resumeEveryMs = 30_000;
/** For one character; whoever asked waits so long. */
const patienceMs = 8_000;

export class EraseCharacters {
  /** Nothing is stored of one any more. */
  onErased: () => void = () => undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #isResuming = false;

  constructor(private readonly parts: EraseCharactersParts) {}

  /** Of one that was erased before `erased` too. Rejects where it cannot even be noted. */
  async erase(whom: NamedCharacter): Promise<ErasureOutcome> {
    const { book, clock } = this.parts;
    const state = await book.begin(whom, clock.unixMs());
    if (state === 'unknown') return 'not-here';
    if (state === 'erased') return 'erased';
    return (await this.#inTurn(() => this.#finish(whom))) ? 'erased' : 'unfinished';
  }

  /** Those of them that are there once more: a file was put back. All were erased here once. Resolves when that is noted. */
  async eraseAgain(erased: readonly ErasedCharacter[]): Promise<void> {
    if (erased.length === 0) return;
    const { book, clock, log } = this.parts;
    await book.beginAgain(erased, clock.unixMs());
    const characters = erased.map(({ characterId }) => characterId);
    log.warn('characters that were erased are there once more, and are erased again', { characters });
    void this.resume();
  }

  /** Whatever was begun and is not finished, a turn each. Never rejects. */
  async resume(): Promise<void> {
    if (this.#isResuming) return;
    this.#isResuming = true;
    const { book, log } = this.parts;
    try {
      // Those too that were noted meanwhile, each once.
      const tried = new Set<number>();
      for (;;) {
        const whom = (await book.begun()).find(({ characterId }) => !tried.has(characterId));
        if (whom === undefined) return;
        tried.add(whom.characterId);
        await this.#inTurn(() => this.#finish(whom));
      }
    } catch (error) {
      log.error('characters that are to be erased could not be; it is tried again', {
        reason: String(error),
      });
    } finally {
      this.#isResuming = false;
    }
  }

  /** What is done while nobody is being erased. */
  between<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#inTurn(work);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Never rejects: it is noted, whatever breaks off, and keeps nobody waiting who is to be erased after it. */
  async #finish({ characterId, name }: NamedCharacter): Promise<boolean> {
    const { book, keeper, ownership, clock, log } = this.parts;
    keeper.shutOut(name, 'this character is being erased');
    try {
      const untilMs = clock.nowMs() + patienceMs;
      if (!(await untilItHolds(this.parts, untilMs, () => this.#isOutOfWorld({ characterId, name }))))
        return false;
      await keeper.forget(name);
      if (!(await untilItHolds(this.parts, untilMs, () => ownership.settle()))) return false;
      await book.finish(characterId, clock.unixMs());
      log.info('a character was erased', { characterId });
      this.onErased();
      return true;
    } catch (error) {
      log.error('a character could not be erased; it is tried again', {
        ...{ characterId, reason: String(error) },
      });
      return false;
    } finally {
      keeper.letIn(name);
    }
  }

  async #isOutOfWorld(args: NamedCharacter): Promise<boolean> {
    const answer = await this.parts.tick.run({ kind: 'erase', args, notAfterMs: neverTooLateMs });
    return answer.outcome === 'applied';
  }
}
