// Operators' commands in memory.

import { onlyReads } from '#ports/admin/operations/operator-command.js';
import {
  answerSlackMs,
  askedAgainMs,
  documentMs,
  type CommandChange,
  type CommandQuestion,
  type CommandStore,
  type HandedOut,
  type NewCommand,
  type OperatorCommand,
  type StoredAnswer,
} from '#ports/admin/operations/command-store.js';
import { isOfCharacter, onlyNumber, type AboutPlayer } from '#ports/admin/audit/forgotten-player.js';
import { told, type KeptCommand } from './kept-commands.js';
import { MemoryProposals } from './proposals.js';

export class MemoryCommandStore extends MemoryProposals implements CommandStore {
  async issue(command: NewCommand, lifeMs: number): Promise<boolean> {
    if (!this.hasRoom(command.serverId)) return false;
    this.add(command, { state: 'queued', proposal: undefined, lifeMs });
    return true;
  }

  async handOut(serverId: string, known: readonly string[], limit: number): Promise<readonly HandedOut[]> {
    const nowUnixMs = this.clock.unixMs();
    const due = this.all()
      .filter((one) => one.serverId === serverId && !known.includes(one.id) && isDue(one, nowUnixMs))
      .slice(0, limit);
    for (const one of due) {
      if (one.state !== 'queued') continue;
      one.state = 'delivered';
      one.deliveredAtUnixMs = nowUnixMs;
      this.tell(one);
    }
    return due.map((one) => ({ command: told(one), withinMs: one.deadlineUnixMs - nowUnixMs }));
  }

  async conclude(serverId: string, id: string, answer: StoredAnswer): Promise<boolean> {
    const one = this.commands.get(id);
    if (one?.serverId !== serverId || !['delivered', 'unanswered'].includes(one.state)) return false;
    if (answer.outcome === 'refused') one.refusal = answer.reason;
    if (answer.outcome === 'applied') {
      one.players = answer.players;
      one.document = answer.document;
    }
    this.end(one, answer.outcome);
    return true;
  }

  async endOverdue(): Promise<number> {
    const nowUnixMs = this.clock.unixMs();
    let ended = 0;
    for (const one of this.commands.values()) {
      const overdueMs = nowUnixMs - one.deadlineUnixMs;
      if (one.state === 'proposed' && overdueMs >= 0) this.end(one, 'lapsed', 'not-decided');
      else if (one.state === 'queued' && overdueMs >= 0) this.end(one, 'timed-out');
      else if (one.state === 'delivered' && overdueMs >= answerSlackMs) this.end(one, 'unanswered');
      else continue;
      ended++;
    }
    return ended;
  }

  async endQueued(serverId: string): Promise<number> {
    const waiting = this.all().filter(
      ({ serverId: of, state }) => of === serverId && ['proposed', 'queued'].includes(state),
    );
    for (const one of waiting)
      if (one.state === 'proposed') this.end(one, 'lapsed', 'server-removed');
      else this.end(one, 'timed-out');
    return waiting.length;
  }

  async find(id: string): Promise<OperatorCommand | undefined> {
    const one = this.commands.get(id);
    return one && told(one);
  }

  async takeDocument(id: string): Promise<string | undefined> {
    const one = this.commands.get(id);
    const document = one?.document;
    if (one) one.document = undefined;
    return document;
  }

  async page(question: CommandQuestion): Promise<readonly OperatorCommand[]> {
    const { serverId, target, about, kind, onlyActs, limit } = question;
    return this.all()
      .filter((one) => serverId === undefined || one.serverId === serverId)
      .filter((one) => target === undefined || one.target === target)
      .filter((one) => about === undefined || isAbout(one, about))
      .filter((one) => kind === undefined || one.kind === kind)
      .filter((one) => !onlyActs || !onlyReads(one.kind))
      .reverse()
      .slice(0, limit)
      .map(told);
  }

  async takeUnaudited(limit: number, leaseMs: number): Promise<readonly OperatorCommand[]> {
    const nowUnixMs = this.clock.unixMs();
    const taken = this.all()
      .filter((one) => one.endedAtUnixMs !== undefined && !one.isAudited)
      .filter((one) => one.leasedUntilUnixMs <= nowUnixMs)
      .slice(0, limit);
    for (const one of taken) one.leasedUntilUnixMs = nowUnixMs + leaseMs;
    return taken.map(told);
  }

  async noteAudited(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const one = this.commands.get(id);
      if (one) one.isAudited = true;
    }
  }

  async forget(olderThanMs: number): Promise<void> {
    const nowUnixMs = this.clock.unixMs();
    const beforeUnixMs = nowUnixMs - olderThanMs;
    for (const one of this.commands.values())
      if ((one.endedAtUnixMs ?? nowUnixMs) < nowUnixMs - documentMs) one.document = undefined;
    for (const [id, one] of this.commands)
      if (one.issuedAtUnixMs < beforeUnixMs && one.isAudited) this.commands.delete(id);
  }

  async forgetPlayer(player: Parameters<CommandStore['forgetPlayer']>[0]): Promise<void> {
    for (const one of this.commands.values()) {
      if (!isAbout(one, player)) continue;
      if (one.state === 'proposed') this.end(one, 'lapsed', 'player-erased');
      one.args = onlyNumber(one.args) as KeptCommand['args'];
      one.document = undefined;
    }
  }

  watch(listener: (change: CommandChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

function isAbout({ serverId, target, args }: OperatorCommand, player: AboutPlayer): boolean {
  if (target === `player:${player.playerId}`) return true;
  return serverId === player.serverId && target.startsWith('player:') && isOfCharacter(args, player);
}

function isDue({ state, deadlineUnixMs, issuedAtUnixMs }: OperatorCommand, nowUnixMs: number): boolean {
  if (state === 'queued') return nowUnixMs < deadlineUnixMs;
  return state === 'delivered' || (state === 'unanswered' && nowUnixMs - issuedAtUnixMs < askedAgainMs);
}
