// Answers what Node's parser refuses before there is a request: in the shape of every other error.

import { STATUS_CODES } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { ApiError } from './api-error.js';
import type { ErrorCode } from './error-codes.js';
import { securityHeaders } from './security-headers.js';

const codes: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket, https: boolean): void {
  // The peer is gone: nobody would read an answer.
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = new ApiError(codes[error.code ?? ''] ?? 'invalid-http');
  const requestId = randomUUID();
  const body = JSON.stringify(refusal.toBody(requestId));
  const headers = Object.entries({
    ...securityHeaders(https),
    'x-request-id': requestId,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${headers.join('')}\r\n${body}`,
  );
  // What the peer still sends is not read: it could keep the connection open for ever.
  socket.destroySoon();
}
