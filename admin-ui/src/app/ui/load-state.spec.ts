import { TestBed } from '@angular/core/testing';
import { ApiProblem } from '../backend/problem';
import { Problem } from './load-state';

describe('what a page shows in place of data', () => {
  it('says which part of what was asked does not fit', () => {
    const fields = [{ path: 'id', message: 'Is text that does not fit; allowed: a UUID' }];
    const fixture = TestBed.createComponent(Problem);
    fixture.componentRef.setInput(
      'cause',
      new ApiProblem(400, 'invalid-request', 'It does not fit', 'r1', undefined, fields),
    );
    fixture.detectChanges();
    const words = (fixture.nativeElement as HTMLElement).textContent;
    expect(words).toContain('It does not fit');
    expect(words).toContain('id: Is text that does not fit; allowed: a UUID');
  });
});
