// Operators' commands between the control thread and the simulation, as records; one end for each side.

import {
  OperatorAnswer,
  OperatorCommand,
  decodeOperatorAnswer,
  decodeOperatorCommand,
  encodeOperatorAnswer,
  encodeOperatorCommand,
  operatorAnswerSizeMax,
  operatorCommandSizeMax,
} from '#adapters/protocol/generated/internal.js';
import { applyInTick, movesPossessions } from '#application/operations/apply-in-tick.js';
import { refused, type CommandedSimulation } from '#application/operations/kinds/command-definition.js';
import { openCommandsMax, type CommandAnswer } from '#ports/admin/operations/operator-command.js';
import type { Clock } from '#ports/system/clock.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import type { RecordProducer } from '#ports/threads/record-queue.js';
import type { TickCommands, TickOrder } from '#ports/threads/tick-commands.js';

const noFacts = new Uint8Array(0);

/** The control thread's end. */
export class RingTickCommands implements TickCommands {
  private readonly waiting = new Map<number, (answer: CommandAnswer) => void>();
  private readonly record = new OperatorCommand();
  private readonly answer = new OperatorAnswer();
  private readonly scratch = new Uint8Array(operatorCommandSizeMax);
  private lastOrder = 0;

  constructor(private readonly toSimulation: RecordProducer) {}

  run(order: TickOrder): Promise<CommandAnswer> {
    const number = (this.lastOrder = (this.lastOrder + 1) >>> 0);
    if (this.waiting.size >= openCommandsMax || !this.push(number, order))
      return Promise.resolve(refused('busy'));
    return new Promise((resolve) => this.waiting.set(number, resolve));
  }

  /** What the simulation answered. */
  take(data: Uint8Array, at: number, length: number): void {
    if (decodeOperatorAnswer(this.answer, data, at, at + length) < 0)
      throw new Error('an answer of the simulation does not decode');
    const { order, answer } = this.answer;
    this.waiting.get(order)?.(JSON.parse(answer) as CommandAnswer);
    this.waiting.delete(order);
  }

  private push(order: number, { kind, args, notAfterMs, facts = noFacts }: TickOrder): boolean {
    const { record, scratch } = this;
    if (facts.length > record.facts.length) throw new Error(`${facts.length} bytes of facts are too many`);
    record.facts.set(facts);
    Object.assign(record, {
      ...{ order, kind, args: JSON.stringify(args), notAfterMs },
      factsLength: facts.length,
    });
    const length = encodeOperatorCommand(record, scratch, 0);
    if (length < 0) throw new Error(`a command of kind ${kind} does not fit into a record`);
    return this.toSimulation.push(RecordKind.command, 0, scratch, 0, length);
  }
}

interface Answered {
  readonly order: number;
  readonly answer: CommandAnswer;
}

/** The simulation's end. Commands are rare: unlike what players send, they may allocate. */
export class TickCommandDesk {
  private readonly record = new OperatorCommand();
  private readonly answer = new OperatorAnswer();
  private readonly scratch = new Uint8Array(operatorAnswerSizeMax);
  /** Answers that the ring had no room for; at most as many as the other end waits for. */
  private readonly owed: Answered[] = [];
  /** Of what moved items or coins, until that is on its way to the journal. */
  private readonly unstored: Answered[] = [];

  constructor(
    private readonly simulation: CommandedSimulation,
    private readonly toControl: RecordProducer,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  /** False when it does not decode. */
  take(data: Uint8Array, at: number, end: number): boolean {
    const { record } = this;
    if (decodeOperatorCommand(record, data, at, end) < 0) return false;
    const { order, kind, args, notAfterMs, factsLength } = record;
    const facts = factsLength === 0 ? undefined : record.facts.subarray(0, factsLength);
    const isLate = this.clock.nowMs() >= notAfterMs;
    const answer = isLate ? refused('too-late') : applyInTick(this.simulation, kind, JSON.parse(args), facts);
    const waits = answer.outcome === 'applied' && movesPossessions(kind);
    (waits ? this.unstored : this.owed).push({ order, answer });
    this.settle();
    return true;
  }

  /** After a tick: all that was done until then is on its way to the journal. */
  handedOver(): void {
    this.owed.push(...this.unstored.splice(0));
    this.settle();
  }

  /** Sends what there was no room for; to be called once a tick. */
  settle(): void {
    while (this.owed.length > 0 && this.push(this.owed[0]!)) this.owed.shift();
  }

  private push({ order, answer }: Answered): boolean {
    Object.assign(this.answer, { order, answer: JSON.stringify(answer) });
    const length = encodeOperatorAnswer(this.answer, this.scratch, 0);
    if (length < 0) throw new Error('an answer to a command does not fit into a record');
    return this.toControl.push(RecordKind.commandAnswered, 0, this.scratch, 0, length);
  }
}
