import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { EconomyAnswer, GameServer } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { LiveServers } from '../live/live-servers';
import { EconomyPage } from './economy-page';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const places = { carried: 25, bank: 0, buyBack: 0, ground: 0, letter: 5, market: 0 };

function answer(part: object = {}, takenAt = minutesAgo(0)): EconomyAnswer {
  return {
    ...{ state: 'balanced', entry: 9, behind: 0, of: 'coins', period: 'hours', first: null, flows: [] },
    kept: { hours: 192, days: 92, rolledUp: 0, dropped: 0 },
    census: {
      ...{ takenAt, entry: 9, unlisted: 0, unbalanced: [] },
      things: [{ of: 'coins', created: 40, destroyed: 10, there: 30, places }],
      shares: { holders: 3, coins: 25, top1: 0.5, top10: 0.5, gini: 0.25 },
    },
    breaches: { ever: 0, ofDay: 0, list: [] },
    items: [],
    ...part,
  } as EconomyAnswer;
}

describe('the page of the economy', () => {
  let answers: (EconomyAnswer | ApiProblem | Promise<EconomyAnswer>)[];

  beforeEach(() => {
    answers = [];
  });

  async function show(part: Partial<GameServer> = {}) {
    const server = { id: 's1', name: 'North', status: 'online', ...part } as GameServer;
    const list = signal([server]);
    const servers = {
      ...{ list, loaded: signal(true), problem: signal(null) },
      ...{ load: () => Promise.resolve(), find: () => undefined },
    };
    const gains = { kinds: [], gainersLeast: 8, unnoted: 0 };
    const call = (route: { PATH: string }) => {
      if (route.PATH.endsWith('/gains')) return Promise.resolve(gains);
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
    const fixture = TestBed.createComponent(EconomyPage);
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    };
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const text = () => element.textContent.replaceAll(/\s+/g, ' ');
    const badge = () => element.querySelector('[data-testid=conservation]');
    return { element, text, badge, settle };
  }

  it('says that it is loading, then how it stands and what there is', async () => {
    let tell!: (answer: EconomyAnswer) => void;
    answers = [new Promise((resolve) => (tell = resolve))];
    const { text, badge, settle } = await show();
    expect(text()).toContain('Loading the economy');
    expect(badge()).toBeNull();
    tell(answer());
    await settle();
    expect(badge()?.textContent).toBe('Adds up');
    expect(badge()?.classList.contains('ok')).toBe(true);
    expect(text()).toContain('Nothing was created, destroyed or moved.');
    expect(text()).toContain('of 3 who have any');
  });

  it('is red, and says by how much it is off', async () => {
    const census = answer().census!;
    const things = [{ ...census.things[0]!, there: 37 }];
    answers = [answer({ state: 'unbalanced', census: { ...census, things, unbalanced: ['coins'] } })];
    const { element, badge } = await show();
    expect(badge()?.classList.contains('bad')).toBe(true);
    expect(element.querySelector('[data-of=coins]')?.textContent).toContain('off by +7');
  });

  it('is not green for what was counted long ago', async () => {
    answers = [answer({}, minutesAgo(10))];
    const { text, badge } = await show();
    expect(badge()?.classList.contains('ok')).toBe(false);
    expect(text()).toContain('It was not counted again for a while');
  });

  it('keeps what it had, with the reason, when it cannot be read anew', async () => {
    answers = [answer(), new ApiProblem(503, 'server-away', 'The game server is away.')];
    const { element, text, badge, settle } = await show();
    [...element.querySelectorAll('button')].find((button) => button.textContent.includes('Refresh'))!.click();
    await settle();
    expect(text()).toContain('The game server is away.');
    expect(text()).toContain('Below is what was counted');
    expect(badge()?.classList.contains('ok')).toBe(false);
  });

  it('asks nothing of a server that is away', async () => {
    const { element, text } = await show({ status: 'offline' });
    expect(text()).toContain('The server is away: only it knows its economy.');
    expect([...element.querySelectorAll('button')].every(({ disabled }) => disabled)).toBe(true);
  });
});
