import { TestBed } from '@angular/core/testing';
import { Command } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { LiveConnection } from '../live/live-connection';
import { aCommand } from '../operations/command-specimen';
import { OpenProposals } from './open-proposals';

describe('what waits for a second person', () => {
  let open: Command[];
  let answer: (limit: number) => Promise<unknown>;
  let asked: number[];
  let proposals: OpenProposals;
  let live: LiveConnection;

  beforeEach(() => {
    asked = [];
    open = [aCommand({ id: 'c1', state: 'proposed' })];
    answer = (limit) =>
      Promise.resolve({ proposals: open.slice(0, limit), nextCursor: null, total: open.length });
    const backend = {
      call: (_route: unknown, { limit }: { limit: number }) => {
        asked.push(limit);
        return answer(limit);
      },
    };
    TestBed.configureTestingModule({ providers: [{ provide: Backend, useValue: backend }] });
    proposals = TestBed.inject(OpenProposals);
    live = TestBed.inject(LiveConnection);
  });

  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const changed = (commandId: string, state: Command['state']) =>
    live.command.next({ commandId, serverId: 's1', state, at: '2026-11-30T00:00:00.000Z' });
  const ids = () => proposals.rows()?.map(({ id }) => id);

  it('is not asked for by who may not decide', async () => {
    changed('c1', 'proposed');
    await turn();
    expect(asked).toEqual([]);
    expect(proposals.rows()).toBeNull();
  });

  it('is asked for again when something is proposed, or one of them changes, and not for what else happens', async () => {
    proposals.start();
    await turn();
    expect([ids(), proposals.total()]).toEqual([['c1'], 1]);
    open = [...open, aCommand({ id: 'c2', state: 'proposed' })];
    changed('c2', 'proposed');
    await turn();
    expect([ids(), proposals.total()]).toEqual([['c1', 'c2'], 2]);
    changed('elsewhere', 'applied');
    await turn();
    expect(asked).toHaveLength(2);
    open = open.slice(1);
    changed('c1', 'queued');
    await turn();
    expect([ids(), proposals.total()]).toEqual([['c2'], 1]);
  });

  it('is asked for once more when it changed meanwhile', async () => {
    let comeLate: (value: unknown) => void = () => undefined;
    answer = () => new Promise((resolve) => (comeLate = resolve));
    proposals.start();
    changed('c2', 'proposed');
    changed('c3', 'proposed');
    expect(asked).toHaveLength(1);
    answer = () => Promise.resolve({ proposals: [], nextCursor: null, total: 0 });
    comeLate({ proposals: open, nextCursor: null, total: 1 });
    await turn();
    expect(asked).toHaveLength(2);
    expect(ids()).toEqual([]);
  });

  it('says what went wrong, keeps what it knew, and tries again', async () => {
    proposals.start();
    await turn();
    answer = () => Promise.reject(new ApiProblem(503, 'unavailable', 'away'));
    await proposals.load();
    expect([proposals.problem()?.message, ids()]).toEqual(['away', ['c1']]);
    answer = () => Promise.resolve({ proposals: [], nextCursor: null, total: 0 });
    await proposals.load();
    expect([proposals.problem(), ids()]).toEqual([null, []]);
  });

  it('comes a page at a time', async () => {
    open = Array.from({ length: 120 }, (_, i) => aCommand({ id: `c${i}`, state: 'proposed' }));
    proposals.start();
    await turn();
    expect([ids()?.length, proposals.hasMore()]).toEqual([50, true]);
    proposals.more();
    await turn();
    proposals.more();
    await turn();
    expect([ids()?.length, proposals.hasMore()]).toEqual([120, false]);
  });
});
