import { TestBed } from '@angular/core/testing';
import { Player, Sanction } from '../api/models';
import { Backend } from '../backend/backend';
import { Session } from '../session/session';
import { PlayerSanctions } from './player-sanctions';
import { banForm, liftForm, muteForm } from './sanction-forms';

const permissionsOf: Readonly<Record<string, readonly string[]>> = {
  viewer: ['players:read'],
  moderator: ['commands:read', 'players:mute', 'players:ban', 'players:lift'],
  admin: ['commands:read', 'players:mute', 'players:ban', 'players:lift', 'players:sanction-long'],
};

const player = { id: 'p1', characterId: 7, name: 'Ada', online: false } as Player;
const hour = 3_600_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();

function aSanction(part: Partial<Sanction> = {}): Sanction {
  return {
    ...{ id: 's1', playerId: 'p1', serverId: 'v1', name: 'Ada', measure: 'ban', state: 'in-force' },
    ...{ reason: 'spoke ill', message: 'enough', actorName: 'mo', givenAt: at(-hour), until: at(hour) },
    ...{ liftedAt: null, liftedByName: null, liftReason: null, isKnownThere: true },
    ...part,
  };
}

async function show(
  role: string,
  answer: readonly Sanction[] | (() => readonly Sanction[]),
  shown = player,
): Promise<HTMLElement> {
  const sanctions = typeof answer === 'function' ? answer : () => answer;
  const session = {
    may: (permission: string) => permissionsOf[role]!.includes(permission),
    account: () => ({ role }),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: session },
      { provide: Backend, useValue: { call: () => Promise.resolve({ sanctions: sanctions() }) } },
    ],
  });
  const fixture = TestBed.createComponent(PlayerSanctions);
  fixture.componentRef.setInput('player', shown);
  await fixture.whenStable();
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const buttons = (element: HTMLElement): string[] =>
  [...element.querySelectorAll('button')].map(
    (button) => `${button.textContent.trim()}${button.disabled ? ' (disabled)' : ''}`,
  );
const why = (element: HTMLElement) => element.querySelector('#sanctions-why')?.textContent.trim();
const states = (element: HTMLElement) =>
  [...element.querySelectorAll('li')].map((item) => item.getAttribute('data-state'));

describe('what is held against a player', () => {
  it('is listed with who, until when and why, and what became of it', async () => {
    const element = await show('admin', [
      aSanction({ isKnownThere: false, until: null }),
      aSanction({ id: 's2', until: at(-1), measure: 'mute', name: 'Zoe' }),
      aSanction({ id: 's3', state: 'lifted', liftedAt: at(0), liftedByName: 'max', liftReason: 'no' }),
    ]);
    expect(states(element)).toEqual(['in-force', 'expired', 'lifted']);
    const [first, second, third] = [...element.querySelectorAll('li')].map(({ textContent }) => textContent);
    for (const words of ['Ban', 'server not told yet', 'spoke ill', '“enough”', 'mo', 'for good'])
      expect(first).toContain(words);
    for (const words of ['Mute', 'Expired', '(as Zoe)']) expect(second).toContain(words);
    expect(third).toContain('Lifted by max');
    expect(buttons(element)).toEqual(['Mute', 'Ban', 'Lift']);
  });

  it('is asked for again until the server has said that it knows, also while the clock goes on', async () => {
    let asked = 0;
    const element = await show('admin', () => [aSanction({ isKnownThere: ++asked > 2 })]);
    for (let tenths = 0; tenths < 100 && asked < 3; tenths++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(asked).toBe(3);
    expect(element.querySelector('.badge')?.textContent).toBe('In force');
  }, 15_000);

  it('of a moderator can be lifted if it is short', async () => {
    const element = await show('moderator', [
      aSanction({ until: null }),
      aSanction({ id: 's2', until: at(8 * 24 * hour) }),
      aSanction({ id: 's3' }),
    ]);
    expect(buttons(element)).toEqual(['Mute', 'Ban', 'Lift']);
    expect(element.querySelectorAll('li')[2]!.querySelector('button')).not.toBeNull();
  });

  it('a viewer does not see, and cannot change', async () => {
    const element = await show('viewer', [aSanction()]);
    expect(buttons(element)).toEqual(['Mute (disabled)', 'Ban (disabled)']);
    expect(why(element)).toBe('Your role, viewer, does not permit: Mute, Ban.');
    expect(element.querySelector('ul')).toBeNull();
  });

  it('is nothing, and says so; of who has no character yet nothing can be', async () => {
    const element = await show('admin', [], { ...player, characterId: null });
    expect(element.querySelector('li')?.textContent).toContain('Nothing is held');
    expect(buttons(element)).toEqual(['Mute (disabled)', 'Ban (disabled)']);
    expect(why(element)).toContain('plays again');
  });
});

describe('the forms', () => {
  const calls: { name: string; params: unknown }[] = [];
  const backend = {
    call: (fn: { name: string }, params: unknown) => {
      calls.push({ name: fn.name, params });
      return Promise.resolve({ command: null });
    },
  } as unknown as Backend;
  const times = (mayBeLong: boolean) =>
    banForm(backend, player, mayBeLong).fields[0]!.options!.map(({ name }) => name);

  it('offer more than a week to who may give that', () => {
    expect(times(false)).toEqual(['1 hour', '10 minutes', '1 day', '3 days', '7 days']);
    expect(times(true).slice(5)).toEqual(['30 days', '1 year', 'For good']);
  });

  it('send seconds, or none for good, and say what holds without a command', async () => {
    calls.length = 0;
    const words = { reason: 'spoke ill', message: 'enough' };
    expect(await muteForm(backend, player, true).send({ ...words, seconds: '600' })).toBeNull();
    await banForm(backend, player, true).send({ ...words, seconds: '' });
    await liftForm(backend, aSanction()).send({ reason: 'no' });
    expect(calls.map(({ params }) => params)).toEqual([
      { id: 'p1', body: { ...words, seconds: 600 } },
      { id: 'p1', body: { ...words, seconds: null } },
      { id: 's1', body: { reason: 'no' } },
    ]);
    expect(banForm(backend, player, true).untold).toContain('in force');
  });
});
