// Refuses state-changing requests that a browser sends on behalf of another site (CSRF). SameSite=Strict cookies are the
// first wall; this is the second. The decision follows Go's net/http.CrossOriginProtection.

import type { AllowedOrigins } from './allowed-origins.js';

export interface RequestFacts {
  readonly method: string;
  readonly secFetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Not of the console's own origin, nor of one that the settings allow. */
export function isCrossOrigin(
  request: RequestFacts,
  publicUrl: string,
  allowed: Pick<AllowedOrigins, 'has'>,
): boolean {
  if (safeMethods.has(request.method) || allowed.has(request.origin)) return false;
  if (request.secFetchSite !== undefined) {
    return request.secFetchSite !== 'same-origin' && request.secFetchSite !== 'none';
  }
  // Neither header: not a browser, so there is no cookie that somebody else could ride on.
  if (request.origin === undefined) return false;
  if (request.origin === new URL(publicUrl).origin) return false;
  const origin = URL.parse(request.origin);
  return origin === null || origin.host !== request.host?.toLowerCase();
}
