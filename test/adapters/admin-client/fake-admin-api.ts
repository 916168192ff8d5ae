// A small real HTTP server that speaks the part of the admin API's contract that game servers use, and can misbehave.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { laterFigures } from '#ports/system/telemetry-figures.js';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

export type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'hang' | 'cut';

export interface FakeAdminApi {
  readonly url: string;
  readonly calls: Call[];
  watchedMaps: string[];
  /** Told at registration; undefined: as an API from before there were any. */
  figures: string[] | undefined;
  /** Answers instead of the proper one where it returns something. */
  misbehave: (call: Call) => Answer | undefined | Promise<Answer | undefined>;
  /** Resolves when a call for which `wanted` holds has come, whenever it came. */
  called(wanted: (call: Call) => boolean): Promise<Call>;
  stop(): Promise<void>;
}

export async function startFakeAdminApi(port = 0): Promise<FakeAdminApi> {
  const listeners = new Set<() => void>();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const api: FakeAdminApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    watchedMaps: [],
    figures: [...laterFigures],
    misbehave: () => undefined,
    called: (wanted) =>
      new Promise((resolve) => {
        const check = (): void => {
          const found = api.calls.find(wanted);
          if (found === undefined) return;
          listeners.delete(check);
          resolve(found);
        };
        listeners.add(check);
        check();
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const call: Call = {
      method: request.method ?? '',
      path: (request.url ?? '').replace('/api/v1/', ''),
      authorization: request.headers.authorization,
      body: JSON.parse(text) as Record<string, unknown>,
    };
    const answer = (await api.misbehave(call)) ?? properAnswer(call, api);
    if (answer === 'cut') request.socket.destroy();
    else if (answer !== 'hang') {
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
    }
    api.calls.push(call);
    for (const listener of [...listeners]) listener();
  }
  return api;
}

const tokenIssuers = ['ee'.repeat(32)];

function properAnswer({ method, path }: Call, { watchedMaps, figures }: FakeAdminApi): Answer {
  if (method === 'PUT')
    return { status: 200, body: { heartbeatSeconds: 0.05, telemetrySeconds: 1, tokenIssuers, figures } };
  if (path.endsWith('/challenge')) return { status: 200, body: { challenge: '0'.repeat(64) } };
  if (path.endsWith('/heartbeat')) return { status: 200, body: { watchedMaps, tokenIssuers } };
  if (path.endsWith('/goodbye')) return { status: 204 };
  if (path === 'telemetry') return { status: 202, body: { watchedMaps } };
  if (path === 'telemetry/positions') return { status: 202, body: { watched: true } };
  return { status: 202 };
}

export function refusal(status: number, code: string): Answer {
  return { status, body: { error: { code, message: 'no', requestId: 'r' } } };
}
