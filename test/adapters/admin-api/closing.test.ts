// What may begin while the API ends, and who could hold the end up.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, type Socket } from 'node:net';
import {
  EventStreams,
  streamsPerAccountMax,
  streamsPerSessionMax,
  type StreamSink,
} from '#adapters/admin-api/events/event-streams.js';
import { Closing } from '#adapters/admin-api/http/closing.js';
import { AdminHttp } from '../../support/admin/admin-http.js';
import { EventReader } from '../../support/admin/event-reader.js';

let http: AdminHttp;
const sockets: Socket[] = [];
beforeEach(async () => {
  http = await AdminHttp.start();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await http.stop();
});

/** Sends `text` and gives back all that comes until the server ends the connection. */
async function send(text: string): Promise<{ answer: Promise<string>; socket: Socket }> {
  const { port } = new URL(await http.url());
  const socket = connect(Number(port), '127.0.0.1');
  sockets.push(socket);
  let received = '';
  socket.on('data', (bytes) => (received += bytes.toString()));
  socket.on('error', () => undefined);
  const answer = new Promise<string>((resolve) => socket.once('close', () => resolve(received)));
  const arrived = new Promise<Socket>((resolve) => http.app.getHttpServer().once('connection', resolve));
  if (text !== '') socket.write(text);
  const atServer = await arrived;
  while (atServer.bytesRead < text.length) await pause();
  await pause();
  return { answer, socket };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('from the beginning of the end', () => {
  it('every request is refused with 503 in the words of every refusal, and its connection ends', async () => {
    http.app.get(Closing).hasBegun = true;
    for (const [method, url] of [
      ['GET', '/health/ready'],
      ['GET', '/api/v1/servers'],
      ['POST', '/api/v1/auth/login'],
      ['GET', '/api/v1/events'],
    ] as const) {
      const reply = await http.ask(method, url);
      expect([url, reply.statusCode, reply.json<{ error: { code: string } }>().error.code]).toEqual([
        url,
        503,
        'shutting-down',
      ]);
      expect(reply.headers.connection).toBe('close');
    }
  });

  it('no event stream opens, also for who was let in before', () => {
    const streams = new EventStreams('t');
    const client = { tokenDigest: 'a', accountId: 'a', map: undefined, lastEventId: undefined };
    expect(streams.hasRoomFor('a', 'a')).toBe(true);
    streams.close();
    const sink = new FakeSink();
    streams.add(client, sink);
    expect([sink.isEnded, streams.open, streams.hasRoomFor('a', 'a')]).toEqual([true, 0, false]);
  });

  it('a console that reconnects at once holds up no stop', async () => {
    const cookie = await http.logIn('viewer');
    const url = `${await http.url()}/api/v1/events`;
    let stopped = false;
    // As the address bar had it at the log-in: the cookie's name ends in that port.
    const headers = { cookie, host: 'localhost:8080' };
    const reader = await EventReader.open(url, headers);
    const reconnecting = (async () => {
      await reader.ended();
      while (!stopped) {
        const again = await EventReader.open(url, headers).catch(() => undefined);
        await again?.ended();
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    await http.stop();
    stopped = true;
    await reconnecting;
    expect(http.streams.open).toBe(0);
  });

  it.each([
    ['says nothing', ''],
    ['never ends its head', 'GET /health/live HTTP/1.1\r\nhost: x\r\n'],
    [
      'never ends its body',
      'POST /api/v1/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{',
    ],
    ['keeps its connection', 'GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n'],
  ])('a client that %s is cut off', async (_, text) => {
    const { answer } = await send(text);
    await http.stop();
    expect(await answer).toMatch(text.endsWith('x\r\n\r\n') ? /^HTTP\/1\.1 200 / : /^(HTTP\/1\.1 [45]|$)/);
  });

  it('an answer that never comes is cut off', async () => {
    const cookie = await http.logIn('viewer');
    http.world.ports.servers.list = () => new Promise(() => undefined);
    const { answer } = await send(
      `GET /api/v1/servers HTTP/1.1\r\nhost: localhost:8080\r\ncookie: ${cookie}\r\n\r\n`,
    );
    await http.stop();
    expect(await answer).toBe('');
  });
});

describe('slow clients', () => {
  it('are bounded in head, body, silence and pauses', async () => {
    await http.url();
    const server = http.app.getHttpServer() as unknown as Record<string, number>;
    expect(server).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 72_000,
    });
  });
});

describe('event streams', () => {
  it('are limited by account, over all its sessions, and in all', () => {
    const streams = new EventStreams('t', streamsPerAccountMax + 1);
    let session = 0;
    const open = (accountId: string): void => {
      const tokenDigest = `${accountId}-${Math.floor(session++ / streamsPerSessionMax)}`;
      streams.add({ tokenDigest, accountId, map: undefined, lastEventId: undefined }, new FakeSink());
    };
    for (let i = 0; i < streamsPerAccountMax; i++) {
      expect(streams.hasRoomFor('another session', 'ann')).toBe(true);
      open('ann');
    }
    expect(streams.hasRoomFor('another session', 'ann')).toBe(false);
    expect(streams.hasRoomFor('a session', 'bob')).toBe(true);
    open('bob');
    expect(streams.hasRoomFor('a session', 'cid')).toBe(false);
    expect(streams.counters.refused).toBe(2);
  });
});

class FakeSink implements StreamSink {
  queuedBytes = 0;
  isEnded = false;
  write(): void {}
  end(): void {
    this.isEnded = true;
  }
}
