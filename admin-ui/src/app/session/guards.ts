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
    // The login page is where a password that somebody else gave out is changed, and a second factor that is lacking enrolled.
    const admitted = account !== null && !account.passwordChangeDue && account.secondFactor !== 'due';
    return admitted || router.createUrlTree(['/login'], { queryParams });
  } catch {
    // That page asks again and says what is wrong.
    return router.createUrlTree(['/unavailable'], { queryParams });
  }
};

export function needsPermission(permission: Permission): CanActivateFn {
  return () => inject(Session).may(permission) || inject(Router).createUrlTree(['/no-access']);
}
