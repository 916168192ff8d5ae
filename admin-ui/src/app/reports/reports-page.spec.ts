import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ReportsAnswer } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { LiveServers } from '../live/live-servers';
import { aListedReport } from './report-specimen';
import { ReportsPage } from './reports-page';

describe('the queue of reports', () => {
  let answers: (ReportsAnswer | ApiProblem | Promise<ReportsAnswer>)[];
  let asked: unknown[];

  beforeEach(() => {
    answers = [];
    asked = [];
  });

  const page = (part: Partial<ReportsAnswer> = {}): ReportsAnswer => ({
    ...{ reports: [aListedReport()], nextCursor: null, unresolved: 1, ...part },
  });

  async function show(inputs: Record<string, string> = {}) {
    const servers = { list: signal([{ id: 's1', name: 'North' }]), load: () => Promise.resolve() };
    const call = (_route: unknown, params: unknown) => {
      asked.push(params);
      const next = answers.length > 1 ? answers.shift() : answers[0];
      return next instanceof ApiProblem ? Promise.reject(next) : Promise.resolve(next);
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: LiveServers, useValue: servers },
        { provide: Backend, useValue: { call } },
      ],
    });
    const fixture = TestBed.createComponent(ReportsPage);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    const settle = async () => {
      fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    };
    await settle();
    return { element: fixture.nativeElement as HTMLElement, settle };
  }

  it('shows whom who reported for what, and leads to each', async () => {
    answers = [page()];
    const { element } = await show();
    const text = element.querySelector('tbody tr')?.textContent.replace(/\s+/g, ' ') ?? '';
    for (const part of ['Bob', 'Spam', 'sells gold', 'Ann', 'North', 'Open']) expect(text).toContain(part);
    expect(element.querySelector('tbody a')?.getAttribute('href')).toBe('/reports/r1');
    expect(element.querySelector('.page-head')?.textContent).toContain('1 unresolved');
    expect(asked).toEqual([{ state: 'unresolved', limit: 50 }]);
  });

  it('asks for what stands in the address, and for older ones behind the last', async () => {
    answers = [page({ nextCursor: '7' }), page({ reports: [aListedReport({ id: 'r0' })] })];
    const { element, settle } = await show({ state: 'all', server: 's1', player: 'p2' });
    const query = { state: 'all', limit: 50, serverId: 's1', playerId: 'p2' };
    expect(asked.at(-1)).toEqual(query);
    element.querySelector<HTMLButtonElement>('.more button')?.click();
    await settle();
    expect(asked.at(-1)).toEqual({ ...query, cursor: '7' });
    expect(element.querySelectorAll('tbody tr')).toHaveLength(2);
  });

  it('says that it loads, that nothing waits, that nothing fits, and what went wrong beside what it knew', async () => {
    answers = [new Promise(() => undefined)];
    expect((await show()).element.querySelector('tos-loading')).not.toBeNull();
    TestBed.resetTestingModule();
    answers = [page({ reports: [], unresolved: 0 })];
    expect((await show()).element.textContent).toContain('Nothing waits.');
    TestBed.resetTestingModule();
    expect((await show({ server: 's1' })).element.textContent).toContain('Nothing fits.');
    TestBed.resetTestingModule();
    answers = [page({ nextCursor: '7' }), new ApiProblem(503, 'unavailable', 'The API is away')];
    const { element, settle } = await show();
    element.querySelector<HTMLButtonElement>('.more button')?.click();
    await settle();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('The API is away');
    expect(element.querySelectorAll('tbody tr')).toHaveLength(1);
  });
});
