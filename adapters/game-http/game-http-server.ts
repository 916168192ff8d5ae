// The game server's own small HTTP server, for orchestrators and Prometheus: /health/live, /health/ready, /metrics.
// Reads only; whoever can connect may ask, so it listens on 127.0.0.1 unless told otherwise. Every answer but the
// metrics is JSON. Connections, headers and waiting times are bounded, and stopping takes at most a second.
//
// It may listen before there is anything to tell: until `serve` it is alive and not ready.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { hostBeforePort } from '#ports/network/host-name.js';
import { hasFitHost, originForm } from '#ports/network/request-head.js';
import type { HealthCheck } from '#ports/system/health-check.js';
import type { Log } from '#ports/system/log.js';

import { failure, headersOf, json, type Answer } from './answer.js';
import { judge } from './health-check.js';
import { answerOddRequests, broken } from './odd-requests.js';

/** Text and its media type. */
export interface MetricsSource {
  readonly contentType: string;
  text(): Promise<string>;
}

export interface ConnectionWatch {
  watch(server: Server): void;
}

export interface GameHttpOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Decides who may hold connections. */
  readonly connections?: ConnectionWatch;
  readonly log: Log;
}

/** What it tells. */
export interface GameHttpParts {
  /** What must hold for the process to be worth keeping; a failing one has it restarted. */
  readonly liveness: readonly HealthCheck[];
  /** What must hold for players to be sent here. */
  readonly readiness: readonly HealthCheck[];
  readonly metrics: MetricsSource;
}

const starting: HealthCheck = {
  name: 'start',
  check: () => ({ ok: false, reason: 'the server is starting' }),
};

/** The port is taken, or the address is not this machine's. */
export class GameHttpError extends Error {
  override readonly name = 'GameHttpError';
  readonly code = 'cannot-listen';
}

const connectionsMax = 64;
const headerBytesMax = 8 * 1024;
const requestMs = 5_000;
const idleMs = 10_000;
/** How long answers under way may still take at the stop. */
const stopGraceMs = 500;

export class GameHttpServer {
  readonly url: string;
  readonly port: number;
  readonly #server: Server;
  readonly #log: Log;
  #parts: GameHttpParts | undefined;

  private constructor(server: Server, { host, log }: GameHttpOptions) {
    this.#server = server;
    this.#log = log;
    this.port = (server.address() as AddressInfo).port;
    this.url = `http://${hostBeforePort(host)}:${this.port}`;
  }

  /** Rejects with a GameHttpError. */
  static async listen(options: GameHttpOptions): Promise<GameHttpServer> {
    const server = createServer({
      maxHeaderSize: headerBytesMax,
      headersTimeout: requestMs,
      requestTimeout: requestMs,
      keepAliveTimeout: idleMs,
      connectionsCheckingInterval: 2_000,
      // Node would answer without a body.
      requireHostHeader: false,
    });
    server.maxConnections = connectionsMax;
    options.connections?.watch(server);
    server.maxHeadersCount = 50;
    const { host, port } = options;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (cause) => {
        reject(new GameHttpError(`cannot listen on ${host}, TCP port ${port}: ${cause.message}`, { cause }));
      });
      server.listen({ host, port, exclusive: true }, resolve);
    });
    server.removeAllListeners('error');
    server.on('error', (error) => options.log.warn('the HTTP server has trouble', { error }));
    const listening = new GameHttpServer(server, options);
    server.on('request', (request, response) => void listening.#respond(request, response));
    answerOddRequests(server);
    return listening;
  }

  /** From now on it tells of these. */
  serve(parts: GameHttpParts): void {
    this.#parts = parts;
  }

  /** Takes no new connections, lets answers under way finish for a moment, then ends what is left. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeIdleConnections();
    const timer = setTimeout(() => this.#server.closeAllConnections(), stopGraceMs);
    await closed;
    clearTimeout(timer);
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let answer: Answer;
    try {
      answer = await answerTo(this.#parts, request);
    } catch (error) {
      this.#log.error('a request to the HTTP server failed', { path: pathOf(request), error });
      answer = failure(500, 'internal-error', 'the server could not answer; its log says why');
    }
    // Bodies are not read, so a connection that sends one cannot be used again.
    if (request.method !== 'GET' && request.method !== 'HEAD') response.setHeader('connection', 'close');
    if (answer.status === 405) response.setHeader('allow', 'GET, HEAD');
    response.writeHead(answer.status, headersOf(answer));
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  }
}

async function answerTo(parts: GameHttpParts | undefined, request: IncomingMessage): Promise<Answer> {
  if (!hasFitHost(request)) return broken;
  const path = pathOf(request);
  const known = path === '/health/live' || path === '/health/ready' || path === '/metrics';
  if (!known) {
    return failure(404, 'not-found', 'there are /health/live, /health/ready and /metrics');
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return failure(405, 'method-not-allowed', 'only GET and HEAD are allowed');
  }
  if (path === '/metrics') {
    if (parts === undefined) return failure(503, 'starting', 'the server is starting');
    return { status: 200, contentType: parts.metrics.contentType, body: await parts.metrics.text() };
  }
  const checks = path === '/health/live' ? (parts?.liveness ?? []) : (parts?.readiness ?? [starting]);
  const health = await judge(checks);
  return json(health.status === 'ok' ? 200 : 503, health);
}

function pathOf(request: IncomingMessage): string {
  return originForm(request.url ?? '/')
    .split('?', 1)[0]!
    .slice(0, 200);
}
