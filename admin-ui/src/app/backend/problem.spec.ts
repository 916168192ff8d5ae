import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { ApiProblem, problemOf } from './problem';

describe('a failed request', () => {
  it('says what the API said', () => {
    const problem = problemOf(
      new HttpErrorResponse({
        status: 429,
        error: { error: { code: 'locked-out', message: 'Wait', requestId: 'r1', retryAfterSeconds: 30 } },
      }),
    );
    expect(problem).toMatchObject({ status: 429, code: 'locked-out', message: 'Wait', requestId: 'r1' });
    expect(problem.retryAfterSeconds).toBe(30);
  });

  it('takes the wait from the header when the body has none', () => {
    const headers = new HttpHeaders({ 'retry-after': '12' });
    expect(problemOf(new HttpErrorResponse({ status: 429, error: null, headers })).retryAfterSeconds).toBe(
      12,
    );
    expect(problemOf(new HttpErrorResponse({ status: 503, error: null })).retryAfterSeconds).toBeUndefined();
  });

  it('has words of its own for no answer and for a foreign one', () => {
    expect(problemOf(new HttpErrorResponse({ status: 0 })).code).toBe('unreachable');
    expect(problemOf(new HttpErrorResponse({ status: 502, error: '<html>' })).message).toContain('502');
    expect(problemOf(new Error('boom'))).toBeInstanceOf(ApiProblem);
  });
});
