import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LiveConnection, LiveState } from '../live/live-connection';
import { LiveBadge } from './live-badge';

describe('the live badge', () => {
  const state = signal<LiveState>('live');
  const staleSince = signal(0);

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [{ provide: LiveConnection, useValue: { state, staleSince } }],
    });
  });

  it('does not say Live while the data behind a live stream stands still', async () => {
    const fixture = TestBed.createComponent(LiveBadge);
    const text = async (): Promise<string> => {
      await fixture.whenStable();
      return (fixture.nativeElement as HTMLElement).textContent.trim();
    };
    expect(await text()).toBe('Live updates: Live');
    staleSince.set(1);
    expect(await text()).toBe('Live updates: Stale');
    state.set('lost');
    expect(await text()).toBe('Live updates: Not live');
  });
});
