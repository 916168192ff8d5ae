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
  establish(slot: number): void {
    const { table } = this;
    const { token } = table.admissions[slot]!;
    table.leaveAccepted(slot);
    table.state[slot] = SessionState.established;
    table.dueMs[slot] = this.clock.nowMs;
    this.paths!.reset(slot);
    this.counters.sessionsOpened++;
    this.listener.onSessionOpened(slot, token.accountId, token.name, token.guest);
    // The newer session was told first: whoever keeps characters moves this one's over to it.
    if (table.state[slot] === SessionState.established) this.resumes!.onOpened(slot, token);
  }

  /** Ends a session: tells the client three times. Does nothing when the session is not open. `detail` is at most 64 bytes. */
  disconnect(slot: number, reason: DisconnectReason, detail = ''): void {
    this.end(slot, reason, disconnectSends, detail);
  }

  disconnectAll(reason: DisconnectReason, detail: string): void {
    for (let slot = 0; slot < this.table.slotsEnd; slot++) this.disconnect(slot, reason, detail);
  }

  /** The client has gone of its own accord: nobody needs to be told. */
  left(slot: number): void {
    this.end(slot, DisconnectReason.left, 0, '');
  }

  private end(slot: number, reason: DisconnectReason, sends: number, detail: string): void {
    const { table } = this;
    const { nowMs } = this.clock;
    const before = table.state[slot];
    if (before === SessionState.free || before === SessionState.closing) return;
    table.leaveAccepted(slot);
    table.state[slot] = SessionState.closing;
    table.closeReason[slot] = reason;
    table.closeDetail[slot] = detail;
    table.closingLeft[slot] = sends;
    table.dueMs[slot] = sends > 0 ? nowMs : (nowMs + lingerMs) | 0;
    if (before !== SessionState.established) return;
    this.resumes!.onClosed(slot, reason);
    this.counters[closedCounters[reason]]++;
    this.listener.onSessionClosed(slot, reason);
  }
}
