import { TestBed } from '@angular/core/testing';
import { Player, PlayerNote } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { Session } from '../session/session';
import { PlayerNotes } from './player-notes';

const player = { id: 'p1', characterId: 7, name: 'Ada' } as Player;

function aNote(id: string, actorId: string, text: string): PlayerNote {
  return { id, text, actorId, actorName: actorId, writtenAt: '2026-11-30T10:00:00.000Z' };
}

interface Shown {
  readonly element: HTMLElement;
  readonly asked: { name: string; params: unknown }[];
  settle(): Promise<void>;
}

async function show(
  may: readonly string[],
  { of = player, refuses = '' }: { of?: Player; refuses?: string } = {},
): Promise<Shown> {
  const notes = [aNote('n1', 'mo', 'asked for help'), aNote('n2', 'max', 'sells elephants')];
  const asked: Shown['asked'] = [];
  const call = (fn: { name: string }, params: unknown) => {
    asked.push({ name: fn.name, params });
    if (refuses !== '' && asked.length > 1 && fn.name !== asked[0]!.name)
      return Promise.reject(new ApiProblem(409, 'too-many-notes', refuses));
    return Promise.resolve({ notes });
  };
  const session = {
    may: (permission: string) => may.includes(permission),
    account: () => ({ id: 'mo', role: 'moderator' }),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: session },
      { provide: Backend, useValue: { call } },
    ],
  });
  const fixture = TestBed.createComponent(PlayerNotes);
  fixture.componentRef.setInput('player', of);
  const settle = async (): Promise<void> => {
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  return { element: fixture.nativeElement as HTMLElement, asked, settle };
}

const takeAways = (element: HTMLElement): string[] =>
  [...element.querySelectorAll('li button')].map((button) => button.getAttribute('aria-label')!);

function write(element: HTMLElement, text: string): void {
  const input = element.querySelector('input')!;
  input.value = text;
  input.dispatchEvent(new Event('input'));
  element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
}

describe('notes about a player', () => {
  it('are listed with who wrote them, and taken away by whoever may', async () => {
    const { element } = await show(['players:note']);
    expect(element.querySelectorAll('li')).toHaveLength(2);
    expect(element.textContent).toContain('sells elephants');
    expect(takeAways(element)).toEqual(['Take away: asked for help']);
  });

  it('of others are taken away with the permission for it', async () => {
    const { element, asked, settle } = await show(['players:note', 'players:unnote']);
    expect(takeAways(element)).toHaveLength(2);
    element.querySelectorAll<HTMLButtonElement>('li button')[1]!.click();
    await settle();
    expect(asked.map(({ params }) => params)).toEqual([{ id: 'p1' }, { id: 'n2' }, { id: 'p1' }]);
  });

  it('are written, and looked at again; nothing is not sent', async () => {
    const { element, asked, settle } = await show(['players:note']);
    write(element, '  ');
    await settle();
    expect(element.querySelector('.fault')!.textContent).toBe('Note: say something.');
    write(element, ' was kind ');
    await settle();
    expect(asked.map(({ params }) => params)).toEqual([
      { id: 'p1' },
      { id: 'p1', body: { text: 'was kind' } },
      { id: 'p1' },
    ]);
    expect(element.querySelector('input')!.value).toBe('');
  });

  it('that are refused say why, and stay in their place', async () => {
    const { element, settle } = await show(['players:note'], { refuses: 'There are 100' });
    write(element, 'one more');
    await settle();
    expect(element.querySelector('.fault')!.textContent).toBe('There are 100');
    expect(element.querySelector('input')!.value).toBe('one more');
  });

  it('are nothing to who may not, and are not written of who has no character yet', async () => {
    const { element, asked } = await show([]);
    expect(element.textContent.trim()).toBe('');
    expect(asked).toEqual([]);
    TestBed.resetTestingModule();
    const nobody = await show(['players:note'], { of: { ...player, characterId: null } });
    expect(nobody.element.querySelector('form')).toBeNull();
  });
});
