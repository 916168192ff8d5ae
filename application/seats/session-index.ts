// The row of each session's player: asked for every input that comes in, so plain numbers by gateway and row of the
// session there instead of a Map. A gateway gives such a row to one session at a time and tells of its end before the next
// begins; the generation in the session's number tells the two apart.

import { gatewayOfSession, rowOfSession } from '#ports/threads/session-number.js';

const gatewaysMax = 16;
const sessionRowsMax = 0x1_0000;

export class SessionIndex {
  /** By gateway, made when its first session comes: 384 KB of address space each, of which rows in use take memory. */
  readonly #gateways = new Array<SessionsOfGateway | undefined>(gatewaysMax).fill(undefined);

  /** 0 for a session that has none. */
  rowOf(session: number): number {
    const gateway = this.#gateways[gatewayOfSession(session)];
    if (gateway === undefined) return 0;
    const sessionRow = rowOfSession(session);
    return gateway.sessions[sessionRow] === session ? gateway.rows[sessionRow]! : 0;
  }

  /** `row` is above 0. Who had the row of the session before has none any more. */
  set(session: number, row: number): void {
    const gateway = (this.#gateways[gatewayOfSession(session)] ??= new SessionsOfGateway());
    const sessionRow = rowOfSession(session);
    gateway.sessions[sessionRow] = session;
    gateway.rows[sessionRow] = row;
  }

  delete(session: number): void {
    const gateway = this.#gateways[gatewayOfSession(session)];
    const sessionRow = rowOfSession(session);
    if (gateway?.sessions[sessionRow] === session) gateway.rows[sessionRow] = 0;
  }
}

class SessionsOfGateway {
  readonly sessions = new Uint32Array(sessionRowsMax);
  /** Of their players; 0 where no session is: row 0 is nobody's. */
  readonly rows = new Uint16Array(sessionRowsMax);
}
