// Answers what never becomes a request for a route: what Node's parser refuses, what expects more than HTTP has, and what
// takes this for a proxy. In the shape of every other error; Node itself would answer without a body, or not at all.

import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { ApiError } from './api-error.js';
import type { ErrorCode } from './error-codes.js';
import { securityHeaders } from './security-headers.js';

const codes: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};
/** RFC 9110 section 15.5.6 wants a list also where there is no address to have methods. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex, https: boolean): void {
  // The peer is gone: nobody would read an answer.
  if (error.code === 'ECONNRESET') socket.destroy();
  else refuseOn(socket, new ApiError(codes[error.code ?? ''] ?? 'invalid-http'), https);
}

/** Before the server listens. */
export function answerOddRequests(server: Server, https: boolean): void {
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const { status, headers, body } = answerOf(new ApiError('expectation-failed'), https);
    response.writeHead(status, headers).end(body);
  });
  server.on('connect', (_request, socket) => {
    // Node watches it no more.
    socket.on('error', () => socket.destroy());
    refuseOn(socket, new ApiError('method-not-allowed', { allow: methods }), https);
  });
}

function refuseOn(socket: Duplex, refusal: ApiError, https: boolean): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { status, headers, body } = answerOf(refusal, https);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  // What the peer still sends is not read: it could keep the connection open for ever.
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`, () =>
    socket.destroy(),
  );
}

function answerOf(refusal: ApiError, https: boolean) {
  const requestId = randomUUID();
  const body = JSON.stringify(refusal.toBody(requestId));
  const headers: Record<string, string> = {
    ...securityHeaders(https),
    'x-request-id': requestId,
    ...(refusal.allow && { allow: refusal.allow.join(', ') }),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  return { status: refusal.status, headers, body };
}
