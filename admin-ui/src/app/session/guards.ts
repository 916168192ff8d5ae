// Route guards: a session for the shell, a permission for each page. The API decides; these only spare a useless visit.
import { inject } from '@angular/core';
import { CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { OwnAccount } from '../api/models';
import { safeReturn } from './safe-return';
import { Permission, Session } from './session';

/** The login page is where a password that somebody else gave out is changed, and a second factor that is lacking enrolled. */
function isAdmitted(account: OwnAccount | null): account is OwnAccount {
  return account !== null && !account.passwordChangeDue && account.secondFactor !== 'due';
}

export const needsSession: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  const queryParams = state.url === '/' ? {} : { back: state.url };
  try {
    return isAdmitted(await session.restore()) || router.createUrlTree(['/login'], { queryParams });
  } catch {
    // That page asks again and says what is wrong.
    return router.createUrlTree(['/unavailable'], { queryParams });
  }
};

/** The login page is of no use to who is signed in already: on to where it would have led. */
export const needsNoSession: CanActivateFn = async (route) => {
  const session = inject(Session);
  const router = inject(Router);
  try {
    if (!isAdmitted(await session.restore())) return true;
  } catch {
    // Signing in may work by then, and says what is wrong where it does not.
    return true;
  }
  const back = safeReturn(route.queryParamMap.get('back') ?? undefined);
  return new RedirectCommand(router.parseUrl(back), { replaceUrl: true });
};

export function needsPermission(permission: Permission): CanActivateFn {
  return () => inject(Session).may(permission) || inject(Router).createUrlTree(['/no-access']);
}
