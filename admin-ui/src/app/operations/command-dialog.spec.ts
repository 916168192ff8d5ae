import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { Command } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { CommandDialog } from './command-dialog';
import { CommandForm, Filled } from './kinds/command-form';
import { aCommand } from './command-specimen';

describe('the dialog of a command', () => {
  let sent: Filled[];
  let send: () => Promise<Command>;
  let now: Command;

  beforeEach(() => {
    sent = [];
    now = aCommand({});
    send = () => Promise.resolve(aCommand({}));
  });

  async function open(): Promise<HTMLElement> {
    const form: CommandForm = {
      ...{ title: 'Kick Ada', explains: 'Ends the session.', act: 'Kick' },
      fields: [
        { name: 'reason', label: 'Reason', required: true, bytesMax: 10 },
        { name: 'then', label: 'Then', required: true, options: [{ value: 'stay', name: 'Stays' }] },
      ],
      send: (filled) => {
        sent.push(filled);
        return send();
      },
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: form },
        { provide: MatDialogRef, useValue: { close: () => undefined } },
        { provide: Backend, useValue: { call: () => Promise.resolve(now) } },
      ],
    });
    const fixture = TestBed.createComponent(CommandDialog);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    Object.assign(element, { settle: () => fixture.whenStable() });
    return element;
  }

  async function submit(element: HTMLElement, reason: string): Promise<void> {
    const input = element.querySelector('input')!;
    input.value = reason;
    input.dispatchEvent(new Event('input'));
    element.querySelector('form')!.dispatchEvent(new Event('submit'));
    await new Promise((resolve) => setTimeout(resolve));
    await (element as HTMLElement & { settle(): Promise<void> }).settle();
  }

  it('sends nothing before it is filled in, and says what is missing', async () => {
    const element = await open();
    expect(element.querySelector('.fault')).toBeNull();
    await submit(element, '  ');
    expect(element.querySelector('.fault')?.textContent).toContain('Reason: say something.');
    await submit(element, 'much too long');
    expect(element.querySelector('.fault')?.textContent).toContain('At most 10 bytes');
    expect(sent).toEqual([]);
  });

  it('sends what was filled in, trimmed, once, and shows what becomes of it', async () => {
    now = aCommand({ state: 'refused', refusal: 'not-here' });
    const element = await open();
    await submit(element, ' spam ');
    expect(sent).toEqual([{ reason: 'spam', then: 'stay' }]);
    const state = element.querySelector('[data-testid=command-state]');
    expect(state?.getAttribute('data-state')).toBe('refused');
    expect(state?.textContent).toContain('not in the world any more');
    expect(element.querySelector('input')).toBeNull();
  });

  it('says in plain words why the API would not have it, and can be sent again', async () => {
    send = () => Promise.reject(new ApiProblem(429, 'locked-out', 'Too many tries; wait'));
    const element = await open();
    await submit(element, 'spam');
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Too many tries; wait');
    send = () => Promise.resolve(aCommand({}));
    await submit(element, 'spam');
    expect(sent).toHaveLength(2);
    expect(element.querySelector('[data-testid=command-state]')).not.toBeNull();
  });
});
