// Watches answers for 401: the session has ended elsewhere (idle, sign-out, role change), so the login page comes up
// with the way back; and for the refusal of an API that demands a second factor by now, which is enrolled there. The login's own 401 and the first question who is there are not such ends.
import { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, throwError } from 'rxjs';
import { problemOf } from '../backend/problem';
import { Session } from './session';

const own = /\/auth\/(login|login\/code|logout|me|password)$/;

export const endOfSession: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  const router = inject(Router);
  return next(request).pipe(
    catchError((cause: unknown) => {
      const ended =
        cause instanceof HttpErrorResponse &&
        (cause.status === 401 || problemOf(cause).code === 'second-factor-due') &&
        !own.test(request.url);
      if (ended && session.account() !== null) {
        session.ended();
        const queryParams = { back: router.url, ended: true };
        void router.navigate(['/login'], { queryParams, replaceUrl: true });
      }
      return throwError(() => cause);
    }),
  );
};
