import { TestBed } from '@angular/core/testing';
import { PlayerMove } from '../backend/live-events';
import { LiveConnection } from './live-connection';

/** A stream as the API serves it: text is pushed by the test, the connection is cut by the test. */
class FakeStream {
  readonly response: Response;
  #controller!: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;

  constructor(
    readonly url: string,
    readonly headers: Record<string, string>,
    signal: AbortSignal,
  ) {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => (this.#controller = controller),
    });
    signal.addEventListener('abort', () => this.#end(() => this.#controller.error(new Error('aborted'))));
    this.response = new Response(body, { status: 200 });
  }

  push(text: string): void {
    this.#controller.enqueue(new TextEncoder().encode(text));
  }

  cut(): void {
    this.#end(() => this.#controller.close());
  }

  #end(how: () => void): void {
    try {
      how();
    } catch {
      // Ended before: an abort after a cut changes nothing.
    }
  }
}

describe('the live connection', () => {
  let streams: FakeStream[];
  let answer: (stream: FakeStream) => Promise<Response>;
  let live: LiveConnection;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0);
    streams = [];
    answer = (stream) => Promise.resolve(stream.response);
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      const stream = new FakeStream(url, init.headers as Record<string, string>, init.signal as AbortSignal);
      streams.push(stream);
      return answer(stream);
    });
    TestBed.configureTestingModule({});
    live = TestBed.inject(LiveConnection);
  });

  afterEach(() => {
    live.stop();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1);

  it('is live once the stream answers, and hands events out by kind', async () => {
    const moves: PlayerMove[] = [];
    live.player.subscribe((move) => moves.push(move));
    live.start();
    expect(live.state()).toBe('connecting');
    await settle();
    expect(live.state()).toBe('live');
    streams[0]?.push('id: p-1\nevent: player\ndata: {"change":"joined","name":"Ada"}\n\n');
    await settle();
    expect(moves).toEqual([{ change: 'joined', name: 'Ada' }]);
  });

  it('comes back after a cut from the last event it saw, and counts the resumption', async () => {
    live.start();
    await settle();
    streams[0]?.push('id: p-41\nevent: server\ndata: {}\n\n');
    await settle();
    streams[0]?.cut();
    await settle();
    expect(live.state()).toBe('lost');
    expect(live.lostAt()).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(600);
    expect(streams).toHaveLength(2);
    expect(streams[1]?.headers['last-event-id']).toBe('p-41');
    expect(live.state()).toBe('live');
    expect(live.resumed()).toBe(1);
    expect(live.lostAt()).toBe(0);
  });

  it('waits longer with every failed try, and not at all when told to', async () => {
    answer = () => Promise.reject(new TypeError('connection refused'));
    live.start();
    await settle();
    await vi.advanceTimersByTimeAsync(500);
    expect(streams).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(700);
    expect(streams).toHaveLength(2);
    live.retryNow();
    expect(streams).toHaveLength(3);
  });

  it('takes long silence as a break', async () => {
    live.start();
    await settle();
    await vi.advanceTimersByTimeAsync(11_000);
    streams[0]?.push(': beat\n\n');
    await vi.advanceTimersByTimeAsync(11_000);
    expect(live.state()).toBe('live');
    await vi.advanceTimersByTimeAsync(3000);
    expect(streams.length).toBeGreaterThan(1);
  });

  it('tells a live stream from live data: the database may stand still, and what is shown with it', async () => {
    const health = (database: string) =>
      `event: health\ndata: {"database":"${database}","since":"2026-11-28T12:00:00.000Z"}\n\n`;
    live.start();
    await settle();
    streams[0]?.push(health('up'));
    await settle();
    expect(live.staleSince()).toBe(0);
    streams[0]?.push(health('down'));
    await settle();
    expect(live.state()).toBe('live');
    expect(live.staleSince()).toBe(Date.UTC(2026, 10, 28, 12));
    expect(live.resumed()).toBe(0);
    streams[0]?.push(health('up'));
    await settle();
    expect(live.staleSince()).toBe(0);
    expect(live.resumed()).toBe(1);
  });

  it('opens the stream anew for another map without counting that as a break', async () => {
    live.start();
    await settle();
    streams[0]?.push('id: p-9\nevent: server\ndata: {}\n\n');
    await settle();
    live.watchMap('old mine');
    await settle();
    expect(streams[1]?.url).toBe('/api/v1/events?map=old%20mine');
    expect(streams[1]?.headers['last-event-id']).toBe('p-9');
    expect(live.state()).toBe('live');
    expect(live.resumed()).toBe(0);
    live.watchMap('old mine');
    expect(streams).toHaveLength(2);
  });

  it('stops and says so when the session is over', async () => {
    answer = () => Promise.resolve(new Response('{}', { status: 401 }));
    let refused = 0;
    live.refused.subscribe(() => refused++);
    live.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(refused).toBe(1);
    expect(live.state()).toBe('off');
    expect(streams).toHaveLength(1);
  });

  it('leaves an event out that is no JSON and goes on', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const moves: PlayerMove[] = [];
    live.player.subscribe((move) => moves.push(move));
    live.start();
    await settle();
    streams[0]?.push('event: player\ndata: {broken\n\nevent: player\ndata: {"name":"Bo"}\n\n');
    await settle();
    expect(moves).toEqual([{ name: 'Bo' }]);
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });
});
