// What operators have switched off, as the control thread knows it: read at the start, before the first tick, and written
// down before a switch is applied, so that a server that dies, or is started again, comes back with it. While something is off,
// whoever asks for the server's health is told.

import { switchableVerbNames, type SwitchableVerb } from '#domain/ledger/switchable-verbs.js';
import type { CommandArguments } from '#ports/admin/operations/operator-command.js';
import type { SwitchNote } from '#ports/storage/notes/switch-note.js';
import type { CheckResult, HealthCheck } from '#ports/system/health-check.js';
import type { Log } from '#ports/system/log.js';
import type { MetricSeries } from '#ports/system/metric-series.js';

export interface VerbSwitchesParts {
  readonly note: SwitchNote;
  readonly log: Log;
}

export class VerbSwitches {
  /** The state changed: whoever was told of it should be told again. */
  onChange: () => void = () => undefined;
  readonly #parts: VerbSwitchesParts;
  #closed: ReadonlySet<SwitchableVerb>;
  /** Which wish was noted last for each verb. */
  readonly #noted = new Map<SwitchableVerb, number>();
  #notes = 0;

  /** Throws when what was written down cannot be read. */
  constructor(parts: VerbSwitchesParts) {
    this.#parts = parts;
    this.#closed = new Set(parts.note.find());
    if (this.#closed.size === 0) return;
    const cure = `switch it on in the console, or delete ${parts.note.where} and start again`;
    parts.log.warn(`a part of the economy is switched off: ${cure}`, { verbs: this.closed.join(', ') });
  }

  get closed(): readonly SwitchableVerb[] {
    return switchableVerbNames.filter((verb) => this.#closed.has(verb));
  }

  /** See TickCommand.note. */
  note({ verb, isOpen }: CommandArguments['verbSwitch']): (() => void) | undefined {
    const wasOpen = !this.#closed.has(verb);
    const number = ++this.#notes;
    this.#noted.set(verb, number);
    if (wasOpen !== isOpen && !this.#set(verb, isOpen)) return undefined;
    // Another wish for it, noted since, has the last word.
    return () => {
      if (this.#noted.get(verb) === number && wasOpen !== isOpen) this.#set(verb, wasOpen);
    };
  }

  /** A warning, no failure: the game goes on. */
  readonly health: HealthCheck = {
    name: 'economy',
    check: (): CheckResult =>
      this.#closed.size === 0
        ? { ok: true }
        : { ok: true, reason: `switched off by operators: ${this.closed.join(', ')}` },
  };

  readonly series: readonly MetricSeries[] = [
    {
      name: 'tos_verbs_closed',
      help: 'Verbs of the economy: 1 for those that operators have switched off, 0 for the others.',
      type: 'gauge',
      samples: () =>
        switchableVerbNames.map((verb) => ({
          value: this.#closed.has(verb) ? 1 : 0,
          labels: { verb },
        })),
    },
  ];

  #set(verb: SwitchableVerb, isOpen: boolean): boolean {
    const { note, log } = this.#parts;
    const closed = new Set(this.#closed);
    if (isOpen) closed.delete(verb);
    else closed.add(verb);
    try {
      note.keep(switchableVerbNames.filter((each) => closed.has(each)));
    } catch (error) {
      log.error('what is switched off cannot be written down', { path: note.where, reason: String(error) });
      return false;
    }
    this.#closed = closed;
    this.onChange();
    return true;
  }
}
