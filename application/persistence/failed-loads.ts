// Characters that could not be loaded, for readiness: what players meet when they join. A failure is told until what
// failed works again; nobody has to join for that, since whoever asks has it tried anew.

import { nameKey } from '#ports/names/name-key.js';
import { CharacterStoreError, type CharacterStore } from '#ports/storage/characters/character-store.js';
import type { CheckResult } from '#ports/system/health-check.js';
import type { Clock } from '#ports/system/clock.js';

/** What cannot be tried for the sake of a check: a failure that nobody met again for so long is over. */
const untriedToldMs = 60_000;

/** The character's row, a row for a new one, what the journal says that it owns. */
type Step = 'find' | 'create' | 'own';

const wordsOf: Readonly<Record<Step, string>> = {
  find: 'the character',
  create: 'the new character',
  own: 'what is owned by the character',
};

interface Failure {
  readonly step: Step;
  readonly name: string;
  readonly reason: string;
  readonly atMs: number;
  /** Others could be loaded since: only some characters are concerned. */
  readonly othersWork: boolean;
}

export class FailedLoads {
  #last: Failure | undefined;

  constructor(private readonly clock: Pick<Clock, 'nowMs'>) {}

  /** What a store says of what it was asked is no failure of its own. */
  failed(step: Step, name: string, error: unknown): void {
    if (error instanceof CharacterStoreError && error.code !== 'closed') return;
    const reason = error instanceof Error ? error.message : String(error);
    this.#last = { step, name, reason, atMs: this.clock.nowMs(), othersWork: false };
  }

  worked(step: Step, name: string): void {
    const last = this.#last;
    if (last?.step !== step) return;
    const isOver = step === 'create' || nameKey(name) === nameKey(last.name);
    this.#last = isOver ? undefined : { ...last, othersWork: true };
  }

  async check(store: Pick<CharacterStore, 'find'>): Promise<CheckResult> {
    const last = this.#last;
    if (last === undefined) return { ok: true };
    if (last.step === 'find') {
      try {
        await store.find(last.name);
        // Unless another one failed meanwhile.
        if (this.#last?.name === last.name) this.#last = undefined;
        return { ok: true };
      } catch {
        // As it was told.
      }
    } else if (this.clock.nowMs() - last.atMs >= untriedToldMs) {
      this.#last = undefined;
      return { ok: true };
    }
    const reason = `${wordsOf[last.step]} ${last.name} could not be loaded: ${last.reason}`;
    return last.othersWork ? { ok: true, reason } : { ok: false, reason };
  }
}
