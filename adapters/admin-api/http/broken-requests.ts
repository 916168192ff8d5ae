// Answers what never becomes a request for a route: what Node's parser refuses, what expects more than HTTP has, and what
// takes this for a proxy. In the shape of every other error; Node itself would answer without a body, or not at all.

import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { AllowedOrigins } from './allowed-origins.js';
import { ApiError } from './api-error.js';
import type { ErrorCode } from './error-codes.js';
import { securityHeaders } from './security-headers.js';

const codes: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};
type Granted = Readonly<Record<string, string>>;

/** RFC 9110 section 15.5.6 wants a list also where there is no address to have methods. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

export interface BrokenAnswers {
  readonly https: boolean;
  readonly origins: AllowedOrigins;
}

export function answerBrokenRequest(
  error: NodeJS.ErrnoException & { readonly rawPacket?: unknown },
  socket: Duplex,
  { https, origins }: BrokenAnswers,
): void {
  // The peer is gone: nobody would read an answer.
  if (error.code === 'ECONNRESET') return void socket.destroy();
  const { url, origin } = beginningOf(error.rawPacket);
  const refusal = new ApiError(codes[error.code ?? ''] ?? 'invalid-http');
  refuseOn(socket, refusal, https, origins.headersFor(url, origin));
}

/**
 * Of a head that the parser refused, so that a page can read why; as far as it came with the first bytes. Whoever writes another
 * origin there than his own gets a refusal that he cannot read.
 */
function beginningOf(packet: unknown): {
  readonly url: string;
  readonly origin: string | undefined;
} {
  const text = Buffer.isBuffer(packet) ? packet.toString('latin1') : '';
  const url = /^[A-Z]+ (\S+) HTTP\/1\.[01]\r?\n/.exec(text)?.[1] ?? '';
  const head = text.split(/\r?\n\r?\n/, 1)[0]!;
  return { url, origin: /\norigin:[ \t]*(\S+)[ \t]*(?:\r?\n|$)/i.exec(head)?.[1] };
}

/** Before the server listens. */
export function answerOddRequests(server: Server, { https, origins }: BrokenAnswers): void {
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const granted = origins.headersFor(request.url ?? '', request.headers.origin);
    const { status, headers, body } = answerOf(new ApiError('expectation-failed'), https, granted);
    response.writeHead(status, headers).end(body);
  });
  server.on('connect', (_request, socket) => {
    // Node watches it no more.
    socket.on('error', () => socket.destroy());
    refuseOn(socket, new ApiError('method-not-allowed', { allow: methods }), https);
  });
}

function refuseOn(socket: Duplex, refusal: ApiError, https: boolean, granted: Granted = {}): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { status, headers, body } = answerOf(refusal, https, granted);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  // What the peer still sends is not read: it could keep the connection open for ever.
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`, () =>
    socket.destroy(),
  );
}

function answerOf(refusal: ApiError, https: boolean, granted: Granted) {
  const requestId = randomUUID();
  const body = JSON.stringify(refusal.toBody(requestId));
  const headers: Record<string, string> = {
    ...securityHeaders(https),
    ...granted,
    'x-request-id': requestId,
    ...(refusal.allow && { allow: refusal.allow.join(', ') }),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  return { status: refusal.status, headers, body };
}
