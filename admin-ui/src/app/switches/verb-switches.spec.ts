import { MatDialog } from '@angular/material/dialog';
import { TestBed } from '@angular/core/testing';
import { GameServer } from '../api/models';
import { Backend } from '../backend/backend';
import { Session } from '../session/session';
import { CommandForm } from '../operations/kinds/command-form';
import { VerbSwitches } from './verb-switches';

const verbs = [
  { verb: 'trade', isOpen: true, stops: 'Trades of players.' },
  { verb: 'buy', isOpen: true, stops: 'Buying.' },
];

describe('the switches of the economy', () => {
  let asked: { title: string; act: string }[];
  let called: unknown[];

  beforeEach(() => {
    asked = [];
    called = [];
  });

  async function show(role: 'admin' | 'viewer', part: Partial<GameServer> = {}): Promise<HTMLElement> {
    const session = { may: () => role === 'admin', account: () => ({ role }) };
    const call = (_: unknown, what: object) => {
      called.push(what);
      return Promise.resolve({ verbs });
    };
    const open = (_: unknown, { data }: { data: CommandForm }) => {
      asked.push({ title: data.title, act: data.act });
      void data.send({ reason: 'it doubles' });
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: Session, useValue: session },
        { provide: Backend, useValue: { call } },
        { provide: MatDialog, useValue: { open } },
      ],
    });
    const fixture = TestBed.createComponent(VerbSwitches);
    const server = { id: 's1', name: 'North', status: 'online', closedVerbs: ['buy'], ...part };
    fixture.componentRef.setInput('server', server);
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  const switches = (element: HTMLElement) => [
    ...element.querySelectorAll<HTMLButtonElement>('[role=switch]'),
  ];

  it('say what is off, what stops with it, and how many are', async () => {
    const element = await show('admin');
    expect(switches(element).map((one) => [one.ariaLabel, one.ariaChecked, one.textContent.trim()])).toEqual([
      ['trade', 'true', 'On'],
      ['buy', 'false', 'Off'],
    ]);
    expect(element.querySelector('[data-testid=verbs-off]')?.textContent.trim()).toBe('1 switched off.');
    expect(element.textContent).toContain('Trades of players.');
  });

  it('ask for a reason, and give the command', async () => {
    const [trade, buy] = switches(await show('admin'));
    trade!.click();
    buy!.click();
    expect(asked).toEqual([
      { title: 'Switch trade off on North', act: 'Switch off' },
      { title: 'Switch buy on on North', act: 'Switch on' },
    ]);
    expect(called.slice(1)).toEqual([
      { id: 's1', verb: 'trade', body: { isOpen: false, reason: 'it doubles' } },
      { id: 's1', verb: 'buy', body: { isOpen: true, reason: 'it doubles' } },
    ]);
  });

  it('are not for everybody, and not for a server that is not there, with the reason', async () => {
    const element = await show('viewer');
    expect(switches(element).every(({ disabled }) => disabled)).toBe(true);
    expect(element.textContent).toContain('Your role, viewer, does not permit: Switches.');
    TestBed.resetTestingModule();
    const gone = await show('admin', { status: 'offline' });
    expect(switches(gone).every(({ disabled }) => disabled)).toBe(true);
    expect(gone.textContent).toContain('Nothing can be switched while the server is not there.');
  });
});
