import { TestBed } from '@angular/core/testing';
import { GameServer, TicksAnswer } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { TickTimes } from './tick-times';

const answer: TicksAnswer = {
  seconds: 10,
  ticksPerSecond: 60,
  phases: [
    { name: 'movement', part: 'systems', budgetUs: 900, sumUs: 600, mostUs: 400, p99Us: 400 },
    { name: 'publish', part: 'outward', budgetUs: 2000, sumUs: 18_000, mostUs: 17_000, p99Us: 17_000 },
  ],
  ticksUs: [1_000, 17_600],
  longest: [{ at: 1, agoMs: 4, us: [600, 17_000] }],
};

describe('the ticks of a server', () => {
  let asked: object[];
  let next: TicksAnswer | ApiProblem;

  async function show(status: GameServer['status'] = 'online') {
    asked = [];
    const call = (_: unknown, params: object) => {
      asked.push(params);
      return next instanceof ApiProblem ? Promise.reject(next) : Promise.resolve(next);
    };
    TestBed.configureTestingModule({ providers: [{ provide: Backend, useValue: { call } }] });
    const fixture = TestBed.createComponent(TickTimes);
    fixture.componentRef.setInput('server', { id: 's1', name: 'North', status });
    fixture.detectChanges();
    const page = fixture.nativeElement as HTMLElement;
    const press = async (text: string) => {
      [...page.querySelectorAll('button')].find((button) => button.textContent!.trim() === text)!.click();
      await fixture.whenStable();
      fixture.detectChanges();
    };
    return { page, press, fixture };
  }

  beforeEach(() => (next = answer));

  it('are asked for by a button, and not before', async () => {
    const { page, press } = await show();
    expect(asked).toEqual([]);
    await press('Last 30 s');
    expect(asked).toEqual([{ id: 's1', seconds: 30 }]);
    expect(page.querySelector('[data-testid=ticks-words]')!.textContent).toContain(
      '2 ticks, the longest 17.6 ms; 1 took longer',
    );
    const rows = [...page.querySelectorAll('[data-testid=phases] tbody td.main')].map(
      (cell) => cell.textContent,
    );
    expect(rows).toEqual(['publish', 'movement']);
    expect(page.querySelector('[data-testid=flame]')!.getAttribute('aria-label')).toContain('publish 97 %');
  });

  it('can be looked at one by one', async () => {
    const { page, press, fixture } = await show();
    await press('Last 10 s');
    const select = page.querySelector('select')!;
    expect(select.options).toHaveLength(2);
    select.value = '0';
    select.dispatchEvent(new Event('change'));
    fixture.detectChanges();
    expect(page.querySelector('[data-testid=flame]')!.getAttribute('aria-label')).toContain('17.6 ms');
    expect(page.querySelectorAll('.box.over')).toHaveLength(1);
  });

  it('stay when they cannot be read anew, with the reason', async () => {
    const { page, press } = await show();
    await press('Last 10 s');
    next = new ApiProblem(503, 'server-away', 'The game server is away');
    await press('Last 10 s');
    expect(page.textContent).toContain('The game server is away');
    expect(page.querySelector('[data-testid=flame]')).not.toBeNull();
  });

  it('are not asked of a server that is away', async () => {
    const { page } = await show('offline');
    expect([...page.querySelectorAll('button')].every(({ disabled }) => disabled)).toBe(true);
  });

  it('are gone when another server is looked at, and so is what was wrong', async () => {
    const { page, press, fixture } = await show();
    await press('Last 10 s');
    next = new ApiProblem(503, 'server-away', 'The game server is away');
    await press('Last 10 s');
    fixture.componentRef.setInput('server', { id: 's2', name: 'South', status: 'online' });
    fixture.detectChanges();
    expect(page.querySelector('[data-testid=flame]')).toBeNull();
    expect(page.textContent).not.toContain('The game server is away');
  });

  it('of a server that is looked at no more are not shown, nor what was wrong with them', async () => {
    for (const late of [answer, new ApiProblem(503, 'server-away', 'The game server is away')]) {
      next = late;
      const { page, press, fixture } = await show();
      const pressed = press('Last 10 s');
      fixture.componentRef.setInput('server', { id: 's2', name: 'South', status: 'online' });
      await pressed;
      expect(page.querySelector('[data-testid=flame]')).toBeNull();
      expect(page.textContent).not.toContain('The game server is away');
      TestBed.resetTestingModule();
    }
  });
});
