// Who asks: the origin of any request, and the logged-in operator behind it.

import type { Account } from '#ports/admin/accounts/account-store.js';
import { mayDo, type Permission } from './permissions.js';
import type { ApiKey } from '#ports/admin/tokens/api-key-store.js';

export interface Origin {
  /** IP address of the peer, or what a configured proxy says it is. */
  readonly address: string;
  readonly userAgent: string;
  readonly requestId: string;
  /** What the browser was given at its last log-in, if it sends it. */
  readonly browserToken?: string | undefined;
}

export interface Caller extends Origin {
  readonly account: Account;
  /** Of the session, or the key, that it is asked with. */
  readonly tokenDigest: string;
  /** The key, where a program asks in the account's name, and what it opens. */
  readonly apiKey?: Pick<ApiKey, 'id' | 'label'> & { readonly opens: readonly Permission[] };
}

/** Whoever asks further than the guard of a route asks this: a key does not open all that its account may. */
export function callerMay({ account, apiKey }: Caller, permission: Permission): boolean {
  return mayDo(account, permission) && (apiKey === undefined || apiKey.opens.includes(permission));
}
