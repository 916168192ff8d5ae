// Turns whatever was thrown into a coded answer. Nothing of an unexpected error leaves the process but its request id.

import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '#ports/system/log.js';
import { ApiError } from './api-error.js';
import type { ErrorCode } from './error-codes.js';

const codeOfFastify: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
  FST_ERR_BAD_URL: 'invalid-request',
  // A part of the path that is longer than any id or key.
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
};

const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid-request',
  401: 'not-authenticated',
  403: 'not-permitted',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'request-timeout',
  413: 'body-too-large',
  415: 'unsupported-media-type',
};

/** Of the network (Node) and of PostgreSQL: class 08 connection, 53300 too many connections, 57P* shut down or starting. */
const lostDatabase = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|08...|53300|57P0[123])$/;
/** disk_full (postgresql.org/docs/18/errcodes-appendix.html): reading goes on. */
const fullDatabase = '53100';
/** EFBIG, for which PostgreSQL has no code: where a limit is set, a file cannot grow although there is room. */
const fullFile = /: File too large$/;
const lostConnection =
  /connection terminated|timeout exceeded when trying to connect|connection ended|is not queryable|database does not answer/i;

export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  const { code, message } = factsOf(thrown);
  if (code in codeOfFastify) return new ApiError(codeOfFastify[code]!);
  if (code === 'hasher-busy') return new ApiError('hasher-busy');
  if (code === fullDatabase || fullFile.test(message)) return new ApiError('database-full');
  if (lostDatabase.test(code) || lostConnection.test(message)) return new ApiError('unavailable');
  if (thrown instanceof HttpException) return new ApiError(codeOfStatus[thrown.getStatus()] ?? 'internal');
  return new ApiError('internal');
}

function factsOf(thrown: unknown): { code: string; message: string } {
  if (!(thrown instanceof Error)) return { code: '', message: '' };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  return { code, message: thrown.message };
}

@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly onFullDatabase: () => void,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const error = toApiError(thrown);
    if (error.code === 'database-full') this.onFullDatabase();
    if (error.status >= 500) this.logFailure(error, thrown, request);
    if (reply.sent || reply.raw.headersSent) return;
    if (error.retryAfterSeconds !== undefined) void reply.header('retry-after', error.retryAfterSeconds);
    if (error.allow !== undefined) void reply.header('allow', error.allow.join(', '));
    void reply.status(error.status).send(error.toBody(request.id));
  }

  private logFailure(error: ApiError, thrown: unknown, request: FastifyRequest): void {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const fields = { requestId: request.id, method: request.method, path: pathOf(request), reason };
    if (error.code === 'internal') {
      this.log.error('request failed', {
        ...fields,
        stack: thrown instanceof Error ? thrown.stack : undefined,
      });
    } else {
      this.log.warn('request could not be served', fields);
    }
  }
}

/** Without the query, which may hold what people search for. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0]!;
}
