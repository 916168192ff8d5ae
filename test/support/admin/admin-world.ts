// The admin API's use cases in memory, with a clock that a test turns and a feed it can read.

import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller, Origin } from '#application/admin/access/caller.js';
import { makeAccount } from '#application/admin/accounts/create-account.js';
import type { Account } from '#ports/admin/accounts/account-store.js';
import type { Clock } from '#ports/system/clock.js';
import type { LiveEvent, LiveFeed } from '#ports/admin/monitoring/live-feed.js';
import type { Role } from '#ports/admin/accounts/role.js';
import { ReportBudget } from '#application/admin/servers/report-budget.js';
import { tokenPrefixes } from '#application/admin/sign-in/session-life.js';
import type { ServerDescription } from '#ports/admin/servers/server-registry.js';
import type { ServerToken, MachineTokenKind } from '#ports/admin/tokens/server-token-store.js';
import { memoryPorts } from '#src/admin-api/memory-ports.js';
import { description } from './server-examples.js';
import { register } from '../servers/proving-server.js';

export const goodPassword = 'correct horse battery staple';

export class TurnedClock implements Clock {
  constructor(public atUnixMs = 1_800_000_000_000) {}
  nowMs(): number {
    return this.atUnixMs;
  }
  unixMs(): number {
    return this.atUnixMs;
  }
}

export class RecordingFeed implements LiveFeed {
  readonly events: LiveEvent[] = [];
  readonly ended: string[] = [];
  watched: string[] = [];

  publish(event: LiveEvent): void {
    this.events.push(event);
  }
  forgetPlayers(serverId: string, characterIds?: readonly number[]): void {
    this.ended.push(`players of ${serverId}: ${characterIds?.join() ?? 'all'}`);
  }
  watchedMaps(): readonly string[] {
    return this.watched;
  }
  endStreamsOfAccount(accountId: string, exceptTokenDigest?: string): void {
    this.ended.push(exceptTokenDigest === undefined ? accountId : `${accountId} but ${exceptTokenDigest}`);
  }
  endStreamsOfSession(tokenDigest: string): void {
    this.ended.push(tokenDigest);
  }
}

export interface GameServer {
  readonly id: string;
  readonly server: ServerDescription;
  readonly token: ServerToken;
  readonly budget: ReportBudget;
}

export const someOrigin: Origin = { address: '192.0.2.7', userAgent: 'a browser', requestId: 'r-1' };

export class AdminWorld {
  readonly clock = new TurnedClock();
  readonly feed = new RecordingFeed();
  readonly ports: AdminPorts;

  constructor(given: Partial<AdminPorts> = {}) {
    this.ports = { ...memoryPorts(this.feed, this.clock), ...given };
  }

  async addAccount(name: string, role: Role, password = goodPassword): Promise<Account> {
    const account = await makeAccount(this.ports, { name, role, password, passwordChangeDue: false });
    const answer = await this.ports.accounts.add(account);
    if (answer !== 'added') throw new Error(answer);
    return (await this.ports.accounts.find(account.id))!;
  }

  /** Somebody logged in with that role. */
  async caller(role: Role, name: string = role): Promise<Caller> {
    const account = await this.addAccount(name, role);
    return { ...someOrigin, account, tokenDigest: `session of ${name}` };
  }

  async serverToken(part: Partial<ServerToken> = {}): Promise<ServerToken> {
    const token: ServerToken = {
      id: this.ports.mint.uuid(),
      label: 'test',
      kind: 'game-server',
      tokenDigest: this.ports.mint.digest(this.ports.mint.token('')),
      createdAtUnixMs: this.clock.atUnixMs,
      expiresAtUnixMs: undefined,
      lastUsedAtUnixMs: undefined,
      revokedAtUnixMs: undefined,
      serverId: undefined,
      ...part,
    };
    await this.ports.serverTokens.add(token);
    return token;
  }

  /** A token as its bearer has it. */
  async bearerToken(kind: MachineTokenKind = 'game-server', label = 'test'): Promise<string> {
    const bearer = this.ports.mint.token(tokenPrefixes[kind]);
    await this.serverToken({ kind, label, tokenDigest: this.ports.mint.digest(bearer) });
    return bearer;
  }

  /** A game server that has registered, with its token as it is then, and what it may report. */
  async gameServer(part: Partial<ServerDescription> = {}): Promise<GameServer> {
    const server = { ...description({ name: 'local' }), ...part };
    const given = await this.serverToken();
    const result = await register(this.ports, given, server);
    if (!result.ok) throw new Error(`the server was refused: ${result.reason}`);
    const token = (await this.ports.serverTokens.find(given.tokenDigest))!;
    return { id: server.id, server, token, budget: new ReportBudget(this.clock) };
  }

  async auditActions(): Promise<string[]> {
    return (await this.ports.audit.page({ limit: 100 })).map(({ action, outcome }) => `${action} ${outcome}`);
  }
}
