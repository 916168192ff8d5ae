import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { EraseDialog } from './erase-dialog';

describe('the dialog that erases a player', () => {
  let asked: unknown[];
  let closed: unknown[];
  let answer: () => Promise<void>;

  beforeEach(() => {
    asked = [];
    closed = [];
    answer = () => Promise.resolve();
  });

  async function open() {
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: { id: 'p-1', name: 'Ada' } },
        { provide: MatDialogRef, useValue: { close: (done: boolean) => closed.push(done) } },
        {
          provide: Backend,
          useValue: {
            call: (_: unknown, params: unknown) => {
              asked.push(params);
              return answer();
            },
          },
        },
      ],
    });
    const fixture = TestBed.createComponent(EraseDialog);
    await fixture.whenStable();
    return fixture;
  }

  type Opened = Awaited<ReturnType<typeof open>>;

  async function fill(fixture: Opened, name: string, reason: string): Promise<void> {
    const element = fixture.nativeElement as HTMLElement;
    const inputs = [...element.querySelectorAll('input')];
    for (const [index, value] of [name, reason].entries()) {
      inputs[index]!.value = value;
      inputs[index]!.dispatchEvent(new Event('input'));
    }
    await fixture.whenStable();
  }

  async function submit(fixture: Opened): Promise<void> {
    (fixture.nativeElement as HTMLElement).querySelector('form')!.dispatchEvent(new Event('submit'));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  }

  const act = ({ nativeElement }: Opened): HTMLButtonElement =>
    (nativeElement as HTMLElement).querySelector<HTMLButtonElement>('button[type=submit]')!;

  it('asks for the name to the letter, and for a reason', async () => {
    const fixture = await open();
    for (const [name, reason] of [
      ['', ''],
      ['ada', 'asked'],
      ['Ada', '  '],
    ] as const) {
      await fill(fixture, name, reason);
      expect(act(fixture).disabled).toBe(true);
      await submit(fixture);
    }
    expect(asked).toEqual([]);
  });

  it('closes when it is done', async () => {
    const fixture = await open();
    await fill(fixture, 'Ada', ' asked ');
    expect(act(fixture).disabled).toBe(false);
    await submit(fixture);
    expect(asked).toEqual([{ id: 'p-1', body: { name: 'Ada', reason: 'asked' } }]);
    expect(closed).toEqual([true]);
  });

  it('says why not, and may be tried again', async () => {
    answer = () => Promise.reject(new ApiProblem(503, 'server-away', 'The game server is away'));
    const fixture = await open();
    await fill(fixture, 'Ada', 'asked');
    await submit(fixture);
    const element = fixture.nativeElement as HTMLElement;
    expect(element.querySelector('[role=alert]')?.textContent).toContain('away');
    expect(closed).toEqual([]);
    expect(act(fixture).disabled).toBe(false);
  });
});
