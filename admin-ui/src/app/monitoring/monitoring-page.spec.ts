import { Component, input, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { FiguresAnswer, GameServer } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { TimeChart } from '../charts/time-chart';
import { LiveConnection } from '../live/live-connection';
import { LiveServers } from '../live/live-servers';
import { MonitoringPage } from './monitoring-page';

@Component({ selector: 'tos-time-chart', template: '<b>{{ name() }}</b>' })
class ChartStub {
  readonly name = input.required<string>();
  readonly unit = input<unknown>();
  readonly series = input<unknown>();
  readonly format = input<unknown>();
  readonly axisFormat = input<unknown>();
  readonly steps = input<unknown>();
  readonly limit = input<unknown>();
  readonly stepMs = input<unknown>();
  readonly isLive = input<unknown>();
  readonly cutSpikes = input<unknown>();
  readonly toMs = input<number>();
  readonly spanMs = input<number>();
}

const step = 10_000;
function answer(values: (number | null)[], endMs = Math.ceil(Date.now() / step) * step): FiguresAnswer {
  return {
    from: new Date(endMs - values.length * step).toISOString(),
    ...{ stepSeconds: step / 1000, spans: values.length },
    figures: { players: { means: values, leasts: values, largests: values } },
  } as FiguresAnswer;
}

describe('the page of monitoring', () => {
  let asked: Record<string, unknown>[];
  let answers: (FiguresAnswer | ApiProblem)[];
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    asked = [];
    answers = [];
  });
  afterEach(() => vi.useRealTimers());

  async function show(part: { time?: string; until?: string; servers?: GameServer[] } = {}) {
    const list = signal(part.servers ?? [{ id: 's1', name: 'North', status: 'online' } as GameServer]);
    const resumed = signal(0);
    const servers = {
      ...{ list, loaded: signal(true), problem: signal(null), load: () => Promise.resolve() },
      find: (id: string | undefined) => list().find((one) => one.id === id),
    };
    const call = (_: unknown, params: Record<string, unknown>) => {
      asked.push(params);
      const next = answers.length > 1 ? answers.shift() : answers[0];
      return next instanceof ApiProblem ? Promise.reject(next) : Promise.resolve(next);
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: LiveServers, useValue: servers },
        { provide: LiveConnection, useValue: { resumed } },
        { provide: Backend, useValue: { call } },
      ],
    });
    TestBed.overrideComponent(MonitoringPage, {
      remove: { imports: [TimeChart] },
      add: { imports: [ChartStub] },
    });
    const fixture = TestBed.createComponent(MonitoringPage);
    for (const name of ['time', 'until'] as const) fixture.componentRef.setInput(name, part[name]);
    const settle = async () => {
      fixture.detectChanges();
      await vi.advanceTimersByTimeAsync(0);
      fixture.detectChanges();
    };
    await settle();
    const text = () => (fixture.nativeElement as HTMLElement).textContent;
    return { fixture, settle, text, resumed };
  }

  it('asks once for all figures of the time chosen, and draws every chart over it', async () => {
    answers = [answer([1, 2, 3])];
    const { text } = await show({ time: '24h' });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ id: 's1', minutes: 1440 });
    expect(String(asked[0]!['figures']).split(',')).toContain('memoryPressurePercent');
    for (const name of ['Players', 'Tick time', 'Loss', 'Sent again', 'Disks', 'Query time'])
      expect(text()).toContain(name);
  });

  it('joins what is new as it comes', async () => {
    answers = [answer([1, 2, 3])];
    const { fixture, settle } = await show();
    const end = fixture.componentInstance.toMs();
    answers = [answer([30, 4], end + step)];
    await vi.advanceTimersByTimeAsync(10_000);
    await settle();
    expect(asked[1]).toMatchObject({ since: new Date(end - 2 * step).toISOString() });
    expect(fixture.componentInstance.known()?.figures.players?.means).toEqual([2, 30, 4]);
  });

  it('says that nothing was measured, and draws nothing then', async () => {
    answers = [answer([null, null])];
    const { text } = await show();
    expect(text()).toContain('Nothing was measured in this time.');
    expect(text()).not.toContain('Tick time');
  });

  it('says since when nothing comes any more', async () => {
    answers = [answer([5, null, null, null, null])];
    const { text } = await show();
    expect(text()).toContain('Nothing has been measured since');
    expect(text()).toContain('Tick time');
  });

  it('keeps what it has when it cannot be read anew, says so, and goes on by itself', async () => {
    answers = [answer([1, 2, 3])];
    const { settle, text } = await show();
    answers = [new ApiProblem(503, 'database-unavailable', 'The database does not answer.')];
    await vi.advanceTimersByTimeAsync(10_000);
    await settle();
    expect(text()).toContain('The database does not answer.');
    expect(text()).toContain('Below is what was read');
    expect(text()).toContain('Tick time');
    answers = [answer([1, 2, 3, 4])];
    await vi.advanceTimersByTimeAsync(10_000);
    await settle();
    expect(text()).not.toContain('Below is what was read');
  });

  it('says what is wrong when nothing could be read yet', async () => {
    answers = [new ApiProblem(500, 'internal', 'Something failed.')];
    const { text } = await show();
    expect(text()).toContain('Something failed.');
    expect(text()).not.toContain('Below is what was read');
  });

  it('of a time of the past is not read again', async () => {
    const until = new Date(Date.now() - 86_400_000).toISOString();
    answers = [answer([1, 2, 3], Date.parse(until))];
    await show({ until });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked.map((one) => one['until'])).toEqual([until]);
  });

  it('reads all anew after the stream was away', async () => {
    answers = [answer([1, 2, 3])];
    const { resumed, settle } = await show();
    resumed.set(1);
    await settle();
    expect(asked.map((one) => one['since'])).toEqual([undefined, undefined]);
  });

  it('says when no server has registered', async () => {
    const { text } = await show({ servers: [] });
    expect(text()).toContain('No game server has registered yet.');
    expect(asked).toEqual([]);
  });
});
