// The control thread's part in sanctions: what is imposed or lifted is on disk before the world hears of it, and the world
// hears of all that is on disk, in the same order. Told by operators' commands, which are at once, and by what the admin API
// says when it is asked, which is whole: a command that got lost, or a file that was put back, costs time alone.

import type { CommandAnswer, CommandArguments } from '#ports/admin/operations/operator-command.js';
import type { ToldChanges, ToldSanction } from '#ports/admin/players/sanction.js';
import type { KeptSanction, SanctionBook } from '#ports/storage/sanction-book.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { MetricSeries } from '#ports/system/metric-series.js';
import type { Pauses } from '#ports/system/pauses.js';
import { neverTooLateMs, type TickCommands } from '#ports/threads/tick-commands.js';

export interface KeepSanctionsParts {
  readonly book: SanctionBook;
  /** What the book held when the world began. */
  readonly beginning: readonly KeptSanction[];
  readonly tick: TickCommands;
  readonly clock: Clock;
  readonly pauses: Pick<Pauses, 'pause'>;
  readonly log: Log;
}

/** Three ticks: so long it waits for room in the way to the simulation. */
const busyPauseMs = 50;
/** Told again, an end is a little later or earlier by the way of the news; that is no change. */
const sameEndSeconds = 5;

type Imposed = Pick<KeptSanction, 'sanctionId' | 'characterId' | 'name'>;

export class KeepSanctions {
  /** A command was applied: what else is told of sanctions may be older. */
  onCommand: () => void = () => undefined;
  /** Grows with every command. */
  commands = 0;
  readonly #kept: Map<string, KeptSanction>;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: KeepSanctionsParts) {
    this.#kept = new Map(parts.beginning.map((sanction) => [sanction.sanctionId, sanction]));
  }

  mark(): Promise<string | null> {
    return this.parts.book.mark();
  }

  /** By an operator's command. */
  impose(told: CommandArguments['sanction']): Promise<CommandAnswer> {
    return this.#byCommand(() => this.#change([told], [], {}));
  }

  lift(whom: CommandArguments['lift']): Promise<CommandAnswer> {
    return this.#byCommand(() => this.#change([], [whom], {}));
  }

  /** False, and nothing changes, when a command was applied since `commands` was as given: then it may be older than that. */
  take({ isWhole, sanctions, over, mark }: ToldChanges, commandsThen: number): Promise<boolean> {
    return this.#inTurn(async () => {
      if (this.commands !== commandsThen) return false;
      const told = new Set(sanctions.map(({ sanctionId }) => sanctionId));
      const gone = isWhole
        ? [...this.#kept.keys()].filter((id) => !told.has(id) && this.#holds(this.#kept.get(id)!))
        : over;
      if (isWhole && gone.length > 0)
        this.parts.log.info('sanctions do not hold any more: the admin API does not tell of them', {
          sanctions: gone.slice(0, 50),
          count: gone.length,
        });
      await this.#change(
        sanctions,
        gone.flatMap((id) => this.#kept.get(id) ?? []),
        { isWhole, mark },
      );
      return true;
    });
  }

  readonly series: readonly MetricSeries[] = [
    {
      name: 'tos_sanctions',
      help: 'Sanctions that hold on this server, by kind.',
      type: 'gauge',
      samples: () =>
        (['mute', 'ban'] as const).map((measure) => ({
          value: [...this.#kept.values()].filter((one) => one.measure === measure && this.#holds(one)).length,
          labels: { measure },
        })),
    },
  ];

  #byCommand(work: () => Promise<CommandAnswer>): Promise<CommandAnswer> {
    return this.#inTurn(async () => {
      this.commands++;
      const answer = await work();
      this.onCommand();
      return answer;
    });
  }

  /** Of one that cannot be written down nothing is applied. Answers what the tick said of the last. */
  async #change(
    told: readonly ToldSanction[],
    over: readonly Imposed[],
    more: { readonly isWhole?: boolean; readonly mark?: string | null },
  ): Promise<CommandAnswer> {
    const nowSeconds = this.#nowSeconds();
    const kept = told.map((one) => keptOf(one, nowSeconds));
    const changes = { kept, over: over.map(({ sanctionId }) => sanctionId), ...more };
    try {
      await this.parts.book.change(changes, nowSeconds);
    } catch (error) {
      this.parts.log.error('sanctions cannot be written down, and are not applied', {
        reason: String(error),
      });
      if ('mark' in more) throw error;
      return { outcome: 'refused', reason: 'not-recorded' };
    }
    for (const one of this.#kept.values()) if (!this.#holds(one)) this.#kept.delete(one.sanctionId);
    let answer: CommandAnswer = { outcome: 'applied', players: 0 };
    for (const { sanctionId, characterId, name } of over) {
      this.#kept.delete(sanctionId);
      answer = await this.#inTick('lift', { sanctionId, characterId, name });
    }
    for (const [index, one] of told.entries()) {
      const before = this.#kept.get(one.sanctionId);
      const now = kept[index]!;
      this.#kept.set(one.sanctionId, now);
      if (before === undefined || !isSame(before, now)) answer = await this.#inTick('sanction', one);
    }
    return answer;
  }

  async #inTick<Kind extends 'sanction' | 'lift'>(
    kind: Kind,
    args: CommandArguments[Kind],
  ): Promise<CommandAnswer> {
    for (;;) {
      const answer = await this.parts.tick.run({ kind, args, notAfterMs: neverTooLateMs });
      if (answer.outcome !== 'refused') return answer;
      if (answer.reason !== 'busy') {
        this.parts.log.error('a sanction did not take effect', { kind, reason: answer.reason });
        return answer;
      }
      await this.parts.pauses.pause(busyPauseMs);
    }
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #holds({ untilSeconds }: KeptSanction): boolean {
    return untilSeconds === 0 || untilSeconds > this.#nowSeconds();
  }

  #nowSeconds(): number {
    return Math.floor(this.parts.clock.unixMs() / 1000);
  }
}

function keptOf({ secondsLeft, ...told }: ToldSanction, nowSeconds: number): KeptSanction {
  return { ...told, untilSeconds: secondsLeft === 0 ? 0 : nowSeconds + secondsLeft };
}

function isSame(one: KeptSanction, other: KeptSanction): boolean {
  if ((one.untilSeconds === 0) !== (other.untilSeconds === 0)) return false;
  return Math.abs(one.untilSeconds - other.untilSeconds) <= sameEndSeconds;
}
