// How sessions of a server begin and end once the handshake has let them in: the states they go through, who is told,
// what is counted.

import { DisconnectReason } from '../../generated/handshake.js';
import type { EndpointClock } from './endpoint-clock.js';
import type { PathValidation } from './path-validation.js';
import type { ResumeTokens } from './resume-tokens.js';
import type { SessionCounters } from './session-counters.js';
import type { SessionListener } from './session-listener.js';
import { SessionState, type SessionTable } from './session-table.js';
import { disconnectSends, lingerMs } from './session-timers.js';

const closedCounters: Readonly<Record<DisconnectReason, keyof SessionCounters>> = {
  [DisconnectReason.left]: 'closedLeft',
  [DisconnectReason.timeout]: 'closedTimeout',
  [DisconnectReason.kicked]: 'closedKicked',
  [DisconnectReason.banned]: 'closedBanned',
  [DisconnectReason.replaced]: 'closedReplaced',
  [DisconnectReason.shuttingDown]: 'closedShuttingDown',
  [DisconnectReason.protocolViolation]: 'closedProtocolViolation',
  [DisconnectReason.overloaded]: 'closedOverloaded',
  [DisconnectReason.characterUnavailable]: 'closedCharacterUnavailable',
  [DisconnectReason.nameTaken]: 'closedNameTaken',
};

export class SessionLifecycle {
  private paths: PathValidation | undefined;
  private resumes: ResumeTokens | undefined;

  constructor(
    private readonly table: SessionTable,
    private readonly counters: SessionCounters,
    private readonly listener: SessionListener,
    private readonly clock: EndpointClock,
  ) {}

  /** What else keeps something of a session; they need this one first. Once, before the first session. */
  attach(paths: PathValidation, resumes: ResumeTokens): void {
    this.paths = paths;
    this.resumes = resumes;
  }

  /** The first sealed packet of an accepted session came: its client holds the keys. */
  establish(sessionRow: number): void {
    const { table } = this;
    const { token } = table.admissions[sessionRow]!;
    table.leaveAccepted(sessionRow);
    table.state[sessionRow] = SessionState.established;
    table.dueMs[sessionRow] = this.clock.nowMs;
    this.paths!.reset(sessionRow);
    this.counters.sessionsOpened++;
    this.listener.onSessionOpened(sessionRow, token.accountId, token.name, token.guest);
    // The newer session was told first: whoever keeps characters moves this one's over to it.
    if (table.state[sessionRow] === SessionState.established) this.resumes!.onOpened(sessionRow, token);
  }

  /** Ends a session: tells the client three times. Does nothing when the session is not open. `detail` is at most 64 bytes. */
  disconnect(sessionRow: number, reason: DisconnectReason, detail = ''): void {
    this.end(sessionRow, reason, disconnectSends, detail);
  }

  disconnectAll(reason: DisconnectReason, detail: string): void {
    for (let sessionRow = 0; sessionRow < this.table.sessionRowsEnd; sessionRow++)
      this.disconnect(sessionRow, reason, detail);
  }

  /** The client has gone of its own accord: nobody needs to be told. */
  left(sessionRow: number): void {
    this.end(sessionRow, DisconnectReason.left, 0, '');
  }

  private end(sessionRow: number, reason: DisconnectReason, sends: number, detail: string): void {
    const { table } = this;
    const { nowMs } = this.clock;
    const before = table.state[sessionRow];
    if (before === SessionState.free || before === SessionState.closing) return;
    table.leaveAccepted(sessionRow);
    table.state[sessionRow] = SessionState.closing;
    table.closeReason[sessionRow] = reason;
    table.closeDetail[sessionRow] = detail;
    table.closingLeft[sessionRow] = sends;
    table.dueMs[sessionRow] = sends > 0 ? nowMs : (nowMs + lingerMs) | 0;
    if (before !== SessionState.established) return;
    this.resumes!.onClosed(sessionRow, reason);
    this.counters[closedCounters[reason]]++;
    this.listener.onSessionClosed(sessionRow, reason);
  }
}
