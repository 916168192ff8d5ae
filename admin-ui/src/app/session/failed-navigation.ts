// A page that does not load: its code is gone because the console was updated meanwhile, or nobody answers at all. Says so and
// goes on by itself, instead of leaving a click without effect.
import { inject } from '@angular/core';
import { NavigationError, RedirectCommand, Router } from '@angular/router';

/** For `withNavigationErrorHandler`. The page of problems itself is part of what is loaded first, so this goes in no circle. */
export function showFailedNavigation({ url }: NavigationError): RedirectCommand {
  const target = inject(Router).createUrlTree(['/unavailable'], { queryParams: { back: url, why: 'page' } });
  return new RedirectCommand(target);
}
