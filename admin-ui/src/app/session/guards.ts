// Route guards: a session for the shell, a permission for each page. The API decides; these only spare a useless visit.
import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import { Permission, Session } from './session';

export const needsSession: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  const queryParams = state.url === '/' ? {} : { back: state.url };
  try {
    const account = await session.restore();
    // With a password that somebody else gave out, the login page is where it is changed.
    const admitted = account !== null && !account.passwordChangeDue;
    return admitted || router.createUrlTree(['/login'], { queryParams });
  } catch {
    // That page asks again and says what is wrong.
    return router.createUrlTree(['/unavailable'], { queryParams });
  }
};

export function needsPermission(permission: Permission): CanActivateFn {
  return () => inject(Session).may(permission) || inject(Router).createUrlTree(['/no-access']);
}
