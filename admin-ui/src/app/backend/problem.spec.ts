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

  it('says it also where the answer would have had no body, and is read as text', () => {
    const error = JSON.stringify({ error: { code: 'unknown-role', message: 'There is no such role' } });
    const problem = problemOf(new HttpErrorResponse({ status: 404, error }));
    expect(problem).toMatchObject({ status: 404, code: 'unknown-role', message: 'There is no such role' });
    for (const error of ['', 'null', '"a text"', '{"error":', '[]'])
      expect(problemOf(new HttpErrorResponse({ status: 404, error })).message).toContain('404');
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
