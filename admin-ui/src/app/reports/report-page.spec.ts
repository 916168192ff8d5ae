import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { Report } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { MapNames } from '../live/map-names';
import { CommandForm } from '../operations/kinds/command-form';
import { Session } from '../session/session';
import { ReportPage } from './report-page';
import { aHandledReport, aReport } from './report-specimen';

describe('the page of a report', () => {
  let sent: { path: string; params: unknown }[];
  let answer: (path: string) => Promise<unknown>;
  let opened: CommandForm[];

  beforeEach(() => {
    sent = [];
    opened = [];
  });

  async function show(report: Report | ApiProblem, may: (permission: string) => boolean = () => true) {
    answer = () => (report instanceof ApiProblem ? Promise.reject(report) : Promise.resolve(report));
    const call = (route: { PATH: string }, params: unknown) => {
      sent.push({ path: route.PATH, params });
      if (route.PATH.endsWith('/sanctions')) return Promise.resolve({ sanctions: [] });
      return answer(route.PATH);
    };
    const player = () => Promise.resolve({ id: 'p2', name: 'Bob', serverId: 's1', characterId: 8 });
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: Backend, useValue: { call, player } },
        { provide: MapNames, useValue: { of: () => 'Willowmere' } },
        { provide: Session, useValue: { may, account: () => ({ id: 'me' }) } },
        {
          provide: MatDialog,
          useValue: { open: (_: unknown, { data }: { data: CommandForm }) => void opened.push(data) },
        },
      ],
    });
    const fixture = TestBed.createComponent(ReportPage);
    fixture.componentRef.setInput('id', 'r1');
    const settle = async () => {
      for (let i = 0; i < 4; i++) {
        fixture.detectChanges();
        await new Promise((resolve) => setTimeout(resolve));
      }
      fixture.detectChanges();
    };
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const button = (name: string) =>
      [...element.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
    return { element, settle, button };
  }

  it('shows chat and places, leads to both players, and offers what is done to whom', async () => {
    const { element, button } = await show(aReport());
    const chat = [...element.querySelectorAll('ol li')].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' '),
    );
    expect(chat).toHaveLength(3);
    expect(chat[0]).toContain('1 min 30 s beforeBobzone, Willowmerecheap gold');
    expect(element.textContent).toContain('Left out are the oldest lines of these ten minutes: 3 of');
    expect(element.querySelector('[data-testid=target-place]')?.textContent).toContain(
      'Willowmere, 1.3 / 20.0 m',
    );
    expect(element.querySelector('[data-testid=reporter-place]')?.textContent).toContain(
      'not in the world then',
    );
    const links = [...element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    for (const href of [
      '/players?player=p1',
      '/players?player=p2',
      '/map?map=meadow&server=s1',
      '/servers/s1',
    ])
      expect(links).toContain(href);
    for (const name of ['Mute', 'Ban', 'Take', 'Decide …']) expect(button(name)?.disabled).toBe(false);
  });

  it('is taken, and decided with an outcome and words for who reported', async () => {
    const { element, settle, button } = await show(aReport());
    answer = () => Promise.resolve(aHandledReport({ state: 'taken', takenById: 'me', takenByName: 'mo' }));
    button('Take')?.click();
    await settle();
    expect(sent.at(-1)).toEqual({
      path: '/api/v1/reports/{id}/take',
      params: { id: 'r1', body: { was: null } },
    });
    expect(element.querySelector('.badge')?.textContent).toBe('Taken by mo');
    expect(button('Take')).toBeUndefined();
    expect(element.querySelector('ol')?.textContent).toContain('cheap gold');
    button('Decide …')?.click();
    const [form] = opened;
    expect(form?.fields.map(({ name }) => name)).toEqual(['outcome', 'message']);
    answer = () =>
      Promise.resolve(aHandledReport({ state: 'resolved', outcome: 'muted', resolvedByName: 'mo' }));
    expect(await form?.send({ outcome: 'muted', message: 'thank you' })).toBeNull();
    await settle();
    expect(sent.at(-1)).toEqual({
      path: '/api/v1/reports/{id}/resolve',
      params: { id: 'r1', body: { outcome: 'muted', message: 'thank you' } },
    });
    expect(element.querySelector('.badge')?.textContent).toBe('Muted');
    expect(element.querySelector('ol')?.textContent).toContain('cheap gold');
    expect(button('Decide …')).toBeUndefined();
  });

  it('tells who took it meanwhile, shows that, and takes it over on purpose only', async () => {
    const { element, settle, button } = await show(aReport());
    const taken = aReport({ state: 'taken', takenById: 'ann', takenByName: 'ann' });
    answer = (path) =>
      path.endsWith('/take')
        ? Promise.reject(new ApiProblem(409, 'report-taken', 'Somebody else took the report meanwhile'))
        : Promise.resolve(taken);
    button('Take')?.click();
    await settle();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Somebody else took');
    expect(element.querySelector('.badge')?.textContent).toBe('Taken by ann');
    answer = () => Promise.resolve(aHandledReport({ state: 'taken', takenById: 'me', takenByName: 'mo' }));
    button('Take over')?.click();
    await settle();
    expect(sent.at(-1)).toEqual({
      path: '/api/v1/reports/{id}/take',
      params: { id: 'r1', body: { was: 'ann' } },
    });
    expect(element.querySelector('[role=alert]')).toBeNull();
    expect(element.querySelector('.badge')?.textContent).toBe('Taken by mo');
  });

  it('is shown as it is now to whose decision came too late', async () => {
    const { element, settle, button } = await show(aReport());
    button('Decide …')?.click();
    const decided = aReport({ state: 'resolved', outcome: 'banned', resolvedByName: 'ann' });
    const late = new ApiProblem(409, 'report-resolved', 'The report was decided already');
    answer = (path) => (path.endsWith('/resolve') ? Promise.reject(late) : Promise.resolve(decided));
    await expect(opened[0]?.send({ outcome: 'muted', message: '' })).rejects.toBe(late);
    await settle();
    expect(element.querySelector('.badge')?.textContent).toBe('Banned');
    expect(button('Decide …')).toBeUndefined();
  });

  it('says that there is none of what stands in the address', async () => {
    const { element, button } = await show(
      new ApiProblem(400, 'invalid-request', 'The request does not fit'),
    );
    expect(element.textContent).toContain('There is no such report');
    expect(element.textContent).not.toContain('does not fit');
    expect(button('Try again')).toBeUndefined();
  });

  it('is only read by who may not decide', async () => {
    const { button } = await show(aReport(), (permission) => permission === 'reports:read');
    for (const name of ['Take', 'Decide …', 'Mute']) expect(button(name)?.disabled).toBe(true);
  });

  it('says what went wrong', async () => {
    const gone = await show(new ApiProblem(404, 'unknown-report', 'There is no such report (any more)'));
    expect(gone.element.textContent).toContain('There is no such report');
    TestBed.resetTestingModule();
    const away = await show(new ApiProblem(503, 'unavailable', 'Later'));
    expect(away.element.querySelector('[role=alert]')?.textContent).toContain('Later');
    TestBed.resetTestingModule();
    const { element, settle, button } = await show(aReport());
    answer = () => Promise.reject(new ApiProblem(409, 'report-resolved', 'The report was decided already'));
    button('Take')?.click();
    await settle();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('was decided already');
  });
});
