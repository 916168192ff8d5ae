import { TestBed } from '@angular/core/testing';
import { listSecondFactorDemands } from '../api/fn/functions';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { Session } from '../session/session';
import { FactorDemands } from './factor-demands';
import { builtInRoles } from './roles';

describe('roles of which a second factor is demanded', () => {
  let sent: unknown[];
  let refuse: ApiProblem | undefined;

  async function open(mayManage: boolean) {
    [sent, refuse] = [[], undefined];
    const call = (route: unknown, params: unknown) => {
      if (route === listSecondFactorDemands) return Promise.resolve({ roles: ['admin'] });
      sent.push(params);
      return refuse === undefined ? Promise.resolve() : Promise.reject(refuse);
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: Backend, useValue: { call } },
        { provide: Session, useValue: { may: () => mayManage } },
      ],
    });
    const fixture = TestBed.createComponent(FactorDemands);
    fixture.componentRef.setInput('roles', builtInRoles);
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const boxes = () => [...element.querySelectorAll('input')];
    return { element, boxes, settle };
  }

  it('are shown, and changed by who may', async () => {
    const { boxes, settle } = await open(true);
    expect(boxes().map(({ checked }) => checked)).toEqual([false, false, true, false]);
    boxes()[0]!.click();
    await settle();
    expect(sent).toEqual([{ role: 'viewer', body: { demanded: true } }]);
  });

  it('are only shown to others', async () => {
    const { boxes } = await open(false);
    expect(boxes().every(({ disabled }) => disabled)).toBe(true);
  });

  it('say why they could not be changed', async () => {
    const { element, boxes, settle } = await open(true);
    refuse = new ApiProblem(503, 'unavailable', 'The database cannot be reached now');
    boxes()[3]!.click();
    await settle();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('database');
  });
});
