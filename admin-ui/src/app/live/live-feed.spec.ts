import { TestBed } from '@angular/core/testing';
import { RecentEventsAnswer } from '../api/models';
import { Backend } from '../backend/backend';
import { PlayerMove } from '../backend/live-events';
import { ApiProblem } from '../backend/problem';
import { LiveConnection } from './live-connection';
import { FeedLines, feedLinesMax } from './live-feed';
import { LiveServers } from './live-servers';

type Recent = RecentEventsAnswer['events'];

const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const move = (name: string, second: number): PlayerMove => ({
  change: 'joined',
  characterId: name.length,
  name,
  level: 1,
  map: 'meadow',
  serverId: 's1',
  at: at(second),
});
const status = (
  status: 'online' | 'offline',
  second: number,
): Extract<Recent[number], { type: 'server' }> => ({
  type: 'server',
  serverId: 's1',
  name: 'North',
  status,
  at: at(second),
});

describe('the feed of events', () => {
  let recent: () => Promise<Recent>;
  let feed: FeedLines;
  let live: LiveConnection;

  beforeEach(() => {
    recent = () => Promise.resolve([]);
    const backend = {
      recentEvents: () => recent(),
      servers: () => Promise.resolve([{ id: 's1', name: 'North' }]),
    };
    TestBed.configureTestingModule({ providers: [{ provide: Backend, useValue: backend }] });
    feed = TestBed.inject(FeedLines);
    live = TestBed.inject(LiveConnection);
  });

  const told = (): string[] => feed.lines().map(({ who, what }) => `${who} ${what}`);

  it('begins with what happened before, and has what both ways tell only once', async () => {
    live.player.next(move('Bo', 20));
    recent = () =>
      Promise.resolve([
        { type: 'player', ...move('Ada', 10) },
        { type: 'player', ...move('Bo', 20) },
      ]);
    await feed.load();
    live.player.next(move('Cy', 30));
    expect(told()).toEqual(['Cy joined', 'Bo joined', 'Ada joined']);
  });

  it('names the server as soon as it is known', async () => {
    live.player.next(move('Bo', 20));
    await TestBed.inject(LiveServers).load();
    expect(told()).toEqual(['Bo joined North']);
  });

  it('tells a status once until it changes', async () => {
    recent = () => Promise.resolve([status('online', 1), status('online', 2), status('offline', 3)]);
    await feed.load();
    live.server.next(status('offline', 4));
    live.server.next(status('online', 5));
    expect(told()).toEqual(['North is online', 'North is offline', 'North is online']);
  });

  it('forgets the oldest beyond its cap', () => {
    for (let i = 0; i <= feedLinesMax; i++) live.player.next(move(`bot-${i}`, i));
    expect(feed.lines().length).toBe(feedLinesMax);
    expect(feed.lines().at(-1)?.who).toBe('bot-1');
  });

  it('goes on without the past when the API cannot tell it', async () => {
    recent = () => Promise.reject(new ApiProblem(503, 'unavailable', 'No'));
    await feed.load();
    live.player.next(move('Bo', 20));
    expect(told()).toEqual(['Bo joined']);
  });

  it('shows nothing of one session in the next', async () => {
    let answer: (events: Recent) => void = () => undefined;
    recent = () => new Promise((resolve) => (answer = resolve));
    const loading = feed.load();
    feed.clear();
    answer([{ type: 'player', ...move('Ada', 10) }]);
    await loading;
    expect(feed.lines()).toEqual([]);
  });
});
