import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { Command } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { CommandForm } from '../operations/kinds/command-form';
import { aCommand } from '../operations/command-specimen';
import { Session } from '../session/session';
import { ApprovalsPage } from './approvals-page';
import { OpenProposals } from './open-proposals';

const hour = 3_600_000;

function aProposal(part: Partial<Command>): Command {
  const unset = { deciderId: null, deciderName: null, decidedAt: null, words: null };
  return aCommand({
    ...{ kind: 'grantCoins', args: { characterId: 7, name: 'Ada', coins: 50_000 }, state: 'proposed' },
    proposal: { proposedAt: new Date(Date.now() - hour).toISOString(), ...unset },
    deadline: new Date(Date.now() + 2.5 * hour).toISOString(),
    ...part,
  });
}

async function show(rows: readonly Command[] | null, problem: ApiProblem | null = null) {
  const opened: CommandForm[] = [];
  const sent: unknown[] = [];
  const proposals = {
    rows: signal(rows),
    total: signal(rows?.length ?? 0),
    problem: signal(problem),
    hasMore: signal(false),
    load: () => void sent.push('again'),
  };
  const open = (_dialog: unknown, { data }: { data: CommandForm }) => void opened.push(data);
  const call = (_route: unknown, params: unknown) => Promise.resolve(sent.push(params));
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: OpenProposals, useValue: proposals },
      { provide: MatDialog, useValue: { open } },
      { provide: Backend, useValue: { call } },
      { provide: Session, useValue: { account: () => ({ id: 'me' }) } },
    ],
  });
  const fixture = TestBed.createComponent(ApprovalsPage);
  await fixture.whenStable();
  return { element: fixture.nativeElement as HTMLElement, opened, sent };
}

const buttons = (element: HTMLElement) =>
  [...element.querySelectorAll('button')].map((button) => button.textContent.trim());

describe('the page of what waits for a second person', () => {
  it('shows who wants what done to whom, why, and how long is left', async () => {
    const { element } = await show([aProposal({ actorName: 'ann', reason: 'the guild lost theirs' })]);
    const text = element.querySelector('tbody tr')?.textContent.replace(/\s+/g, ' ') ?? '';
    for (const part of [
      'Give coins',
      '50,000 coins',
      'Ada',
      'the guild lost theirs',
      'ann',
      '1 h ago',
      '2 h ',
    ])
      expect(text).toContain(part);
    expect(element.querySelector('tbody a')?.getAttribute('href')).toBe('/players?player=p1');
  });

  it('offers to decide about others’, and to withdraw one’s own', async () => {
    const { element, opened, sent } = await show([
      aProposal({ id: 'theirs', actorId: 'ann' }),
      aProposal({ id: 'mine', actorId: 'me' }),
    ]);
    expect(buttons(element)).toEqual(['Approve', 'Decline', 'Withdraw']);
    for (const button of element.querySelectorAll('button')) button.click();
    expect(opened.map(({ act, fields }) => [act, fields[0]?.required])).toEqual([
      ['Approve', false],
      ['Decline', true],
      ['Withdraw', false],
    ]);
    for (const form of opened) await form.send({ words: 'seen' });
    expect(sent).toEqual(['theirs', 'theirs', 'mine'].map((id) => ({ id, body: { words: 'seen' } })));
  });

  it('says when a time is over, when nothing waits, and that it loads', async () => {
    const over = await show([aProposal({ deadline: new Date(Date.now() - 1000).toISOString() })]);
    expect(over.element.querySelector('td[data-label="Time left"]')?.textContent.trim()).toBe('over');
    TestBed.resetTestingModule();
    expect((await show([])).element.textContent).toContain('Nothing waits.');
    TestBed.resetTestingModule();
    const { element } = await show(null);
    expect(element.querySelector('tos-loading')).not.toBeNull();
    expect(element.textContent).not.toContain('Nothing waits.');
  });

  it('says what went wrong, beside what it knew', async () => {
    const { element, sent } = await show(
      [aProposal({})],
      new ApiProblem(503, 'unavailable', 'The API is away'),
    );
    expect(element.querySelector('[role=alert]')?.textContent).toContain('The API is away');
    expect(element.querySelectorAll('tbody tr')).toHaveLength(1);
    element.querySelector<HTMLButtonElement>('[role=alert] button')?.click();
    expect(sent).toEqual(['again']);
  });
});
