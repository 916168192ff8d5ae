// The messages inside a session that concern the session itself: the server answers them here, its gateway never sees
// them.

import {
  decodeDisconnect,
  decodePathResponse,
  decodeResumeRequest,
  Disconnect,
  disconnectId,
  keepAliveId,
  PathResponse,
  pathResponseId,
  ResumeRequest,
  resumeRequestId,
} from '../../generated/handshake.js';
import type { HandshakeBudget } from './handshake-budget.js';
import type { PathValidation } from './path-validation.js';
import type { ResumeTokens } from './resume-tokens.js';

export const Handled = {
  /** Not one of these: the gateway's. */
  no: 0,
  done: 1,
  /** It did not decode. */
  malformed: 2,
  /** The client has left. */
  left: 3,
  /** `replyBytes` holds an answer of `replyLength` to be sent reliably. */
  reply: 4,
} as const;
export type Handled = (typeof Handled)[keyof typeof Handled];

export class SessionMessages {
  replyLength = 0;
  private readonly disconnect = new Disconnect();
  private readonly pathResponse = new PathResponse();
  private readonly resumeRequest = new ResumeRequest();

  constructor(
    private readonly paths: PathValidation,
    private readonly resumes: ResumeTokens,
    private readonly budget: HandshakeBudget,
  ) {}

  get replyBytes(): Uint8Array {
    return this.resumes.grantBytes;
  }

  handle(sessionRow: number, buffer: Uint8Array, at: number, end: number, nowMs: number): Handled {
    switch (buffer[at]) {
      case keepAliveId:
        return Handled.done;
      case disconnectId:
        return decodeDisconnect(this.disconnect, buffer, at, end) < 0 ? Handled.malformed : Handled.left;
      case pathResponseId:
        if (decodePathResponse(this.pathResponse, buffer, at, end) < 0) return Handled.malformed;
        this.paths.onResponse(sessionRow, this.pathResponse.token);
        return Handled.done;
      case resumeRequestId:
        if (decodeResumeRequest(this.resumeRequest, buffer, at, end) < 0) return Handled.malformed;
        // Without an answer the client asks again later: who is in can wait, who knocks cannot.
        if (!this.budget.spendSpare(nowMs)) return Handled.done;
        this.replyLength = this.resumes.issue(sessionRow, this.resumeRequest.clientKey);
        return Handled.reply;
      default:
        return Handled.no;
    }
  }
}
