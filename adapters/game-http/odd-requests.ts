// What never becomes a request, answered like everything else: Node itself would do it without a body, or not at all.

import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { failure, headersOf, type Answer } from './answer.js';

const brokenByCode: Readonly<Record<string, Answer>> = {
  HPE_HEADER_OVERFLOW: failure(431, 'headers-too-large', 'the headers of the request are too large'),
  ERR_HTTP_REQUEST_TIMEOUT: failure(408, 'request-timeout', 'the request did not arrive in time'),
};
export const broken = failure(400, 'invalid-http', 'this is not a request of HTTP/1.1');
const tunnel = failure(405, 'method-not-allowed', 'only GET and HEAD are allowed');
const expectation = failure(417, 'expectation-failed', 'of the Expect header only 100-continue is known');

export function answerOddRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // The peer is gone: nobody would read an answer.
    if (error.code === 'ECONNRESET') socket.destroy();
    else refuseOn(socket, brokenByCode[error.code ?? ''] ?? broken);
  });
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    response
      .writeHead(expectation.status, { ...headersOf(expectation), connection: 'close' })
      .end(expectation.body);
  });
  server.on('connect', (_request, socket) => {
    // Node watches it no more.
    socket.on('error', () => socket.destroy());
    refuseOn(socket, tunnel, 'allow: GET, HEAD\r\n');
  });
}

function refuseOn(socket: Duplex, answer: Answer, more = ''): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const headers = Object.entries({ ...headersOf(answer), connection: 'close' })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  // What the peer still sends is not read: it could keep the connection open for ever.
  socket.end(
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\n${headers}${more}\r\n${answer.body}`,
    () => socket.destroy(),
  );
}
