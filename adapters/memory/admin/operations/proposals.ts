// Commands that wait for a second person, in memory.

import type { NewCommand, OperatorCommand } from '#ports/admin/operations/command-store.js';
import {
  proposalLifeMs,
  proposalsOfAccountMax,
  proposalsOfServerMax,
  type DecideResult,
  type Decision,
  type LapseReason,
  type ProposalQuestion,
  type ProposalStore,
  type ProposalResult,
} from '#ports/admin/operations/proposal-store.js';
import { KeptCommands, told, type KeptCommand } from './kept-commands.js';

export class MemoryProposals extends KeptCommands implements ProposalStore {
  async propose(command: NewCommand): Promise<ProposalResult> {
    const open = this.#open();
    const { actorId, serverId } = command;
    if (open.filter((one) => one.actorId === actorId).length >= proposalsOfAccountMax)
      return 'too-many-of-account';
    if (open.filter((one) => one.serverId === serverId).length >= proposalsOfServerMax)
      return 'too-many-of-server';
    const proposal = { proposedAtUnixMs: this.clock.unixMs(), decision: undefined };
    this.add(command, { state: 'proposed', proposal, lifeMs: proposalLifeMs });
    return 'proposed';
  }

  async approve(id: string, by: Decision, lifeMs: number): Promise<DecideResult> {
    const one = this.#find(id);
    if (one === undefined) return 'not-open';
    if (isOfSame(one, by)) return 'own-proposal';
    if (!this.hasRoom(one.serverId)) return 'too-many-commands';
    const nowUnixMs = this.clock.unixMs();
    this.#decide(one, by);
    one.state = 'queued';
    one.issuedAtUnixMs = nowUnixMs;
    one.deadlineUnixMs = nowUnixMs + lifeMs;
    this.tell(one);
    return 'decided';
  }

  async decline(id: string, by: Decision): Promise<DecideResult> {
    const one = this.#find(id);
    if (one === undefined) return 'not-open';
    if (isOfSame(one, by)) return 'own-proposal';
    this.#decide(one, by);
    this.end(one, 'declined');
    return 'decided';
  }

  async withdraw(id: string, by: Decision): Promise<DecideResult> {
    const one = this.#find(id);
    if (one === undefined) return 'not-open';
    if (one.actorId !== by.deciderId) return 'foreign-proposal';
    this.#decide(one, by);
    this.end(one, 'withdrawn');
    return 'decided';
  }

  async lapse(id: string, reason: LapseReason): Promise<boolean> {
    const one = this.commands.get(id);
    if (one?.state !== 'proposed') return false;
    this.end(one, 'lapsed', reason);
    return true;
  }

  async openProposals({ limit, afterNumber = 0 }: ProposalQuestion): Promise<readonly OperatorCommand[]> {
    return this.#open()
      .filter(({ number }) => number > afterNumber)
      .slice(0, limit)
      .map(told);
  }

  async countProposals(): Promise<number> {
    return this.#open().length;
  }

  #open(): KeptCommand[] {
    const nowUnixMs = this.clock.unixMs();
    return this.all().filter(
      ({ state, deadlineUnixMs }) => state === 'proposed' && nowUnixMs < deadlineUnixMs,
    );
  }

  #find(id: string): KeptCommand | undefined {
    return this.#open().find((one) => one.id === id);
  }

  #decide(one: KeptCommand, by: Decision): void {
    const decidedAtUnixMs = this.clock.unixMs();
    one.proposal = { ...one.proposal!, decision: { ...by, decidedAtUnixMs } };
  }
}

function isOfSame({ actorId, actorName }: KeptCommand, { deciderId, deciderName }: Decision): boolean {
  return actorId === deciderId || actorName.toLowerCase() === deciderName.toLowerCase();
}
