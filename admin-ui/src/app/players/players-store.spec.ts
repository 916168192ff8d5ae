import { TestBed } from '@angular/core/testing';
import { Player, PlayersAnswer } from '../api/models';
import { Backend, PlayersQuery } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { LiveConnection } from '../live/live-connection';
import { PlayersStore, withChange, withMove } from './players-store';

const characters = ['Ada', 'Bo', 'Cy', 'Di'];
const numberOf = (name: string) => characters.indexOf(name) + 1;

function player(name: string, online = false): Player {
  return {
    id: `id-${name}`,
    characterId: numberOf(name),
    name,
    online,
    level: 3,
    map: 'meadow',
    serverId: 's1',
    serverName: 'North',
    firstSeenAt: '2026-01-01T00:00:00Z',
    lastSeenAt: '2026-01-02T00:00:00Z',
    playedSeconds: 60,
  };
}
const joined = {
  change: 'joined',
  characterId: numberOf('Ada'),
  name: 'Ada',
  level: 4,
  map: 'cave',
  serverId: 's1',
  at: '2026-02-01T00:00:00Z',
} as const;

describe('a player who comes or goes', () => {
  it('changes its own row and no other', () => {
    const rows = withMove([player('Ada'), player('Bo')], joined, 'South');
    expect(rows[0]).toMatchObject({
      online: true,
      level: 4,
      map: 'cave',
      serverName: 'South',
      lastSeenAt: joined.at,
    });
    expect(rows[1]).toEqual(player('Bo'));
  });

  it('is not one of the same name on another server', () => {
    const rows = [{ ...player('Ada'), serverId: 's2' }];
    expect(withMove(rows, joined, 'North')).toBe(rows);
  });

  it('is known by name where the directory has no number of it yet', () => {
    const [row] = withMove([{ ...player('Ada'), characterId: null }], joined, 'North');
    expect(row).toMatchObject({ online: true, characterId: numberOf('Ada') });
  });

  it('has the name that it bears now', () => {
    const [row] = withMove([player('Ada')], { ...joined, name: 'Adele' }, 'North');
    expect(row).toMatchObject({ name: 'Adele', online: true });
  });

  it('keeps the last map when leaving', () => {
    const [row] = withMove([player('Ada', true)], { ...joined, change: 'left', map: null }, 'South');
    expect(row).toMatchObject({ online: false, map: 'meadow' });
  });

  it('leaves a list without it as it is', () => {
    const rows = [player('Bo')];
    expect(withMove(rows, joined, '')).toBe(rows);
  });
});

describe('a player who reaches another level or map', () => {
  const change = {
    serverId: 's1',
    at: joined.at,
    players: [{ characterId: numberOf('Ada'), name: 'Ada', level: 9, map: 'cave' }],
  };

  it('changes its own row and no other', () => {
    const rows = withChange([player('Ada', true), player('Bo', true)], change);
    expect(rows).toEqual([{ ...player('Ada', true), level: 9, map: 'cave' }, player('Bo', true)]);
  });

  it('is not one who is offline or on another server', () => {
    expect(withChange([player('Ada')], change)).toEqual([player('Ada')]);
    const elsewhere = { ...change, serverId: 's2' };
    expect(withChange([player('Ada', true)], elsewhere)).toEqual([player('Ada', true)]);
  });
});

describe('the player list', () => {
  let asked: PlayersQuery[];
  let answers: ((query: PlayersQuery) => Promise<PlayersAnswer>)[];
  let store: PlayersStore;

  beforeEach(() => {
    asked = [];
    answers = [];
    const players = (query: PlayersQuery): Promise<PlayersAnswer> => {
      asked.push(query);
      return answers.shift()?.(query) ?? Promise.reject(new ApiProblem(500, 'internal', 'no answer'));
    };
    TestBed.configureTestingModule({
      providers: [PlayersStore, { provide: Backend, useValue: { players } }],
    });
    store = TestBed.inject(PlayersStore);
  });

  it('joins pages by their cursor', async () => {
    answers.push(() => Promise.resolve({ players: [player('Ada')], nextCursor: 'ada', total: 2 }));
    answers.push(() => Promise.resolve({ players: [player('Bo')], nextCursor: null, total: 2 }));
    await store.show({ search: '', online: null });
    expect(store.hasMore()).toBe(true);
    await store.more();
    expect(asked[1]?.cursor).toBe('ada');
    expect(store.rows().map(({ name }) => name)).toEqual(['Ada', 'Bo']);
    expect(store.hasMore()).toBe(false);
  });

  it('shows the answer to the last search, whichever comes in last', async () => {
    let late: (answer: PlayersAnswer) => void = () => undefined;
    answers.push(() => new Promise((resolve) => (late = resolve)));
    answers.push(() => Promise.resolve({ players: [player('Bo')], nextCursor: null, total: 1 }));
    const first = store.show({ search: 'a', online: null });
    await store.show({ search: 'b', online: null });
    late({ players: [player('Ada')], nextCursor: null, total: 1 });
    await first;
    expect(store.rows().map(({ name }) => name)).toEqual(['Bo']);
  });

  it('keeps its rows and says the problem when a page fails', async () => {
    answers.push(() => Promise.resolve({ players: [player('Ada')], nextCursor: 'ada', total: 2 }));
    await store.show({ search: '', online: null });
    await store.more();
    expect(store.rows()).toHaveLength(1);
    expect(store.problem()?.code).toBe('internal');
  });

  it('counts who came since it was loaded, once each, until it is loaded again', async () => {
    answers.push(() => Promise.resolve({ players: [player('Ada')], nextCursor: null, total: 1 }));
    await store.show({ search: '', online: null });
    const live = TestBed.inject(LiveConnection);
    for (const name of ['Ada', 'Bo', 'Bo', 'Cy'])
      live.player.next({ ...joined, characterId: numberOf(name), name });
    live.player.next({ ...joined, characterId: numberOf('Di'), name: 'Di', change: 'left' });
    expect(store.newcomers()).toBe(2);
    answers.push(() => Promise.resolve({ players: [], nextCursor: null, total: 0 }));
    await store.again();
    expect(store.newcomers()).toBe(0);
  });

  it('follows the live stream', async () => {
    answers.push(() => Promise.resolve({ players: [player('Ada')], nextCursor: null, total: 1 }));
    await store.show({ search: '', online: null });
    TestBed.inject(LiveConnection).player.next(joined);
    expect(store.rows()[0]?.online).toBe(true);
  });
});
