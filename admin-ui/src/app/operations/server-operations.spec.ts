import { TestBed } from '@angular/core/testing';
import { GameServer } from '../api/models';
import { Backend } from '../backend/backend';
import { Session } from '../session/session';
import { aCommand } from './command-specimen';
import { ServerOperations } from './server-operations';

const permissionsOf: Readonly<Record<string, readonly string[]>> = {
  viewer: ['servers:read'],
  moderator: ['servers:read', 'commands:read', 'servers:broadcast'],
  admin: ['servers:read', 'commands:read', 'servers:broadcast', 'servers:drain'],
};

async function show(role: string, part: Partial<GameServer> = {}): Promise<HTMLElement> {
  const session = {
    may: (permission: string) => permissionsOf[role]!.includes(permission),
    account: () => ({ role }),
  };
  const commands = [aCommand({ state: 'timed-out' })];
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: session },
      { provide: Backend, useValue: { call: () => Promise.resolve({ commands }) } },
    ],
  });
  const fixture = TestBed.createComponent(ServerOperations);
  fixture.componentRef.setInput('server', {
    id: 's1',
    name: 'North',
    status: 'online',
    players: 3,
    planned: null,
    ...part,
  });
  await fixture.whenStable();
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const buttons = (element: HTMLElement): string[] =>
  [...element.querySelectorAll('button')].map(
    (button) => `${button.textContent.trim()}${button.disabled ? ' (disabled)' : ''}`,
  );
const why = (element: HTMLElement) => element.querySelector('#operations-why')?.textContent.trim();

describe('what may be done to a server', () => {
  it('is everything for an admin, who also sees what was done', async () => {
    const element = await show('admin');
    expect(buttons(element)).toEqual(['Message to players', 'Drain', 'Plan a drain']);
    expect(why(element)).toBe('');
    expect(element.querySelector('li')?.textContent).toContain('Timed out');
  });

  it('is less for a moderator, with the reason', async () => {
    const element = await show('moderator');
    expect(buttons(element)).toEqual(['Message to players', 'Drain (disabled)', 'Plan a drain (disabled)']);
    expect(why(element)).toBe('Your role, moderator, does not permit: Drain, Plan a drain.');
  });

  it('is nothing for a viewer, who does not see what was done either', async () => {
    const element = await show('viewer');
    expect(buttons(element)).toEqual([
      'Message to players (disabled)',
      'Drain (disabled)',
      'Plan a drain (disabled)',
    ]);
    expect(why(element)).toBe('Your role, viewer, does not permit: Message to players, Drain, Plan a drain.');
    expect(element.querySelector('ul')).toBeNull();
  });

  it('is nothing while the server is not there', async () => {
    const element = await show('admin', { status: 'offline' });
    expect(buttons(element)).toEqual([
      'Message to players (disabled)',
      'Drain (disabled)',
      'Plan a drain (disabled)',
    ]);
    expect(why(element)).toContain('would only time out');
  });

  it('of one that is drained is to open it again; it says who is still inside', async () => {
    const element = await show('admin', { status: 'draining', players: 1 });
    expect(buttons(element)).toEqual(['Message to players', 'Open again']);
    expect(element.querySelector('[data-testid=drain-state]')?.textContent).toContain(
      '1 player is still inside',
    );
  });

  it('of one with something planned is to call it off, too; it says what and when', async () => {
    const planned = { at: '2030-01-31T04:00:00Z', graceSeconds: 300, then: 'restart', text: '' } as const;
    const element = await show('admin', { planned });
    expect(buttons(element)).toContain('Call off what is planned');
    const said = element.querySelector('[data-testid=planned]');
    expect(said?.textContent).toContain('Planned: the server empties and starts anew');
    expect(said?.querySelector('time')?.getAttribute('datetime')).toBe('2030-01-31T04:00:00Z');
  });
});
