// The game server's part: takes what the admin API delivers, however often, and answers each command; applies it at
// most once, over restarts too. Its id is on disk before it is applied, its answer after that: one that was begun and
// has no answer when the server comes back is answered as interrupted, and not applied again.

import {
  commandRefusals,
  type CommandAnswer,
  type CommandKind,
  type DeliveredCommand,
} from '#ports/admin/operations/operator-command.js';
import type { CommandLedger, LedgerEntry } from '#ports/storage/command-ledger.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { MetricSeries } from '#ports/system/metric-series.js';
import type { TickCommands, TickOrder } from '#ports/threads/tick-commands.js';
import { refused, type CommandedServer, type TickCommand } from './kinds/command-definition.js';
import { commandTable, findDefinition, readArguments } from './command-table.js';

export interface OperatorCommandsParts {
  readonly ledger: CommandLedger;
  readonly tick: TickCommands;
  readonly server: CommandedServer;
  readonly clock: Clock;
  readonly log: Log;
}

/** Longer than the admin API asks again for an answer (a day). */
const rememberedMs = 7 * 24 * 60 * 60_000;
/** Old ones are forgotten at the first command, and after each so many. */
const commandsPerForgetting = 1_000;
const outcomes = ['applied', 'interrupted', ...commandRefusals] as const;

export class OperatorCommands {
  readonly #parts: OperatorCommandsParts;
  /** By kind and outcome; of kinds that are known, so that there are few. */
  readonly #counts = new Map<string, number>();
  #begun = 0;
  /** Of the one given last: it has begun to act, or will not. */
  #turn: Promise<void> = Promise.resolve();

  constructor(parts: OperatorCommandsParts) {
    this.#parts = parts;
  }

  /**
   * `notAfterMs`: on `Clock.nowMs`, when its dead-line is; what was not begun by then is refused. The same command must
   * not be given again while it is being worked on. They begin to act in the order in which they are given, however long
   * the record of one takes: the last word holds. None waits for another's end. Never rejects.
   */
  async take(command: DeliveredCommand, notAfterMs: number): Promise<CommandAnswer> {
    const before = this.#turn;
    const turn = Promise.withResolvers<void>();
    this.#turn = turn.promise;
    let answer: CommandAnswer;
    try {
      await before;
      answer = await this.#answerTo(command, notAfterMs, turn.resolve);
    } catch (error) {
      const { id, kind } = command;
      this.#parts.log.error("an operator's command failed", { id, kind, reason: String(error) });
      answer = refused('failed');
    } finally {
      turn.resolve();
    }
    const kind = findDefinition(command.kind) === undefined ? 'unknown' : command.kind;
    const key = `${kind} ${answer.outcome === 'refused' ? answer.reason : answer.outcome}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    return answer;
  }

  readonly series: readonly MetricSeries[] = [
    {
      name: 'tos_operator_commands_total',
      help: "Operators' commands by kind and what became of them: applied, interrupted, or why they were refused.",
      type: 'counter',
      samples: () =>
        [...Object.keys(commandTable), 'unknown'].flatMap((kind) =>
          outcomes.map((outcome) => ({
            value: this.#counts.get(`${kind} ${outcome}`) ?? 0,
            labels: { kind, outcome },
          })),
        ),
    },
  ];

  /** `acts` is called once it has begun to, or earlier where it does not. */
  async #answerTo(command: DeliveredCommand, notAfterMs: number, acts: () => void): Promise<CommandAnswer> {
    const { ledger, clock } = this.#parts;
    const { id, kind } = command;
    const known = await ledger.find(id);
    if (known !== undefined) return this.#repeat(id, known);
    const definition = findDefinition(kind);
    if (definition === undefined) return refused('unknown-kind');
    const args = readArguments(definition, command.args);
    if (args === undefined) return refused('invalid-arguments');
    if (clock.nowMs() >= notAfterMs) return refused('too-late');
    if (!(await this.#begin(id, kind))) return refused('not-recorded');
    const order = { kind: kind as CommandKind, args: args as never, notAfterMs };
    let answer: CommandAnswer;
    try {
      if (clock.nowMs() >= notAfterMs) answer = refused('too-late');
      else {
        const server = definition.where === 'server';
        const acting = server ? definition.apply(this.#parts.server, args) : this.#inTick(definition, order);
        acts();
        answer = await acting;
      }
    } catch (error) {
      this.#parts.log.error("an operator's command broke off", { id, kind, reason: String(error) });
      answer = refused('failed');
    }
    const noted = withoutDocument(answer);
    await this.#conclude(id, noted);
    this.#parts.log.info("an operator's command", { id, kind, ...noted });
    return answer;
  }

  async #inTick({ note }: TickCommand<unknown>, order: TickOrder): Promise<CommandAnswer> {
    if (note === undefined) return this.#parts.tick.run(order);
    const takeBack = note(this.#parts.server, order.args);
    if (takeBack === undefined) return refused('not-recorded');
    const answer = await this.#parts.tick.run(order);
    if (answer.outcome !== 'applied') takeBack();
    return answer;
  }

  async #repeat(id: string, known: LedgerEntry): Promise<CommandAnswer> {
    if (known.state === 'answered') return known.answer;
    const answer: CommandAnswer = { outcome: 'interrupted' };
    await this.#conclude(id, answer);
    return answer;
  }

  async #begin(id: string, kind: string): Promise<boolean> {
    const { ledger, clock, log } = this.#parts;
    const nowUnixMs = clock.unixMs();
    try {
      if (this.#begun++ % commandsPerForgetting === 0) await ledger.forget(nowUnixMs - rememberedMs);
      return await ledger.begin(id, kind, nowUnixMs);
    } catch (error) {
      log.error("an operator's command cannot be recorded, and is not applied", {
        id,
        reason: String(error),
      });
      return false;
    }
  }

  /** Unrecorded it is still told; delivered again after a restart, it will be told as interrupted. */
  async #conclude(id: string, answer: CommandAnswer): Promise<void> {
    try {
      await this.#parts.ledger.conclude(id, answer);
    } catch (error) {
      this.#parts.log.error("the answer to an operator's command cannot be recorded", {
        ...{ id, reason: String(error) },
      });
    }
  }
}

/** What is remembered and logged: a document is handed over once, and lies nowhere here. */
function withoutDocument(answer: CommandAnswer): CommandAnswer {
  if (answer.outcome !== 'applied') return answer;
  return { outcome: 'applied', players: answer.players };
}
