import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { of } from 'rxjs';
import { listRoles } from '../api/fn/functions';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { Session } from '../session/session';
import { RoleDialog, RoleDialogData } from './role-dialog';
import { RolesPage } from './roles-page';

const listed = {
  roles: [
    { name: 'viewer', means: '', permissions: ['account:self', 'players:read'], builtIn: true, holders: 2 },
    { name: 'night-watch', means: 'At night', permissions: ['players:kick'], builtIn: false, holders: 1 },
    { name: 'spare', means: 'None yet', permissions: ['account:self'], builtIn: false, holders: 0 },
  ],
  grantable: ['players:read', 'players:kick', 'accounts:manage'],
};

let sent: unknown[];
let offered: RoleDialogData | undefined;
let refusal: ApiProblem | undefined;

async function open<T>(component: new () => T, may: readonly string[], data?: RoleDialogData) {
  [sent, offered, refusal] = [[], undefined, undefined];
  const call = (route: unknown, params: unknown) => {
    if (route === listRoles) return Promise.resolve(listed);
    sent.push(params);
    return refusal === undefined ? Promise.resolve() : Promise.reject(refusal);
  };
  const dialog = (_component: unknown, { data: given }: { data: RoleDialogData }) => {
    offered = given;
    return { afterClosed: () => of(true) };
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Backend, useValue: { call } },
      { provide: Session, useValue: { may: (one: string) => may.includes(one) } },
      { provide: MatDialog, useValue: { open: dialog } },
      { provide: MatDialogRef, useValue: { close: (done: boolean) => sent.push(done) } },
      { provide: MAT_DIALOG_DATA, useValue: data },
      { provide: MatSnackBar, useValue: { open: () => undefined } },
    ],
  });
  const fixture = TestBed.createComponent(component);
  const element = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  const button = (name: string) =>
    [...element.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
    );
  return { element, settle, button };
}

describe('the page of roles', () => {
  it('says what each is for and may do, and how many hold it', async () => {
    const { element, button } = await open(RolesPage, []);
    const rows = [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].slice(0, 4).map((cell) => cell.textContent?.trim()),
    );
    expect(rows).toEqual([
      ['Viewer', 'sees servers, players and maps', 'see players', '2'],
      ['night-watch', 'At night', 'kick players', '1'],
      ['spare', 'None yet', 'nothing but its own account', '0'],
    ]);
    expect([button('New role'), button('Change spare')]).toEqual([undefined, undefined]);
  });

  it('offers to who manages accounts what they may do themselves, and what a role holds already', async () => {
    const { button } = await open(RolesPage, ['accounts:manage', 'players:read']);
    button('New role')!.click();
    expect(offered?.offered).toEqual(['players:read', 'accounts:manage']);
    button('Change night-watch')!.click();
    expect(offered?.offered).toEqual(['players:read', 'players:kick', 'accounts:manage']);
  });

  it('removes only what nobody holds', async () => {
    const { button, settle } = await open(RolesPage, ['accounts:manage']);
    expect(button('Remove night-watch')!.disabled).toBe(true);
    button('Remove spare')!.click();
    await settle();
    expect(sent).toEqual([{ role: 'spare' }]);
  });
});

describe('the dialog of a role', () => {
  const fill = (element: HTMLElement, id: string, value: string) => {
    const input = element.querySelector<HTMLInputElement>(`#${id}`)!;
    input.value = value;
    input.dispatchEvent(new Event('input'));
  };
  const submit = (element: HTMLElement) => element.querySelector('form')!.dispatchEvent(new Event('submit'));

  it('makes one of a name, a purpose and what is ticked', async () => {
    const data: RoleDialogData = { role: undefined, offered: ['players:read', 'players:kick'] };
    const { element, settle } = await open(RoleDialog, [], data);
    fill(element, 'role-name', 'Night Watch');
    fill(element, 'role-means', 'At night ');
    submit(element);
    await settle();
    expect(sent).toEqual([]);
    fill(element, 'role-name', 'night-watch');
    element.querySelectorAll<HTMLInputElement>('fieldset input')[1]!.click();
    submit(element);
    await settle();
    expect(sent).toEqual([
      { body: { name: 'night-watch', means: 'At night', permissions: ['players:kick'] } },
      true,
    ]);
  });

  it('changes one as it was shown, and stays open with the reason when that is refused; read anew when it is another by now', async () => {
    const role = { ...listed.roles[1]!, permissions: ['players:kick' as const] };
    const data: RoleDialogData = { role, offered: ['players:read', 'players:kick'] };
    const { element, settle, button } = await open(RoleDialog, [], data);
    expect(element.querySelector('#role-name')).toBeNull();
    for (const box of element.querySelectorAll<HTMLInputElement>('fieldset input')) box.click();
    refusal = new ApiProblem(403, 'role-above-own', 'Nobody can give or take more than they hold');
    submit(element);
    await settle();
    expect(sent).toEqual([
      {
        role: 'night-watch',
        body: {
          ...{ means: 'At night', permissions: ['players:read'] },
          was: { means: 'At night', permissions: ['players:kick'] },
        },
      },
    ]);
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Nobody can give');
    button('Cancel')!.click();
    refusal = new ApiProblem(409, 'role-changed', 'The role was changed meanwhile');
    submit(element);
    await settle();
    button('Cancel')!.click();
    expect(sent.filter((one) => typeof one === 'boolean')).toEqual([false, true]);
  });
});
