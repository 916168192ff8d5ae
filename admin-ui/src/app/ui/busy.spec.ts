import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Busy } from './busy';

@Component({
  imports: [Busy],
  template: `
    <form (submit)="send($event)">
      <button type="button" [tosBusy]="busy()" (click)="pressed.push('again')">Again</button>
      <button type="submit" [tosBusy]="busy()">Send</button>
    </form>
  `,
})
class Host {
  readonly busy = signal(false);
  readonly pressed: string[] = [];

  send(event: Event): void {
    event.preventDefault();
    this.pressed.push('sent');
  }
}

describe('a busy button', () => {
  it('does nothing, keeps the focus, and says that it is busy', () => {
    const fixture = TestBed.createComponent(Host);
    fixture.detectChanges();
    const [again, send] = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
    document.body.append(fixture.nativeElement as HTMLElement);
    again!.focus();
    again!.click();
    send!.click();
    expect(fixture.componentInstance.pressed).toEqual(['again', 'sent']);
    expect(again!.getAttribute('aria-disabled')).toBeNull();
    again!.focus();
    fixture.componentInstance.busy.set(true);
    fixture.detectChanges();
    again!.click();
    send!.click();
    expect(fixture.componentInstance.pressed).toEqual(['again', 'sent']);
    expect(again!.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(again);
    fixture.componentInstance.busy.set(false);
    fixture.detectChanges();
    again!.click();
    expect(fixture.componentInstance.pressed).toEqual(['again', 'sent', 'again']);
  });
});
