import { TestBed } from '@angular/core/testing';
import { Command } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { LiveConnection } from '../live/live-connection';
import { aCommand } from './command-specimen';
import { LiveCommands, commandsMax } from './live-commands';

describe('commands that are looked at', () => {
  let answer: (id: string) => Promise<Command>;
  let listed: readonly Command[];
  let asked: string[];
  let commands: LiveCommands;
  let live: LiveConnection;

  beforeEach(() => {
    asked = [];
    listed = [];
    answer = (id) => Promise.resolve(aCommand({ id }));
    const backend = {
      call: (_route: unknown, params: { id?: string; serverId?: string }) => {
        asked.push(params.id ?? `all of ${params.serverId}`);
        return params.id === undefined ? Promise.resolve({ commands: listed }) : answer(params.id);
      },
    };
    TestBed.configureTestingModule({ providers: [{ provide: Backend, useValue: backend }] });
    commands = TestBed.inject(LiveCommands);
    live = TestBed.inject(LiveConnection);
  });

  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const changed = (commandId: string, serverId = 's1') =>
    live.command.next({ commandId, serverId, state: 'queued', at: '2026-11-29T00:00:01.000Z' });
  const stateOf = (id: string) => commands.find(id)?.state;

  it('are asked for again when they changed, and at once when one was given: its first change may have been missed', async () => {
    answer = (id) => Promise.resolve(aCommand({ id, state: 'delivered' }));
    commands.follow(aCommand({}));
    expect(stateOf('c1')).toBe('queued');
    await turn();
    expect(stateOf('c1')).toBe('delivered');
    answer = (id) => Promise.resolve(aCommand({ id, state: 'applied', players: 1 }));
    changed('c1');
    await turn();
    expect(stateOf('c1')).toBe('applied');
  });

  it('do not go back when an older answer comes late', async () => {
    let comeLate: (command: Command) => void = () => undefined;
    answer = () => new Promise((resolve) => (comeLate = resolve));
    commands.follow(aCommand({}));
    answer = (id) => Promise.resolve(aCommand({ id, state: 'refused', refusal: 'not-here' }));
    changed('c1');
    await turn();
    comeLate(aCommand({ state: 'delivered' }));
    await turn();
    expect(stateOf('c1')).toBe('refused');
  });

  it('take the truth in place of a missing answer', async () => {
    commands.follow(aCommand({ state: 'unanswered' }));
    answer = (id) => Promise.resolve(aCommand({ id, state: 'interrupted' }));
    changed('c1');
    await turn();
    expect(stateOf('c1')).toBe('interrupted');
  });

  it('of a server that is shown come by themselves, others are left alone', async () => {
    listed = [aCommand({ id: 'old', state: 'applied', issuedAt: '2026-11-28T00:00:00.000Z' })];
    const hide = commands.show('s1');
    await turn();
    changed('new');
    changed('elsewhere', 's2');
    await turn();
    expect(asked).toEqual(['all of s1', 'new']);
    expect(commands.ofServer('s1').map(({ id }) => id)).toEqual(['new', 'old']);
    hide();
    changed('later');
    expect(asked).toHaveLength(2);
  });

  it('stay as they are while the API is away', async () => {
    answer = () => Promise.reject(new ApiProblem(0, 'unreachable', 'away'));
    commands.follow(aCommand({}));
    await turn();
    expect(stateOf('c1')).toBe('queued');
  });

  it('are not kept for ever', () => {
    for (let i = 0; i < commandsMax + 5; i++) commands.follow(aCommand({ id: `c${i}`, state: 'applied' }));
    expect(commands.find('c4')).toBeUndefined();
    expect(commands.find('c5')).toBeDefined();
  });
});
