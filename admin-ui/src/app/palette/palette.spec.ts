import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { Subject } from 'rxjs';
import { Backend } from '../backend/backend';
import { Session } from '../session/session';
import { Command, Commands } from './commands';
import { Palette } from './palette';

let ran: string[];

const command = (name: string): Command => ({
  ...{ key: name, icon: 'search', name, kind: 'Page', words: '' },
  run: () => void ran.push(name),
});

async function open(): Promise<{
  input: HTMLInputElement;
  options: () => HTMLElement[];
  settle: () => Promise<void>;
}> {
  ran = [];
  const closed = new Subject<void>();
  const all = signal(['Overview', 'Servers', 'Players', 'Server North'].map(command));
  TestBed.configureTestingModule({
    providers: [
      { provide: Commands, useValue: { all } },
      { provide: Session, useValue: { may: () => false } },
      { provide: Backend, useValue: {} },
      {
        provide: MatDialogRef,
        useValue: { close: () => setTimeout(() => closed.next()), afterClosed: () => closed },
      },
    ],
  });
  const fixture = TestBed.createComponent(Palette);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  return {
    input: element.querySelector('input')!,
    options: () => [...element.querySelectorAll<HTMLElement>('[role=option]')],
    settle,
  };
}

function type(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event('input'));
}
const press = (input: HTMLInputElement, key: string) =>
  input.dispatchEvent(new KeyboardEvent('keydown', { key }));
const moveOver = (option: HTMLElement, movementX: number) =>
  option.dispatchEvent(Object.assign(new Event('pointermove'), { movementX, movementY: 0 }));

// What the tests' document lacks.
beforeAll(() => (Element.prototype.scrollIntoView ??= () => undefined));

describe('the palette', () => {
  it('runs what fits best, however soon Enter follows the last letter', async () => {
    const { input, settle } = await open();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) press(input, key);
    await settle();
    type(input, 'servers');
    press(input, 'Enter');
    await settle();
    expect(ran).toEqual(['Servers']);
  });

  it('follows a pointer that moves, and none at rest under which the list came to lie', async () => {
    const { input, options, settle } = await open();
    options()[2]!.dispatchEvent(new PointerEvent('pointerenter'));
    moveOver(options()[2]!, 0);
    await settle();
    expect(options().map((option) => option.ariaSelected)).toEqual(['true', 'false', 'false', 'false']);
    moveOver(options()[2]!, 1);
    await settle();
    press(input, 'Enter');
    await settle();
    expect(ran).toEqual(['Players']);
  });
});
