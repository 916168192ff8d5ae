import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { CheckState, SystemHealthAnswer } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { Now } from '../ui/now';
import { HealthPage } from './health-page';
import { KnownHealth, staleAfterMs } from './known-health';

const at = new Date().toISOString();
const check = (name: string, state: CheckState, says = '') => ({ name, state, says, asOf: at });
const answered: SystemHealthAnswer = {
  ...{ at, state: 'ill' },
  parts: [
    { serverId: null, name: 'Admin API', state: 'well', checks: [check('database', 'well')] },
    {
      ...{ serverId: 's1', name: 'north', state: 'ill' },
      checks: [
        check('simulation', 'well'),
        check('backups', 'notice', 'the last one failed'),
        check('characters-saved', 'ill', 'the disk is full'),
        check('a-new-one', 'ill'),
      ],
    },
  ],
};

describe('the known health', () => {
  let answer: () => Promise<SystemHealthAnswer>;
  let nowMs: ReturnType<typeof signal<number>>;
  let health: KnownHealth;

  beforeEach(() => {
    answer = () => Promise.resolve(answered);
    nowMs = signal(Date.now());
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: Backend, useValue: { call: () => answer() } },
        { provide: Now, useValue: { ms: nowMs } },
      ],
    });
    health = TestBed.inject(KnownHealth);
  });
  afterEach(() => health.clear());
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  it('is nothing before it was asked for', () => {
    expect([health.parts(), health.faults(), health.state()]).toEqual([null, 0, 'unknown']);
  });

  it('counts what is not well', async () => {
    health.start();
    await turn();
    expect([health.faults(), health.state()]).toEqual([2, 'ill']);
  });

  it('is not known any more when no answer came for long', async () => {
    health.start();
    await turn();
    answer = () => Promise.reject(new ApiProblem(0, 'unreachable', 'The API cannot be reached'));
    nowMs.set(Date.now() + staleAfterMs + 1_000);
    await health.ask();
    expect([health.faults(), health.state()]).toEqual([0, 'unknown']);
    expect(new Set(health.parts()?.flatMap(({ checks }) => checks.map(({ state }) => state)))).toEqual(
      new Set(['unknown']),
    );
    expect(health.problem()?.message).toBe('The API cannot be reached');
  });

  it('is forgotten with the session', async () => {
    health.start();
    health.clear();
    await turn();
    expect(health.parts()).toBeNull();
  });

  it('stands on its page, the worst first, with words for states and checks', async () => {
    health.start();
    await turn();
    const fixture = TestBed.createComponent(HealthPage);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const panels = [...element.querySelectorAll('section')].map((one) => one.getAttribute('aria-label'));
    expect(panels).toEqual(['Health of north', 'Health of Admin API']);
    const rows = [...element.querySelectorAll('section:first-of-type tbody tr')].map((row) =>
      [...row.children].slice(0, 3).map((cell) => cell.textContent?.trim()),
    );
    expect(rows).toEqual([
      ['Saves of characters', 'Not well', 'the disk is full'],
      ['a-new-one', 'Not well', '–'],
      ['Backups', 'Look at it', 'the last one failed'],
      ['Simulation', 'Well', '–'],
    ]);
    expect(element.querySelector('[data-testid=state]')?.textContent).toBe('Not well');
  });
});
